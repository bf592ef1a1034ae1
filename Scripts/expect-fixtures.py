#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Write fixtures/site-expected.jsonl: what two browser-grade HTML parsers see in the pages of fixtures/site.

usage: expect-fixtures.py [--check]

One JSON object a page, sorted by path: `file`; `encoding` and how it was found; `base`, the first base href;
`total_img`, the img elements of the tree; `missing_alt`, those without alt; and `src`, their src values in
document order, null where there is none. Scripting is off, and the contents of template are no part of the
tree; `template_img` counts what is there. With --check nothing is written, and a difference exits 1.

lexbor and html5lib have to agree about every page, and fixtures/README.md has to list every page; anything
else is an error.

Needs Python 3.11, selectolax 1.0.2 and html5lib 1.1:
    python3 -m venv .build/fixture-tools && .build/fixture-tools/bin/pip install -r Scripts/requirements.txt
"""
import argparse
import json
import pathlib
import sys

import html5lib
import webencodings
from html5lib._inputstream import EncodingParser
from selectolax.lexbor import LexborHTMLParser

FIXTURES = pathlib.Path(__file__).resolve().parent.parent / "fixtures"
SITE = FIXTURES / "site"
EXPECTED = FIXTURES / "site-expected.jsonl"
PAGE_LIST = FIXTURES / "README.md"
EXTENSIONS = {".html", ".htm", ".xhtml"}
XHTML = "{http://www.w3.org/1999/xhtml}"


def decoded(content):
    """The text of a page, its encoding and where that was found: byte order mark, meta element, or the bytes."""
    if content.startswith(b"\xef\xbb\xbf"):
        return content[3:].decode("utf-8", "replace"), "utf-8", "bom"
    declared = EncodingParser(content[:1024]).getEncoding()
    if declared is not None:
        return webencodings.decode(content, declared)[0], declared.name, "meta"
    try:
        return content.decode("utf-8"), "utf-8", "valid-utf-8"
    except UnicodeDecodeError:
        return webencodings.decode(content, "windows-1252")[0], "windows-1252", "fallback"


def seen_by_lexbor(text):
    """The `src` of each img in the tree and whether it has an alt; lexbor keeps templates out of the tree."""
    tree = LexborHTMLParser(text)
    images = []
    for node in tree.css("img"):
        src = node.attributes.get("src")
        if src is None and "src" in node.attributes:
            src = ""  # selectolax gives None for an empty value too
        images.append((src, "alt" in node.attributes))
    base = tree.css_first("base[href]")
    return images, base.attributes["href"] if base else None


def seen_by_html5lib(text):
    """The same from html5lib, and the number of images in templates, which it takes for ordinary elements."""
    images, inert = [], 0

    def visit(element, in_template):
        nonlocal inert
        if element.tag == f"{XHTML}img":
            if in_template:
                inert += 1
            else:
                images.append((element.get("src"), "alt" in element.attrib))
        for child in element:
            visit(child, in_template or element.tag == f"{XHTML}template")

    visit(html5lib.parse(text, treebuilder="etree", namespaceHTMLElements=True, scripting=False), False)
    return images, inert


def expectation(path):
    name = path.relative_to(SITE).as_posix()
    text, encoding, source = decoded(path.read_bytes())
    images, base = seen_by_lexbor(text)
    others, inert = seen_by_html5lib(text)
    if images != others:
        raise SystemExit(f"{name}: lexbor sees {images}, html5lib sees {others}; one of them is wrong, decide by hand")
    missing = [src for src, has_alt in images if not has_alt]
    return {
        "file": name,
        "encoding": encoding,
        "enc_source": source,
        "base": base,
        "total_img": len(images),
        "missing_alt": len(missing),
        "src": missing,
        "template_img": inert,
    }


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--check", action="store_true", help="compare only; exit 1 if the file differs")
    arguments = parser.parse_args()

    pages = sorted(path for path in SITE.rglob("*") if path.suffix in EXTENSIONS)
    listed = PAGE_LIST.read_text("utf-8")
    unlisted = [name for path in pages if f"`{(name := path.relative_to(SITE).as_posix())}`" not in listed]
    if unlisted:
        raise SystemExit(f"fixtures/README.md does not say what these pages are for: {', '.join(unlisted)}")

    records = [expectation(path) for path in pages]
    lines = "".join(json.dumps(record, ensure_ascii=False) + "\n" for record in records)
    if arguments.check:
        if EXPECTED.read_text("utf-8") != lines:
            raise SystemExit("fixtures/site-expected.jsonl is out of date; run this script without --check")
    else:
        EXPECTED.write_text(lines, "utf-8")
    print(f"{len(records)} pages, {sum(r['total_img'] for r in records)} images, "
          f"{sum(r['missing_alt'] for r in records)} without alt, {sum(r['template_img'] for r in records)} in templates")


if __name__ == "__main__":
    sys.exit(main())
