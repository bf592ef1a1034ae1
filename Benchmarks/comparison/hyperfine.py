# SPDX-License-Identifier: Apache-2.0
"""Times of whole processes, taken by hyperfine."""

import json
import os
import shlex
import subprocess
import sys
import tempfile
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

Command = Sequence[str]

# What programs end with whether they found something or not; 123 is how xargs says 1.
FOUND_OR_NOT = {0, 1, 123}


class MeasurementError(Exception):
    """A program did not do what is measured: however short that took, it is no figure."""


@dataclass(frozen=True)
class Timing:
    """Seconds that a program took from its start to its end."""

    median: float
    shortest: float
    longest: float
    # Seconds of work on all cores together, the mean: what waiting for other programs on the machine does not change.
    work: float


def measure(
    commands: Mapping[str, Command],
    runs: int,
    warmup: int = 1,
    prepare: Mapping[str, Command] | None = None,
    environment: Mapping[str, str] | None = None,
) -> dict[str, Timing]:
    """Runs commands one after the other, each several times, in one run of hyperfine.

    A status of 1 is no reason to stop: it is how most of these programs say that they found something.
    `prepare` has what is run, and not measured, in front of each run of the command of that name.
    """
    with tempfile.NamedTemporaryFile(suffix=".json") as export:
        call = ["hyperfine", "--shell=none", "--ignore-failure", "--style=basic", f"--export-json={export.name}"]
        call += [f"--runs={runs}", f"--warmup={warmup}"]
        if prepare is not None:
            call += [f"--prepare={shlex.join(prepare.get(name, ['true']))}" for name in commands]
        for name, command in commands.items():
            call += ["--command-name", name, shlex.join(command)]
        status = subprocess.run(
            call, stdout=sys.stderr, check=False, env={**os.environ, **(environment or {})}
        ).returncode
        if status != 0:
            raise MeasurementError(f"hyperfine ended with status {status}")
        results = json.load(export)["results"]
    for result in results:
        if failures := set(result.get("exit_codes", [])) - FOUND_OR_NOT:
            raise MeasurementError(f"{result['command']} ended with status {', '.join(map(str, failures))}")
    return {
        result["command"]: Timing(result["median"], result["min"], result["max"], result["user"] + result["system"])
        for result in results
    }
