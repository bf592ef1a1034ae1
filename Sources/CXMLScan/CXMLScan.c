#include "CXMLScan.h"
int cxmlscan_placeholder(void) { return 0; }
