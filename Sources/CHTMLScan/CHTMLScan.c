#include "CHTMLScan.h"
#include <libxml/HTMLparser.h>
int chtmlscan_placeholder(void) { return LIBXML_VERSION; }
