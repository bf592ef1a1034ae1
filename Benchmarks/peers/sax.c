// SPDX-License-Identifier: Apache-2.0
// usage: sax [FOLDER]
// What libxml2 alone can do: one thread reads every HTML file below FOLDER, parses it with the SAX2 parser, and counts
// the images that have no alt. Without FOLDER it does nothing, which tells what loading the library costs.

#define _XOPEN_SOURCE 700

#include <ftw.h>
#include <libxml/HTMLparser.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

static long page_count;
static long image_count;

static void start_element(void *context, const xmlChar *name, const xmlChar **attributes) {
    (void)context;
    if (xmlStrcmp(name, BAD_CAST "img") != 0) return;
    for (; attributes && *attributes; attributes += 2) {
        if (xmlStrcmp(*attributes, BAD_CAST "alt") == 0) return;
    }
    image_count++;
}

static char *read_file(const char *path, long size) {
    FILE *file = fopen(path, "rb");
    char *bytes = malloc(size > 0 ? size : 1);
    if (!file || !bytes || fread(bytes, 1, size, file) != (size_t)size) {
        perror(path);
        exit(2);
    }
    fclose(file);
    return bytes;
}

static int visit(const char *path, const struct stat *status, int kind, struct FTW *place) {
    (void)place;
    const char *extension = strrchr(path, '.');
    if (kind != FTW_F || !extension || (strcmp(extension, ".html") != 0 && strcmp(extension, ".htm") != 0)) return 0;
    page_count++;
    if (status->st_size == 0) return 0;
    char *bytes = read_file(path, status->st_size);
    htmlParserCtxtPtr parser = htmlCreateMemoryParserCtxt(bytes, status->st_size);
    if (!parser) exit(2);
    // Nothing but tags is asked for, and no tree is built.
    memset(parser->sax, 0, sizeof *parser->sax);
    parser->sax->startElement = start_element;
    htmlCtxtUseOptions(parser, HTML_PARSE_NOERROR | HTML_PARSE_NOWARNING | HTML_PARSE_NONET);
    htmlParseDocument(parser);
    if (parser->myDoc) xmlFreeDoc(parser->myDoc);
    htmlFreeParserCtxt(parser);
    free(bytes);
    return 0;
}

int main(int count, char **arguments) {
    LIBXML_TEST_VERSION
    if (count < 2) return 0;
    if (nftw(arguments[1], visit, 64, FTW_PHYS) != 0) {
        perror(arguments[1]);
        return 2;
    }
    printf("%ld pages, %ld images without alt\n", page_count, image_count);
    return 0;
}
