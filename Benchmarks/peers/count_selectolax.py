#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Count the images without alt below a folder with selectolax, the way its users write it.

usage: count_selectolax.py FOLDER
"""

import pathlib
import sys

from selectolax.lexbor import LexborHTMLParser

files = sorted(path for path in pathlib.Path(sys.argv[1]).rglob("*") if path.is_file())
pages = [path for path in files if path.suffix in (".html", ".htm")]
count = sum(len(LexborHTMLParser(page.read_bytes()).css("img:not([alt])")) for page in pages)
print(f"{len(pages)} pages, {count} images without alt")
