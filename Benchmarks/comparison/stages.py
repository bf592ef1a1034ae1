# SPDX-License-Identifier: Apache-2.0
"""The stages that a page goes through, each by itself, by the Swift package in this folder."""

import json
import subprocess

from .folders import BENCHMARKS
from .report import Findings, Table
from .setup import Setup


def stages(_: Setup) -> Findings:
    command = [
        "swift",
        "package",
        "--package-path",
        str(BENCHMARKS),
        "benchmark",
        "--no-progress",
        "--format",
        "jmh",
        "--path",
        "stdout",
    ]
    run = subprocess.run(command, stdout=subprocess.PIPE, text=True, check=False)
    # What was built, and notes, stand in front of the results.
    results = next((line for line in run.stdout.splitlines() if line.startswith("[{")), None)
    if run.returncode != 0 or results is None:
        return Findings(skipped=["stages: the package in Benchmarks was not built, or ended early"])
    rows = []
    for result in json.loads(results):
        percentiles = result["primaryMetric"]["scorePercentiles"]
        name = result["benchmark"].rpartition(".")[2].replace("_", " ")
        rows.append((name, f"{percentiles['50.0']:,}", f"{percentiles['0.0']:,} – {percentiles['100.0']:,}"))
    note = "One thread, over a page of 1,000,000 bytes: pages a second are megabytes a second."
    return Findings(tables=[Table("Stages", ("stage", "median, MB/s", "range, MB/s"), rows, note)])
