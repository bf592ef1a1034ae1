#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Count the images without alt below a folder with lxml, the way its users write it.

usage: count_lxml.py FOLDER
"""

import pathlib
import sys

from lxml import etree

files = sorted(path for path in pathlib.Path(sys.argv[1]).rglob("*") if path.is_file())
pages = [path for path in files if path.suffix in (".html", ".htm")]
find = etree.XPath("count(//img[not(@alt)])")
count = 0
for page in pages:
    tree = etree.parse(str(page), etree.HTMLParser(huge_tree=True))
    # A page without any element has no root.
    if tree.getroot() is not None:
        count += int(find(tree))
print(f"{len(pages)} pages, {count} images without alt")
