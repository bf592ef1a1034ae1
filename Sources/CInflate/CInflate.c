/* SPDX-License-Identifier: Apache-2.0 */

#include "CInflate.h"

#include <limits.h>

#include <zlib.h>

int cinflate(const uint8_t *source, size_t count, uint8_t *destination, size_t capacity, size_t *written) {
    /* zlib counts with `uInt`. */
    if (count > UINT_MAX || capacity > UINT_MAX) {
        return 0;
    }
    z_stream stream = {0};
    /* zlib does not write through `next_in`, which is without `const` unless ZLIB_CONST is defined. */
    stream.next_in = (Bytef *)source;
    stream.avail_in = (uInt)count;
    stream.next_out = destination;
    stream.avail_out = (uInt)capacity;
    if (inflateInit(&stream) != Z_OK) {
        return 0;
    }
    int outcome = inflate(&stream, Z_FINISH);
    *written = capacity - stream.avail_out;
    inflateEnd(&stream);
    return outcome == Z_STREAM_END;
}
