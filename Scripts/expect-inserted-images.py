#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Write Tests/HTMLScanTests/Fixtures/inserted-images.txt: the images that two browser-grade parsers see in the pages
of the html5lib tests, each with `<img src=p>` inserted before every `<` and at the end.

usage: expect-inserted-images.py [--check]

One line a test, in the order of the files: the file, the number of the test in it from 1, and for each image in
document order the name of the element it is in, `@`, and the byte offset of its `<`. An image that a parser copies
stands there twice. All tests count, those made for fragments or for scripting too: their data is a page like any
other, and is parsed as one, scripting off. The contents of template are no part of the tree. With --check nothing is
written, and a difference exits 1.

lexbor says which images there are and what they are in, justhtml says it too, and where they stand; any disagreement
between the two is an error.

Needs Python 3.11 and what is in requirements.txt; see CONTRIBUTING.md.
"""
import argparse
import pathlib
import sys

from justhtml import JustHTML
from selectolax.lexbor import LexborHTMLParser

FIXTURES = pathlib.Path(__file__).resolve().parent.parent / "Tests" / "HTMLScanTests" / "Fixtures"
TESTS = FIXTURES / "html5lib"
EXPECTED = FIXTURES / "inserted-images.txt"
IMAGE = "<img src=p>"


def pages(path):
    """The data of each test of a file."""
    found, in_data = [], False
    for line in path.read_bytes().decode("utf-8").split("\n"):
        if line == "#data":
            found.append([])
            in_data = True
        elif line == "#errors":
            in_data = False
        elif in_data:
            found[-1].append(line)
    return ["\n".join(lines) for lines in found]


def seen_by_lexbor(page):
    """What each image is in; lexbor keeps templates out of the tree."""
    return [image.parent.tag.lower() for image in LexborHTMLParser(page).css("img")]


def seen_by_justhtml(page):
    """What each image is in, and where its tag begins, in characters."""
    images = []

    def visit(node):
        for child in node.children or []:
            if child.name == "img" and child.namespace == "html":
                images.append((node.name.lower(), child.origin_offset))
            visit(child)

    visit(JustHTML(page, sanitize=False, scripting_enabled=False, track_node_locations=True).root)
    return images


def expectation(name, number, data):
    page = data.replace("<", f"{IMAGE}<") + IMAGE
    images = seen_by_justhtml(page)
    others = seen_by_lexbor(page)
    if [parent for parent, _ in images] != others:
        raise SystemExit(f"{name} {number}: justhtml sees {images}, lexbor sees {others}; decide by hand")
    places = [f"{parent}@{len(page[:offset].encode('utf-8'))}" for parent, offset in images]
    return " ".join([name, str(number), *places])


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--check", action="store_true", help="compare only; exit 1 if the file differs")
    arguments = parser.parse_args()

    lines = [
        expectation(path.relative_to(TESTS).as_posix(), number, data)
        for path in sorted(TESTS.rglob("*.dat"))
        for number, data in enumerate(pages(path), start=1)
    ]
    text = "".join(f"{line}\n" for line in lines)
    if arguments.check:
        if EXPECTED.read_text("utf-8") != text:
            raise SystemExit(f"{EXPECTED.name} is out of date; run this script without --check")
    else:
        EXPECTED.write_text(text, "utf-8")
    print(f"{len(lines)} tests, {text.count('@')} images")


if __name__ == "__main__":
    sys.exit(main())
