# SPDX-License-Identifier: Apache-2.0
"""Memory: whether it stays flat where a site grows."""

import statistics
import subprocess
import sys
from pathlib import Path

from . import sites
from .report import Figure, Findings, Table, at_most, megabytes
from .setup import Setup

FEW, MANY = 10_000, 100_000
LIMIT = 100_000_000


def peak_memory(setup: Setup) -> Findings:
    few, many = (median_peak(setup, sites.site_of(count)) for count in (FEW, MANY))
    figures = [
        at_most(1.1, f"peak memory of an audit, {MANY:,} pages against {FEW:,}", many / few),
        Figure(
            f"peak memory of an audit of {MANY:,} pages", megabytes(many), f"under {megabytes(LIMIT)}", many < LIMIT
        ),
    ]
    rows = [(f"{count:,}", megabytes(peak)) for count, peak in ((FEW, few), (MANY, many))]
    note = f"One page in {sites.PAGES_A_FINDING} has an image without alt. Medians of the resident memory's peak."
    return Findings(figures, [Table("Memory", ("pages", "peak"), rows, note)])


def median_peak(setup: Setup, site: Path) -> float:
    helper = Path(__file__).with_name("peak_memory.py")
    call = [sys.executable, "-IS", str(helper), *setup.audit(site)]
    return statistics.median(
        int(subprocess.run(call, stdout=subprocess.PIPE, check=True).stdout) for _ in range(setup.runs)
    )
