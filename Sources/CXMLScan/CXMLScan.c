/* SPDX-License-Identifier: Apache-2.0 */

#include "CXMLScan.h"

#include <limits.h>
#include <pthread.h>
#include <string.h>

#include <libxml/parser.h>
#include <libxml/parserInternals.h>
#include <libxml/tree.h>

/* libxml2's own limit of nesting is 256 or 2048, by release; this one makes the outcome the same with all of them. */
#define MAX_DEPTH 200
/* Releases before 2.12 compare every attribute of a tag with every other. Photo editors write some 300 on one tag. */
#define MAX_ATTRIBUTES 1000
/* Every name with a prefix may be looked up among all declarations in scope. */
#define MAX_NAMESPACES 256

/* XML_PARSE_NOENT, XML_PARSE_DTDLOAD, XML_PARSE_RECOVER and XML_PARSE_HUGE are left out on purpose. IGNORE_ENC keeps
 * the bytes that libxml2 reads the same as those that `refusal` looked at. */
#define BASE_OPTIONS (XML_PARSE_NONET | XML_PARSE_NOERROR | XML_PARSE_NOWARNING | XML_PARSE_IGNORE_ENC)
#if LIBXML_VERSION >= 21300
#define OPTIONS (BASE_OPTIONS | XML_PARSE_NO_XXE)
#else
#define OPTIONS BASE_OPTIONS
#endif

struct scan {
    xmlParserCtxtPtr parser;
    const cxmlscan_handler *handler;
    int status;
    int depth;
    int namespaces;
    /* How many namespaces each open element declares. */
    int declared[MAX_DEPTH];
};

static pthread_once_t library_once = PTHREAD_ONCE_INIT;

static void initialise_library(void) { xmlInitParser(); }

static cxmlscan_text text_of(const xmlChar *string) {
    cxmlscan_text text = {string, string == NULL ? 0 : strlen((const char *)string)};
    return text;
}

static void stop(struct scan *scan, int status) {
    if (scan->status == CXMLSCAN_COMPLETE) {
        scan->status = status;
    }
    xmlStopParser(scan->parser);
}

static void on_start_element(void *context, const xmlChar *name, const xmlChar *prefix, const xmlChar *uri,
                             int namespace_count, const xmlChar **namespaces, int attribute_count, int defaulted_count,
                             const xmlChar **attributes) {
    struct scan *scan = context;
    (void)prefix;
    (void)namespaces;
    (void)defaulted_count;
    if (scan->status != CXMLSCAN_COMPLETE) {
        return;
    }
    if (scan->depth >= MAX_DEPTH || namespace_count > MAX_NAMESPACES - scan->namespaces) {
        stop(scan, CXMLSCAN_LIMIT);
        return;
    }
    scan->declared[scan->depth++] = namespace_count;
    scan->namespaces += namespace_count;
    /* Five pointers an attribute: local name, prefix, namespace, first byte of the value, the byte behind the value. */
    for (int index = 0; index < attribute_count; index++) {
        const xmlChar **attribute = attributes + 5 * (size_t)index;
        cxmlscan_text value = {attribute[3], (size_t)(attribute[4] - attribute[3])};
        scan->handler->attribute(scan->handler->context, text_of(attribute[0]), text_of(attribute[2]), value);
    }
    scan->handler->start_element(scan->handler->context, text_of(name), text_of(uri));
}

static void on_end_element(void *context, const xmlChar *name, const xmlChar *prefix, const xmlChar *uri) {
    struct scan *scan = context;
    (void)name;
    (void)prefix;
    (void)uri;
    if (scan->status != CXMLSCAN_COMPLETE || scan->depth == 0) {
        return;
    }
    scan->namespaces -= scan->declared[--scan->depth];
    scan->handler->end_element(scan->handler->context);
}

static void on_characters(void *context, const xmlChar *characters, int count) {
    struct scan *scan = context;
    if (scan->status != CXMLSCAN_COMPLETE || count <= 0) {
        return;
    }
    cxmlscan_text text = {characters, (size_t)count};
    scan->handler->characters(scan->handler->context, text);
}

/* Called for every reference that is neither numeric nor one of XML's five. */
static xmlEntityPtr on_entity(void *context, const xmlChar *name) {
    (void)name;
    stop(context, CXMLSCAN_DECLARATIONS);
    return NULL;
}

/* `refusal` has seen to it that there is no internal subset; should one get past it, it ends at its first entity. */
static void on_entity_declaration(void *context, const xmlChar *name, int type, const xmlChar *public_id,
                                  const xmlChar *system_id, xmlChar *content) {
    (void)name;
    (void)type;
    (void)public_id;
    (void)system_id;
    (void)content;
    stop(context, CXMLSCAN_DECLARATIONS);
}

/* Looks for what makes libxml2 slow or dangerous, before libxml2 sees a byte of it.
 *
 * A start tag holds no `<` but its own, so beginning anew at each `<` keeps this in step with every real tag. Inside of
 * comments and CDATA it may be out of step, where all it can do is to refuse what it need not. */
static int refusal(const uint8_t *bytes, size_t count) {
    enum { OUTSIDE, IN_TAG, IN_DOCTYPE } state = OUTSIDE;
    static const char doctype[] = "<!DOCTYPE";
    const size_t length = sizeof doctype - 1;
    uint8_t quote = 0;
    int values = 0;
    for (size_t index = 0; index < count; index++) {
        uint8_t byte = bytes[index];
        if (state == IN_DOCTYPE && (byte == '<' || byte == '[')) {
            return CXMLSCAN_DECLARATIONS;
        }
        if (byte == '<') {
            uint8_t next = index + 1 < count ? bytes[index + 1] : 0;
            int is_doctype = count - index >= length && memcmp(bytes + index, doctype, length) == 0;
            state = is_doctype ? IN_DOCTYPE : next == '!' || next == '?' || next == '/' ? OUTSIDE : IN_TAG;
            quote = 0;
            values = 0;
        } else if (state == OUTSIDE) {
            continue;
        } else if (quote != 0) {
            quote = byte == quote ? 0 : quote;
        } else if (byte == '"' || byte == '\'') {
            quote = byte;
            values += 1;
            if (values > MAX_ATTRIBUTES) {
                return CXMLSCAN_LIMIT;
            }
        } else if (byte == '>') {
            state = OUTSIDE;
        }
    }
    return CXMLSCAN_COMPLETE;
}

int cxmlscan_parse(const uint8_t *bytes, size_t count, const cxmlscan_handler *handler) {
    if (count >= INT_MAX) {
        return CXMLSCAN_LIMIT;
    }
    size_t start = count >= 3 && memcmp(bytes, "\xEF\xBB\xBF", 3) == 0 ? 3 : 0;
    /* Another beginning would make libxml2 guess an encoding of two or four bytes a character, or EBCDIC. */
    if (count - start < 2 || bytes[start] != '<' || bytes[start + 1] == 0) {
        return CXMLSCAN_MALFORMED;
    }
    int refused = refusal(bytes, count);
    if (refused != CXMLSCAN_COMPLETE) {
        return refused;
    }
    if (pthread_once(&library_once, initialise_library) != 0) {
        return CXMLSCAN_NO_MEMORY;
    }
    struct scan scan = {.handler = handler, .status = CXMLSCAN_COMPLETE};
    scan.parser = xmlCreateMemoryParserCtxt((const char *)bytes, (int)count);
    if (scan.parser == NULL) {
        return CXMLSCAN_NO_MEMORY;
    }
    if (xmlCtxtUseOptions(scan.parser, OPTIONS) != 0 || scan.parser->sax == NULL) {
        xmlFreeParserCtxt(scan.parser);
        return CXMLSCAN_NO_MEMORY;
    }
    /* Without error callbacks, and without those that build a tree, load a subset or keep a declaration. */
    xmlSAXHandler *sax = scan.parser->sax;
    memset(sax, 0, sizeof *sax);
    sax->initialized = XML_SAX2_MAGIC;
    sax->startElementNs = on_start_element;
    sax->endElementNs = on_end_element;
    sax->characters = on_characters;
    sax->ignorableWhitespace = on_characters;
    sax->cdataBlock = on_characters;
    sax->getEntity = on_entity;
    sax->entityDecl = on_entity_declaration;
    scan.parser->userData = &scan;

    int outcome = xmlParseDocument(scan.parser);
    if (scan.status == CXMLSCAN_COMPLETE && outcome != 0) {
        scan.status = CXMLSCAN_MALFORMED;
    }
    /* 2.9 makes a document behind our back where an entity is declared. */
    if (scan.parser->myDoc != NULL) {
        xmlFreeDoc(scan.parser->myDoc);
        scan.parser->myDoc = NULL;
    }
    xmlFreeParserCtxt(scan.parser);
    return scan.status;
}
