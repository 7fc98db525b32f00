/* SPDX-License-Identifier: MIT */
#ifndef NCPI_LIMITS_H
#define NCPI_LIMITS_H

/* How much structured data (YAML, TOML, JSON) is read. libyaml takes time that
 * grows with the square of the depth, so reading stops at these. */
#define NCPI_MAX_DATA_BYTES  ((size_t)1 << 20)
#define NCPI_MAX_DATA_LEVELS ((size_t)64)

#endif
