# SPDX-License-Identifier: Apache-2.0
"""The size of the program, and what each dependency adds to it and to its start.

A rough method. Every symbol of the unstripped program belongs to the first module that its mangled name has: generic
code of the standard library that was specialised for a module is that module's. C symbols are told by their prefixes.
Bytes that no symbol covers, such as the tables of the linker and of the runtime, belong to nobody. A relocation belongs
to the symbol that it is in: at every start the loader works through all of them, so they stand for what a dependency
adds to it.
"""

import bisect
import re
import shutil
import subprocess
from collections import Counter
from pathlib import Path

from .folders import WORK
from .report import Findings, Table, megabytes
from .setup import Setup

# Which modules a package brings: prefixes of Swift modules, and of C symbols.
PACKAGES = {
    "alttext itself": ("AltText", "HTMLScan", "ModelsLab", "alttext", "chtml_", "cxml_", "cinflate_"),
    "swift-nio-ssl (BoringSSL)": ("NIOSSL", "CNIOBoringSSL", "NIOTLS"),
    "swift-crypto (BoringSSL)": ("Crypto", "_CryptoExtras", "CCryptoBoringSSL"),
    "swift-nio, -http2, -extras": ("NIO", "_NIO", "CNIO", "c_nio_"),
    "async-http-client": ("AsyncHTTPClient",),
    "swift-argument-parser": ("ArgumentParser",),
    "swift-configuration": ("Configuration",),
    "swift-collections, -algorithms, -numerics, -atomics": (
        "OrderedCollections",
        "DequeModule",
        "InternalCollectionsUtilities",
        "ContainersPreview",
        "Algorithms",
        "RealModule",
        "Atomics",
    ),
    "swift-log, -metrics, -distributed-tracing, -service-context": (
        "Logging",
        "Tracing",
        "Instrumentation",
        "ServiceContextModule",
        "CoreMetrics",
    ),
    "swift-system": ("SystemPackage",),
    "Yams": ("Yams", "CYaml", "yaml_"),
    "Foundation": ("Foundation", "_Foundation", "CoreFoundation", "icu", "uprv_", "ulocimp_", "_CF", "CF"),
    "Dispatch": ("Dispatch", "dispatch_", "_dispatch_"),
    "Swift's regular expressions": ("_StringProcessing", "_RegexParser", "RegexBuilder"),
}
REST = "Swift's standard library and runtime, and what has no module in its name"
# The sections of the file that are read at run time and in which symbols are.
UNATTRIBUTED = "tables without symbols (dynamic symbols, relocations, unwinding, reflection)"


def size(setup: Setup) -> Findings:
    stripped = WORK / "alttext-stripped"
    strip, nm, readelf = (shutil.which(tool) for tool in ("strip", "nm", "readelf"))
    if not (strip and nm and readelf):
        return Findings(skipped=["size: strip, nm or readelf is missing; binutils has them"])
    subprocess.run([strip, "-o", str(stripped), str(setup.alttext)], check=True)
    total = stripped.stat().st_size
    symbols = Symbols(nm, setup.alttext)
    relocations = symbols.relocations(readelf, setup.alttext)
    covered = sum(symbols.bytes.values())
    rows = [(name, megabytes(count), f"{relocations[name]:,}") for name, count in symbols.bytes.most_common()]
    rows.append((UNATTRIBUTED, megabytes(total - covered), f"{relocations[UNATTRIBUTED]:,}"))
    rows.append(("**stripped program**", megabytes(total), f"{sum(relocations.values()):,}"))
    note = "Rough, from the symbols of the unstripped program: `Benchmarks/comparison/size.py` says how."
    return Findings(tables=[Table("Size", ("part", "bytes in the file", "relocations at every start"), rows, note)])


class Symbols:
    """The symbols of a program that take room in its file."""

    def __init__(self, nm: str, program: Path) -> None:
        self.bytes: Counter[str] = Counter()
        self.starts: list[int] = []
        self.spans: list[tuple[int, str]] = []
        listing = subprocess.run(
            [nm, "--print-size", "--defined-only", "--numeric-sort", str(program)],
            capture_output=True,
            text=True,
            check=True,
        )
        end = 0
        for line in listing.stdout.splitlines():
            fields = line.split(maxsplit=3)
            # Symbols without a size have three fields; memory that is only zero (b) takes no room.
            if len(fields) != 4 or fields[2] in "bB":
                continue
            start, length = int(fields[0], 16), int(fields[1], 16)
            package = package_of(fields[3])
            # Where symbols overlap, as aliases do, the first one has the bytes.
            self.bytes[package] += max(0, start + length - max(start, end))
            end = max(end, start + length)
            self.starts.append(start)
            self.spans.append((start + length, package))

    def relocations(self, readelf: str, program: Path) -> Counter[str]:
        """How many relocations lie in the symbols of each package."""
        listing = subprocess.run(
            [readelf, "--relocs", "--wide", str(program)], capture_output=True, text=True, check=True
        )
        counts: Counter[str] = Counter()
        for line in listing.stdout.splitlines():
            if not re.match(r"[0-9a-f]{12,16} ", line):
                continue
            address = int(line.split()[0], 16)
            index = bisect.bisect_right(self.starts, address) - 1
            is_inside = index >= 0 and address < self.spans[index][0]
            counts[self.spans[index][1] if is_inside else UNATTRIBUTED] += 1
        return counts


def package_of(symbol: str) -> str:
    """The package that a symbol belongs to, by the first module in its name."""
    for name in identifiers(symbol):
        for package, prefixes in PACKAGES.items():
            if name.startswith(prefixes):
                return package
    return REST


def identifiers(symbol: str) -> list[str]:
    """The names in a mangled Swift or C++ name, each of which has its length in front of it; else the symbol."""
    if not symbol.startswith(("$s", "_ZN", "_ZZN", "_ZTV", "symbolic ", "associated conformance ")):
        return [symbol.lstrip("_") if symbol.startswith("__") else symbol]
    names = []
    position = 0
    while found := re.compile(r"(?<!\d)[1-9]\d{0,2}(?=[A-Za-z_])").search(symbol, position):
        length = int(found[0])
        names.append(symbol[found.end() : found.end() + length])
        position = found.end() + length
    return names
