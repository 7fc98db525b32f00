/* SPDX-License-Identifier: MIT */
#ifndef NCPI_HARDEN_H
#define NCPI_HARDEN_H

/* No core dump, and no other process of the same user looks into our memory,
 * where the system can be told so. */
void ncpi_harden(void);

#endif
