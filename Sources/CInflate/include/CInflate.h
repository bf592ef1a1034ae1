/* SPDX-License-Identifier: Apache-2.0
 *
 * Decompression into a buffer of fixed size, by zlib. No zlib type appears here.
 */
#ifndef CINFLATE_H
#define CINFLATE_H

#include <stddef.h>
#include <stdint.h>

/* Decompresses a whole zlib stream (RFC 1950) from `source` into `destination`; what lies behind the stream is ignored.
 *
 * Returns 1 and sets `*written` where the stream is complete, its checksum is right and its data fit `capacity`;
 * otherwise 0, and what `destination` holds then means nothing. `capacity` is at least 1. Writes nowhere else. */
int cinflate(const uint8_t *source, size_t count, uint8_t *destination, size_t capacity, size_t *written);

#endif
