# SPDX-License-Identifier: Apache-2.0
"""How fast alttext is, beside other programs that read HTML."""
