#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Measure alttext beside other programs that read HTML, and print what came out as Markdown.

usage: compare.py [--rows NAME,…] [--runs N] [--slow] [--output FILE] [--help for more]

`make bench` builds what this runs. Inputs are Debian's documentation packages and generated sites, which are kept
below .build. Programs that are missing are installed with apt where that is possible; what cannot be had is named in
the report.

Needs Python 3.11, hyperfine and a C compiler.
"""

import argparse
import shutil
import sys
from collections.abc import Callable
from pathlib import Path

from comparison import (
    captions,
    debian,
    machine,
    memory,
    reading,
    rewriting,
    size,
    stages,
    starting,
)
from comparison.folders import BENCHMARKS, REPOSITORY, WORK
from comparison.hyperfine import MeasurementError
from comparison.report import Findings, markdown
from comparison.setup import Setup

ROWS: dict[str, Callable[[Setup], Findings]] = {
    "python": reading.python_manual,
    "without-alt": reading.without_alt,
    "checkers": reading.checkers,
    "memory": memory.peak_memory,
    "captions": captions.caption_queue,
    "fix": rewriting.fix,
    "postgresql": reading.postgresql_manual,
    "boost": reading.boost_manual,
    "start": starting.start,
    "size": size.size,
    "stages": stages.stages,
}
# Minutes for each run, and hundreds of megabytes to install.
SLOW = {"checkers"}


def main() -> None:
    options = parse(sys.argv[1:])
    names = options.rows or [name for name in ROWS if options.slow or name not in SLOW]
    setup = Setup(
        alttext=options.alttext.resolve(),
        stand_in=options.stand_in.resolve(),
        python=options.python.absolute(),
        runs=options.runs,
        slow_runs=max(1, options.runs // 5),
    )
    WORK.mkdir(parents=True, exist_ok=True)
    debian.provide(["hyperfine"])
    if not shutil.which("hyperfine"):
        sys.exit(
            "bench: hyperfine is missing, and could not be installed. It is at https://github.com/sharkdp/hyperfine."
        )
    findings = Findings(
        skipped=[f"{name}: only with --slow" for name in SLOW if name not in names and not options.rows]
    )
    described = machine.describe(setup)
    for name in names:
        print(f"bench: {name}", file=sys.stderr)
        try:
            findings.add(ROWS[name](setup))
        except MeasurementError as failure:
            findings.skipped.append(f"{name}: {failure}")
    report = markdown(findings, described)
    print(report, end="")
    if options.output:
        options.output.write_text(report, encoding="utf-8")


def parse(arguments: list[str]) -> argparse.Namespace:
    parser = argparse.ArgumentParser(description="Measure alttext beside other programs that read HTML.")
    parser.add_argument("--rows", type=row_names, metavar="NAME,…", help=f"only these of {', '.join(ROWS)}")
    parser.add_argument("--runs", type=int, default=10, help="how often each command is run (default: 10)")
    parser.add_argument("--slow", action="store_true", help="the checkers that take minutes too")
    parser.add_argument("--output", type=Path, metavar="FILE", help="write the report there too")
    parser.add_argument("--alttext", type=Path, default=REPOSITORY / ".build/release/alttext", metavar="FILE")
    parser.add_argument("--stand-in", type=Path, default=BENCHMARKS / ".build/release/stand-in", metavar="FILE")
    parser.add_argument(
        "--python",
        type=Path,
        default=WORK / "venv/bin/python",
        metavar="FILE",
        help="the Python with the packages of requirements.txt",
    )
    return parser.parse_args(arguments)


def row_names(text: str) -> list[str]:
    names = [name for name in text.split(",") if name]
    if unknown := [name for name in names if name not in ROWS]:
        raise argparse.ArgumentTypeError(f"no such row: {', '.join(unknown)}; there are {', '.join(ROWS)}")
    return names


if __name__ == "__main__":
    main()
