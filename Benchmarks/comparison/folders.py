# SPDX-License-Identifier: Apache-2.0
"""Where things are. Whatever is made goes below .build: nothing of it belongs into the repository."""

from pathlib import Path

REPOSITORY = Path(__file__).resolve().parent.parent.parent
BENCHMARKS = REPOSITORY / "Benchmarks"
WORK = REPOSITORY / ".build/benchmarks"


def pages_of(folder: Path) -> list[Path]:
    """The HTML pages below a folder, in a fixed order."""
    return sorted(path for path in folder.rglob("*") if path.suffix in (".html", ".htm") and path.is_file())
