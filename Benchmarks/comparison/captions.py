# SPDX-License-Identifier: Apache-2.0
"""Captions: whether the service is kept busy, and asked no more than it has to be."""

import statistics
from dataclasses import dataclass
from pathlib import Path

from . import sites
from .folders import WORK
from .hyperfine import Command, measure
from .report import Figure, Findings, Table, at_most
from .setup import Setup
from .stand_in import StandIn

LATENCY = 0.2
CONCURRENCY = 5
IDEAL = sites.CAPTION_IMAGES * LATENCY / CONCURRENCY


def caption_queue(setup: Setup) -> Findings:
    site, catalog = sites.captions_site(), WORK / "caption-run.jsonl"
    # A stand-in for each run, so that the requests of each run are counted.
    runs = [caption(setup, site, catalog, LATENCY) for _ in range(setup.slow_runs)]
    count = sites.CAPTION_IMAGES
    what = f"{count} distinct images on {sites.CAPTION_PAGES:,} pages"
    seconds = statistics.median(run.seconds for run in runs)
    asked = sorted({run.requests for run in runs})
    figures = [
        at_most(1.1, f"captions of {what}, against the ideal {IDEAL:.0f} s", seconds / IDEAL),
        Figure(f"requests for {what}", " or ".join(map(str, asked)), f"exactly {count}", asked == [count]),
    ]
    rows = [(str(number), f"{run.seconds:.2f} s", str(run.requests)) for number, run in enumerate(runs, 1)]
    note = f"Service latency {LATENCY * 1000:.0f} ms, concurrency {CONCURRENCY}."
    return Findings(figures, [Table("Captions", ("run", "time", "requests"), rows, note)])


@dataclass(frozen=True)
class CaptionRun:
    """How long it took to fill an empty catalog, and how many requests of any kind the service had."""

    seconds: float
    requests: int


def caption(setup: Setup, site: Path, catalog: Path, latency: float) -> CaptionRun:
    options = ["--site-url", "https://example.org/", "--catalog", str(catalog), "--concurrency", str(CONCURRENCY)]
    command: dict[str, Command] = {"alttext caption": [str(setup.alttext), "caption", str(site), *options]}
    catalog.unlink(missing_ok=True)
    with StandIn(setup.stand_in, latency) as service:
        times = measure(command, runs=1, warmup=0, environment=service.environment)
    return CaptionRun(times["alttext caption"].median, service.requests)
