#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Writes Sources/HTMLScan/CharacterReferences/NamedCharacterReferences+Data.swift from Python's `html.entities`.

Each entry is a name as it stands behind the ampersand, `=`, and its code points in hexadecimal joined by `+`. The entries
are in the order of their bytes. Run it from the root of the repository; it needs nothing else.
"""

from html.entities import html5
from pathlib import Path

WIDTH = 112


def main():
    entries = [f"{name}=" + "+".join(f"{ord(c):X}" for c in html5[name]) for name in sorted(html5)]
    rows, row = [], ""
    for entry in entries:
        if row and len(row) + 1 + len(entry) > WIDTH:
            rows.append(row)
            row = entry
        else:
            row = f"{row} {entry}" if row else entry
    rows.append(row)
    lines = [
        "// SPDX-License-Identifier: Apache-2.0",
        "// Written by Scripts/make-character-references.py; change that instead.",
        "",
        "extension NamedCharacterReferences {",
        f"    /// The {len(entries):,} named character references of the HTML standard, in the order of their bytes.",
        "    static let data = \"\"\"",
        *("        " + row for row in rows),
        "        \"\"\"",
        "}",
    ]
    folder = Path(__file__).parent.parent / "Sources/HTMLScan/CharacterReferences"
    (folder / "NamedCharacterReferences+Data.swift").write_text("\n".join(lines) + "\n")


if __name__ == "__main__":
    main()
