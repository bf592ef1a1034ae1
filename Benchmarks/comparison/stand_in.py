# SPDX-License-Identifier: Apache-2.0
"""The stand-in for the caption service."""

import json
import subprocess
from pathlib import Path

KEY = "stand-in-key"


class StandIn:
    """A stand-in that runs as long as the `with` statement does, and afterwards has counted what it was asked."""

    def __init__(self, program: Path, latency: float) -> None:
        self.command = [str(program), "--key", KEY, "--latency", str(round(1000 * latency))]
        # How many requests there were in all, how many captions were asked for, and for how many different images.
        self.requests = self.captions = self.images = 0

    def __enter__(self) -> "StandIn":
        self.process = subprocess.Popen(self.command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
        assert self.process.stdout
        self.environment = {"MODELSLAB_API_KEY": KEY, "MODELSLAB_API_URL": self.process.stdout.readline().strip()}
        return self

    def __exit__(self, *failure: object) -> None:
        # It serves until its standard input ends.
        said = self.process.communicate()[0]
        vars(self).update(json.loads(said))
