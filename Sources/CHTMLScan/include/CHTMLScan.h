/* SPDX-License-Identifier: Apache-2.0 */
#ifndef CHTMLSCAN_H
#define CHTMLSCAN_H
int chtmlscan_placeholder(void);
#endif
