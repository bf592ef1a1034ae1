# SPDX-License-Identifier: Apache-2.0
"""Debian's packages: manuals to read, and programs to be held against."""

import functools
import os
import shutil
import subprocess
import sys
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from .folders import WORK


@dataclass(frozen=True)
class Manual:
    """HTML that a package has below /usr/share/doc."""

    name: str
    # The packages of several releases of Debian; the first that is here, else the first that can be had, is taken.
    packages: tuple[str, ...]
    # Where the pages are in the package's folder.
    folder: str

    def find(self) -> Path | None:
        """The folder with the pages, fetched if it is not here; `None` where it cannot be had."""
        installed = (Path("/usr/share/doc") / package / self.folder for package in self.packages)
        # Resolved: some of the folders are links, which not every program follows.
        here = next((folder.resolve() for folder in installed if folder.is_dir()), None)
        return here or next((folder for package in self.packages if (folder := self._unpack(package))), None)

    def _unpack(self, package: str) -> Path | None:
        """Unpacks a package below .build: that takes no right to install, and no container leaves documentation out."""
        target = WORK / "manuals" / package
        folder = target / "usr/share/doc" / package / self.folder
        if folder.is_dir():
            return folder.resolve()
        if not shutil.which("apt-get") or not is_known(package):
            return None
        target.mkdir(parents=True, exist_ok=True)
        # apt-get hands downloads to a user who may not write here, and complains of it.
        download = ["apt-get", "download", "-qq", "-o", "APT::Sandbox::User=", package]
        if subprocess.run(download, cwd=target, stdout=sys.stderr).returncode != 0:
            return None
        archive = next(target.glob("*.deb"))
        subprocess.run(["dpkg-deb", "-x", str(archive), str(target)], check=True)
        archive.unlink()
        return folder.resolve() if folder.is_dir() else None


PYTHON = Manual("Python manual", ("python3.11-doc", "python3.13-doc"), "html")
POSTGRESQL = Manual("PostgreSQL manual", ("postgresql-doc-15", "postgresql-doc-17"), "html")
BOOST = Manual("Boost documentation", ("libboost1.74-doc", "libboost1.83-doc"), "doc/html")

# The packages of programs, by the program's name.
PROGRAMS = {
    "hyperfine": "hyperfine",
    "rg": "ripgrep",
    "tidy": "tidy",
    "htmlproofer": "ruby-html-proofer",
    "java": "default-jre-headless",
}


def is_known(package: str) -> bool:
    """Whether apt has a package in its lists."""
    update()
    shown = subprocess.run(
        ["apt-cache", "show", package], stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, check=False
    )
    return bool(shown.stdout)


@functools.cache
def update() -> None:
    """Fetches apt's lists, once: those of a fresh container are empty."""
    if shutil.which("apt-get") and (command := as_root("apt-get", "update", "-qq")):
        subprocess.run(command, stdout=sys.stderr, check=False)


def provide(programs: Iterable[str]) -> None:
    """Installs the programs that are missing, where that is possible. Who needs one looks whether it is there."""
    missing = [PROGRAMS[program] for program in programs if not shutil.which(program)]
    install = as_root(
        "env", "DEBIAN_FRONTEND=noninteractive", "apt-get", "install", "-y", "-qq", "--no-install-recommends"
    )
    if not missing or not install or not shutil.which("apt-get"):
        return
    print(f"bench: installing {', '.join(missing)} with apt-get", file=sys.stderr)
    update()
    # One by one: a package that this release of Debian lacks keeps no other from being installed.
    for package in missing:
        subprocess.run([*install, package], stdin=subprocess.DEVNULL, stdout=sys.stderr, check=False)


def as_root(*command: str) -> list[str] | None:
    """A command as root runs it; `None` where this user cannot become root."""
    if os.geteuid() == 0:
        return list(command)
    return ["sudo", "-n", *command] if shutil.which("sudo") else None
