# SPDX-License-Identifier: Apache-2.0
"""Rewriting: what it costs beyond reading the pages and writing the changed ones."""

import filecmp
import shlex
import shutil
from pathlib import Path

from . import sites
from .captions import caption
from .folders import WORK, pages_of
from .hyperfine import Command, MeasurementError, measure
from .report import Findings, at_most, timings
from .setup import Setup


def fix(setup: Setup) -> Findings:
    original, site, copy = sites.captions_site(), WORK / "fixed", WORK / "copied"
    catalog = WORK / "filled.jsonl"
    caption(setup, original, catalog, latency=0)
    shutil.rmtree(site, ignore_errors=True)
    shutil.copytree(original, site)
    audit = shlex.join(setup.audit(original))
    cp = f"cp -R {shlex.quote(str(original / 'pages'))} {shlex.quote(str(copy))}"
    commands: dict[str, Command] = {
        "alttext fix --offline": [str(setup.alttext), "fix", str(site), "--offline", "--catalog", str(catalog)],
        "alttext audit, then cp": ["sh", "-c", f"{audit} >/dev/null; {cp}"],
        "alttext audit": setup.audit(original),
        "cp of the changed pages": shlex.split(cp),
    }
    # What one run leaves to be written to disk is not to slow down the next.
    pages = shlex.quote(str(site / "pages"))
    restore = ["sh", "-c", f"rm -rf {pages} && cp -R {shlex.quote(str(original / 'pages'))} {pages} && sync"]
    remove = ["sh", "-c", f"rm -rf {shlex.quote(str(copy))} && sync"]
    ours, theirs, _, copying = commands
    times = measure(commands, setup.runs, prepare={ours: restore, theirs: remove, copying: remove})
    changed = sum(map(differ, pages_of(original / "pages"), pages_of(site / "pages")))
    if changed != sites.CAPTION_PAGES:
        raise MeasurementError(f"alttext fix changed {changed} pages of {sites.CAPTION_PAGES}")
    what = "fix of a site with everything in the catalog, against audit of it plus cp of the changed pages"
    figure = at_most(1.5, what, times[ours].median / times[theirs].median)
    note = f"{changed:,} pages, each with one image without alt that is in the catalog."
    return Findings([figure], [timings("Rewriting", times, note)])


def differ(one: Path, other: Path) -> bool:
    return not filecmp.cmp(one, other, shallow=False)
