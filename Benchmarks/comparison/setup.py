# SPDX-License-Identifier: Apache-2.0
"""What every benchmark is given."""

from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True)
class Setup:
    """The programs that are built and how often they are run."""

    alttext: Path
    # The stand-in for the caption service.
    stand_in: Path
    # The Python that has the packages of requirements.txt.
    python: Path
    runs: int
    # How often what takes minutes is run.
    slow_runs: int

    def audit(self, folder: Path) -> list[str]:
        """The command that audits a site and reports as text."""
        return [str(self.alttext), "audit", str(folder)]
