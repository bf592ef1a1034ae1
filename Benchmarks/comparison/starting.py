# SPDX-License-Identifier: Apache-2.0
"""Start-up: what a run costs before it reads anything."""

from . import peers, sites
from .folders import pages_of
from .hyperfine import Command, measure
from .report import Findings, timings
from .setup import Setup


def start(setup: Setup) -> Findings:
    site = sites.captions_site()
    alttext, page = str(setup.alttext), str(pages_of(site)[0])
    commands: dict[str, Command] = {
        "alttext --version": [alttext, "--version"],
        "alttext audit of one page": [alttext, "audit", "--root", str(site), page],
        "C program that loads libxml2": [str(peers.sax())],
    }
    note = "What loading libxml2 and the libraries that it needs costs any program is part of ours."
    return Findings(tables=[timings("Start-up", measure(commands, 10 * setup.runs, 5), note)])
