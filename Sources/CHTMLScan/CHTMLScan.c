/* SPDX-License-Identifier: Apache-2.0 */
#include "CHTMLScan.h"

#include <limits.h>
#include <pthread.h>

#include <libxml/HTMLparser.h>
#include <libxml/parser.h>
#include <libxml/xmlerror.h>

typedef struct {
    chtmlscan_start_tag start_tag;
    void *context;
    htmlParserCtxtPtr parser;
} scan;

/* How many bytes of the page the parser has read, -1 where it cannot tell. */
static int64_t position(htmlParserCtxtPtr parser) {
#if LIBXML_VERSION >= 21500
    /* Counts the bytes of the text in UTF-8: the page's own, since it is ASCII. */
    unsigned long count;
    return xmlCtxtGetInputPosition(parser, -1, NULL, NULL, NULL, &count) == 0 ? (int64_t)count : -1;
#else
    /* 2.14 deprecates this, and has nothing else yet. */
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wdeprecated-declarations"
    return xmlByteConsumed(parser);
#pragma GCC diagnostic pop
#endif
}

static int is_stopped(htmlParserCtxtPtr parser) {
#if LIBXML_VERSION >= 21400
    return xmlCtxtIsStopped(parser);
#else
    return parser->disableSAX != 0;
#endif
}

static void on_start_element(void *data, const xmlChar *name, const xmlChar **attributes) {
    scan *current = data;
    (void)name;
    current->start_tag(current->context, (const char *const *)attributes, position(current->parser));
}

/* Pages are full of errors; a browser does not speak of them either. The signature of the handler is not the same in
 * every release, that of this one is. */
static void on_message(void *data, const char *format, ...) {
    (void)data;
    (void)format;
}

/* libxml2 asks for this once, before parsers run on several threads. */
static void initialize(void) {
    xmlInitParser();
}

chtmlscan_outcome chtmlscan_parse(const char *page, size_t length, chtmlscan_start_tag start_tag, void *context) {
    static pthread_once_t once = PTHREAD_ONCE_INIT;
    chtmlscan_outcome outcome = {1, XML_ERR_INTERNAL_ERROR};
    if (length >= INT_MAX) {
        return outcome;
    }
    pthread_once(&once, initialize);
    htmlParserCtxtPtr parser = htmlCreateMemoryParserCtxt(page, (int)length);
    if (parser == NULL) {
        outcome.error_code = XML_ERR_NO_MEMORY;
        return outcome;
    }
    scan current = {start_tag, context, parser};
    xmlSAXHandler handler = {0};
    handler.startElement = on_start_element;
    handler.warning = on_message;
    handler.error = on_message;

    /* Without HUGE, deep or long pages end early without a word. IGNORE_ENC: the page is ASCII, and positions are exact
     * only as long as nothing is converted. NOIMPLIED: no elements that the page does not name. */
    htmlCtxtUseOptions(parser, HTML_PARSE_RECOVER | HTML_PARSE_NOERROR | HTML_PARSE_NOWARNING | HTML_PARSE_NONET |
                                   HTML_PARSE_IGNORE_ENC | HTML_PARSE_NOIMPLIED | XML_PARSE_HUGE);
    *parser->sax = handler;
    parser->userData = &current;
    htmlParseDocument(parser);

    const xmlError *error = xmlCtxtGetLastError(parser);
    outcome.stopped = is_stopped(parser);
    outcome.error_code = error == NULL ? 0 : error->code;
    if (parser->myDoc != NULL) {
        xmlFreeDoc(parser->myDoc);
    }
    htmlFreeParserCtxt(parser);
    return outcome;
}

const char *chtmlscan_libxml2_version(void) {
    return xmlParserVersion;
}
