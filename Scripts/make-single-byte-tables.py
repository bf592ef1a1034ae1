#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Writes Sources/HTMLScan/Encoding/SingleByteTables.swift from Python's own codecs.

The Encoding Standard differs from Python in the places listed in DIFFERENCES, and by giving the C1 controls to bytes
0x80 to 0x9F that a Windows code page leaves open. Run it from the root of the repository; it needs nothing else.
"""

from pathlib import Path

ENCODINGS = {
    "ibm866": "cp866", "isoLatin2": "iso8859_2", "isoLatin3": "iso8859_3", "isoLatin4": "iso8859_4",
    "isoCyrillic": "iso8859_5", "isoArabic": "iso8859_6", "isoGreek": "iso8859_7", "isoHebrew": "iso8859_8",
    "isoLatin6": "iso8859_10", "isoLatin7": "iso8859_13", "isoLatin8": "iso8859_14", "isoLatin9": "iso8859_15",
    "isoLatin10": "iso8859_16", "koi8R": "koi8_r", "koi8U": "koi8_u", "macintosh": "mac_roman",
    "windows874": "cp874", "windows1250": "cp1250", "windows1251": "cp1251", "windows1252": "cp1252",
    "windows1253": "cp1253", "windows1254": "cp1254", "windows1255": "cp1255", "windows1256": "cp1256",
    "windows1257": "cp1257", "windows1258": "cp1258", "macCyrillic": "mac_cyrillic",
}
DIFFERENCES = {
    "koi8U": {0xAE: 0x045E, 0xBE: 0x040E},
    "windows1255": {0xCA: 0x05BA},
}
PER_LINE = 12


def table(name, codec):
    values = []
    for byte in range(0x80, 0x100):
        try:
            value = ord(bytes([byte]).decode(codec))
        except UnicodeDecodeError:
            value = byte if name.startswith("windows") and byte < 0xA0 else 0xFFFD
        values.append(DIFFERENCES.get(name, {}).get(byte, value))
    return values


def main():
    lines = [
        "// SPDX-License-Identifier: Apache-2.0",
        "// Written by Scripts/make-single-byte-tables.py; change that instead.",
        "",
        "/// The Unicode scalars of bytes 0x80 to 0xFF in each single-byte encoding; U+FFFD where there is none.",
        "///",
        "/// Encoding: <https://encoding.spec.whatwg.org/#legacy-single-byte-encodings>",
        "enum SingleByteTables {",
    ]
    for name, codec in ENCODINGS.items():
        values = [f"0x{value:04X}" for value in table(name, codec)]
        lines.append(f"    static let {name}: [UInt16] = [")
        for start in range(0, len(values), PER_LINE):
            lines.append("        " + ", ".join(values[start:start + PER_LINE]) + ",")
        lines += ["    ]", ""]
    lines[-1] = "}"
    target = Path(__file__).parent.parent / "Sources/HTMLScan/Encoding/SingleByteTables.swift"
    target.write_text("\n".join(lines) + "\n")


if __name__ == "__main__":
    main()
