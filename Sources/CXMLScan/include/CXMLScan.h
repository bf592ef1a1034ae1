/* SPDX-License-Identifier: Apache-2.0 */
#ifndef CXMLSCAN_H
#define CXMLSCAN_H
int cxmlscan_placeholder(void);
#endif
