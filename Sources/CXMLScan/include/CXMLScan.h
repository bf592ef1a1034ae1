/* SPDX-License-Identifier: Apache-2.0
 *
 * A hardened XML reader for metadata of unknown origin, on libxml2's SAX2 interface.
 *
 * No libxml2 type appears here: its headers clash with Foundation's on Debian, and its structs differ between releases.
 */
#ifndef CXMLSCAN_H
#define CXMLSCAN_H

#include <stddef.h>
#include <stdint.h>

/* UTF-8 text, not terminated, that lives only during the callback. `bytes` may be NULL where `count` is 0. */
typedef struct {
    const uint8_t *bytes;
    size_t count;
} cxmlscan_text;

/* Where the events go. All callbacks are required; they run on the calling thread, before `cxmlscan_parse` returns. */
typedef struct {
    /* The first argument of every callback. */
    void *context;
    /* One attribute of the element that starts next. The ampersand of a value arrives as `&#38;`. */
    void (*attribute)(void *context, cxmlscan_text name, cxmlscan_text namespace_uri, cxmlscan_text value);
    /* An element starts; its attributes have been reported before. */
    void (*start_element)(void *context, cxmlscan_text name, cxmlscan_text namespace_uri);
    /* The innermost open element ends. */
    void (*end_element)(void *context);
    /* A piece of the innermost open element's text. */
    void (*characters)(void *context, cxmlscan_text text);
} cxmlscan_handler;

/* What `cxmlscan_parse` returns. Whatever it is, the events before it were those of the bytes before the fault. */
enum {
    CXMLSCAN_COMPLETE = 0,
    /* Not well-formed XML in UTF-8. */
    CXMLSCAN_MALFORMED = 1,
    /* It declares something in an internal subset, or uses an entity that XML does not predefine. */
    CXMLSCAN_DECLARATIONS = 2,
    /* Nested too deeply, too many attributes or namespaces in scope, or 2 GiB and more. */
    CXMLSCAN_LIMIT = 3,
    CXMLSCAN_NO_MEMORY = 4
};

/* Reads a document in UTF-8 (a byte order mark is allowed, an encoding declaration is ignored).
 *
 * Opens no file and no connection, loads no DTD, expands no entity, prints nothing. Takes time linear in `count`.
 * May be called on several threads at once. `bytes` and `handler` are used only during the call. */
int cxmlscan_parse(const uint8_t *bytes, size_t count, const cxmlscan_handler *handler);

#endif
