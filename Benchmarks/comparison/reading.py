# SPDX-License-Identifier: Apache-2.0
"""Audits of manuals, beside other programs that read the same pages."""

from pathlib import Path

from . import debian, peers, sites
from .debian import Manual
from .folders import pages_of
from .hyperfine import Command, Timing, measure
from .report import Findings, at_least_as_fast, at_most, timings
from .setup import Setup

OURS = "alttext audit"


def python_manual(setup: Setup) -> Findings:
    """Every image has an alt: what a gate costs where there is nothing to say."""
    findings, times = manual(setup, debian.PYTHON)
    if peers.RIPGREP in times:
        ratio = times[OURS].median / times[peers.RIPGREP].median
        findings.figures.append(at_most(2.0, "audit of the Python manual, against `rg -c '<img'`", ratio))
    if peers.SELECTOLAX in times:
        ratio = times[peers.SELECTOLAX].median / times[OURS].median
        findings.figures.append(at_least_as_fast(4, "audit of the Python manual, against selectolax", ratio))
    return findings


def postgresql_manual(setup: Setup) -> Findings:
    return manual(setup, debian.POSTGRESQL)[0]


def boost_manual(setup: Setup) -> Findings:
    return manual(setup, debian.BOOST)[0]


def without_alt(setup: Setup) -> Findings:
    """Every page has an image without alt, and has to be parsed to its end."""
    folder = debian.PYTHON.find()
    if not folder:
        return Findings(skipped=[missing(debian.PYTHON)])
    findings, times = pages(
        setup, f"{debian.PYTHON.name}, every page with an image without alt", sites.without_alt(folder)
    )
    ratio = times[OURS].median / times[peers.SAX].median
    what = "audit where every page has an image without alt, against the single-threaded C loop over SAX"
    findings.figures.append(at_most(0.9, what, ratio))
    return findings


def checkers(setup: Setup) -> Findings:
    """The checkers that take minutes."""
    folder = debian.POSTGRESQL.find()
    if not folder:
        return Findings(skipped=[missing(debian.POSTGRESQL)])
    commands, skipped = peers.slow(setup, folder)
    if not commands:
        return Findings(skipped=skipped)
    times = measure({OURS: setup.audit(folder)}, setup.runs)
    times |= measure(commands, setup.slow_runs, warmup=0)
    findings = Findings(tables=[timings(f"{debian.POSTGRESQL.name}, beside other checkers", times)], skipped=skipped)
    for name, bound in ((peers.HTML_PROOFER, 500), (peers.HTML_PROOFER_IMAGES, 500), (peers.NU, 100)):
        if name in times:
            ratio = times[name].median / times[OURS].median
            findings.figures.append(at_least_as_fast(bound, f"audit of the PostgreSQL manual, against {name}", ratio))
    return findings


def manual(setup: Setup, manual: Manual) -> tuple[Findings, dict[str, Timing]]:
    folder = manual.find()
    return pages(setup, manual.name, folder) if folder else (Findings(skipped=[missing(manual)]), {})


def pages(setup: Setup, name: str, folder: Path) -> tuple[Findings, dict[str, Timing]]:
    """The times of ours and of every quick peer over the same pages."""
    others, skipped = peers.quick(setup, folder)
    commands: dict[str, Command] = {OURS: setup.audit(folder), **others}
    times = measure(commands, setup.runs)
    paths = pages_of(folder)
    size = sum(path.stat().st_size for path in paths) / 1e6
    return Findings(tables=[timings(name, times, f"{len(paths):,} pages, {size:.1f} MB.")], skipped=skipped), times


def missing(manual: Manual) -> str:
    return f"{manual.name}: none of {', '.join(manual.packages)} is here, and apt could not fetch one"
