# SPDX-License-Identifier: Apache-2.0
"""The machine and the versions that figures belong to."""

import os
import platform
import re
import statistics
import subprocess
import sys
import time
from pathlib import Path

from .folders import REPOSITORY
from .peers import version
from .report import Table
from .setup import Setup


def describe(setup: Setup) -> Table:
    """No names of hosts or users, and no paths: figures are published."""
    memory = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 2**30
    rows = [
        ("processor", f"{processor()}, {os.cpu_count()} cores"),
        ("memory", f"{memory:.0f} GiB"),
        ("system", f"{system()}, {platform.machine()}"),
        ("load at the start", f"{os.getloadavg()[0]:.1f}"),
        ("all cores together", f"{parallelism():.1f} times the work of one"),
        ("alttext", f"{version(str(setup.alttext), '--version')} ({commit()})"),
        ("Swift", number(version("swift", "--version"))),
        ("libxml2", version("pkg-config", "--modversion", "libxml-2.0")),
        ("hyperfine", number(version("hyperfine", "--version"))),
        ("ripgrep", number(version("rg", "--version"))),
        ("selectolax", module_version(setup, "selectolax")),
        ("lxml", module_version(setup, "lxml")),
        ("tidy", number(version("tidy", "--version"))),
    ]
    return Table("Machine and versions", ("what", "which"), rows)


def processor() -> str:
    try:
        named = re.search(r"^model name\s*: (.*)$", Path("/proc/cpuinfo").read_text(), re.MULTILINE)
    except FileNotFoundError:
        named = None
    return named[1] if named else version("sysctl", "-n", "machdep.cpu.brand_string") or platform.processor()


def parallelism() -> float:
    """How much work all cores do at once: those of a virtual machine can be fewer than it says."""
    loop = [sys.executable, "-ISc", "for _ in range(10_000_000): pass"]

    def seconds(count: int) -> float:
        start = time.monotonic()
        for process in [subprocess.Popen(loop) for _ in range(count)]:
            process.wait()
        return time.monotonic() - start

    cores = os.cpu_count() or 1
    return statistics.median(cores * seconds(1) / seconds(cores) for _ in range(5))


def system() -> str:
    try:
        return platform.freedesktop_os_release()["PRETTY_NAME"]
    except OSError:
        return f"{platform.system()} {platform.release()}"


def commit() -> str:
    described = ["git", "-C", str(REPOSITORY), "describe", "--always", "--dirty"]
    return subprocess.run(described, capture_output=True, text=True, check=False).stdout.strip() or "no commit"


def module_version(setup: Setup, module: str) -> str:
    return version(str(setup.python), "-c", f"import importlib.metadata as it; print(it.version('{module}'))")


def number(line: str) -> str:
    """The first thing in a line that looks like the number of a version."""
    found = re.search(r"\d+(\.\d+)+", line)
    return found[0] if found else "not there"
