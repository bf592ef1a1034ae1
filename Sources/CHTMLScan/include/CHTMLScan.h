/* SPDX-License-Identifier: Apache-2.0
 *
 * libxml2's SAX parser for HTML, behind a header that names no libxml2 type: those differ between releases, and Debian's
 * headers do not compile beside Swift's Foundation.
 */
#ifndef CHTMLSCAN_H
#define CHTMLSCAN_H

#include <stddef.h>
#include <stdint.h>

/* Called for each start tag, in page order.
 *
 * attributes: names and values in turn, closed by a NULL name; NULL when the tag has none. A value may be NULL.
 * offset: the zero-based offset of the byte behind the tag's last attribute, blanks skipped: that of its '>'.
 * Nothing that is passed outlives the call. */
typedef void (*chtmlscan_start_tag)(void *context, const char *const *attributes, int64_t offset);

typedef struct {
    /* Whether the parser gave up before the end of the page. */
    int stopped;
    /* The code of its last error (xmlParserErrors), 0 for none. */
    int error_code;
} chtmlscan_outcome;

/* Parses `length` bytes of ASCII and reports every start tag. Safe to call on several threads at once.
 * length: less than INT_MAX. */
chtmlscan_outcome chtmlscan_parse(const char *page, size_t length, chtmlscan_start_tag start_tag, void *context);

/* The version of the libxml2 that is loaded, as it spells it itself: "20914", "21504-GITv2.15.4". Lives for ever. */
const char *chtmlscan_libxml2_version(void);

#endif
