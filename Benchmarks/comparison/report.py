# SPDX-License-Identifier: Apache-2.0
"""What was measured, and how it reads."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from .hyperfine import Timing


@dataclass(frozen=True)
class Figure:
    """A figure that is to be reached."""

    what: str
    measured: str
    reach: str
    is_reached: bool


@dataclass(frozen=True)
class Table:
    """Rows of text below a header; a note says how they came about."""

    title: str
    header: Sequence[str]
    rows: Sequence[Sequence[str]]
    note: str = ""


@dataclass
class Findings:
    """What a benchmark found out."""

    figures: list[Figure] = field(default_factory=list)
    tables: list[Table] = field(default_factory=list)
    # What could not be measured, and why.
    skipped: list[str] = field(default_factory=list)

    def add(self, more: "Findings") -> None:
        self.figures += more.figures
        self.tables += more.tables
        self.skipped += more.skipped


def at_most(bound: float, what: str, ratio: float) -> Figure:
    """Reached where a ratio of times, ours over theirs, is no larger than the bound."""
    return Figure(what, f"{ratio:.2f} times", f"at most {bound:g} times", ratio <= bound)


def at_least_as_fast(bound: float, what: str, ratio: float) -> Figure:
    """Reached where a ratio of times, theirs over ours, is no smaller than the bound."""
    return Figure(what, f"{ratio:.1f} times as fast", f"at least {bound:g} times as fast", ratio >= bound)


def timings(title: str, times: dict[str, Timing], note: str = "") -> Table:
    """The times of several programs, as multiples of the first one's median too."""
    first = next(iter(times.values())).median
    header = ("program", "median, ms", "range, ms", "CPU time, ms", "median / ours")
    rows = [
        (
            name,
            milliseconds(time.median),
            f"{milliseconds(time.shortest)} – {milliseconds(time.longest)}",
            milliseconds(time.work),
            f"{time.median / first:.2f}",
        )
        for name, time in times.items()
    ]
    return Table(title, header, rows, note)


def milliseconds(seconds: float) -> str:
    return f"{1000 * seconds:,.1f}"


def megabytes(count: float) -> str:
    return f"{count / 1e6:,.1f} MB"


def markdown(findings: Findings, machine: Table) -> str:
    """The whole report."""
    parts = [
        "# How fast alttext is\n\nWritten by `make bench`. Times are of whole processes, medians of several runs.\n"
    ]
    parts.append(table(machine))
    if findings.figures:
        rows = [(it.what, it.measured, it.reach, "yes" if it.is_reached else "**no**") for it in findings.figures]
        parts.append(table(Table("The figures to reach", ("what", "measured", "to reach", "reached"), rows)))
    parts += [table(it) for it in findings.tables]
    if findings.skipped:
        parts.append("## Not measured\n\n" + "\n".join(f"- {reason}" for reason in findings.skipped) + "\n")
    return "\n".join(parts)


def table(it: Table) -> str:
    lines = [f"## {it.title}", ""]
    if it.note:
        lines += [it.note, ""]
    lines += [row(it.header), row(["---"] + ["---:"] * (len(it.header) - 1))]
    lines += [row(cells) for cells in it.rows]
    return "\n".join(lines) + "\n"


def row(cells: Sequence[str]) -> str:
    return "| " + " | ".join(cells) + " |"
