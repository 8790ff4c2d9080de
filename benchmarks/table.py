"""Renders a run as one Markdown table: rows are measures, columns are contestants."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from benchmarks.contestant import BATCH, CHECK, LOAD, MATRIX, TICKETS, WHO

if TYPE_CHECKING:
    from collections.abc import Callable

    from benchmarks.result import Entry, Figure, Result


@dataclass(frozen=True)
class Row:
    """A row of the table: the figure's key, what it is called, how it is written, and its measure."""

    key: str
    label: str
    write: Callable[[float], str]
    measure: str
    more_is_better: bool = False


def write_seconds(seconds: float) -> str:
    """Write seconds in the unit that reads best, with three digits.

    Examples
    --------
    >>> write_seconds(0.0000034), write_seconds(0.0123), write_seconds(104.2)
    ('3.40 µs', '12.3 ms', '104 s')
    """
    for factor, unit in ((1e6, "µs"), (1e3, "ms")):
        if seconds * factor < 999.5:
            return f"{write_number(seconds * factor)} {unit}"
    return f"{write_number(seconds)} s"


def write_number(value: float) -> str:
    """Write a number with three digits, and with spaces between thousands.

    Examples
    --------
    >>> write_number(3.14159), write_number(31.4159), write_number(31415.9)
    ('3.14', '31.4', '31 416')
    """
    if value >= 99.95:
        return f"{value:,.0f}".replace(",", " ")
    return f"{value:.1f}" if value >= 9.995 else f"{value:.2f}"


def _microseconds(value: float) -> str:
    return write_seconds(value / 1e6)


ROWS: Final = (
    Row(LOAD, "load, from csv to ready", write_seconds, LOAD),
    Row("reading", "– of which our reader", write_seconds, LOAD),
    Row("check_p50", "one check, p50", _microseconds, CHECK),
    Row("check_p99", "one check, p99", _microseconds, CHECK),
    Row(BATCH, "batch, checks a second", write_number, BATCH, more_is_better=True),
    Row("tickets_p50", "an employee's tickets, p50", _microseconds, TICKETS),
    Row("tickets_p99", "an employee's tickets, p99", _microseconds, TICKETS),
    Row("who_p50", "who, for a unit and role, p50", _microseconds, WHO),
    Row("who_p99", "who, for a unit and role, p99", _microseconds, WHO),
    Row(MATRIX, "full matrix, counted", write_seconds, MATRIX),
    Row("resident", "resident memory, MiB", write_number, "memory"),
    Row("bytes", "bytes per relation", write_number, "bytes"),
)
_NO_RATIO: Final = frozenset({"reading"})
_BASES: Final = ("compiled", "reference", "networkx")


def render(result: Result) -> str:
    """Return the run as Markdown: what was asked, the table, what each can't do, and the notes."""
    base = choose_base(result)
    present = [one for one in result.entries if not one.unavailable]
    parts = [_heading(result), _table(result.entries, base, _marks(result.entries))]
    parts.append(_reading_help(base))
    parts.append("\n".join(_footnotes(result.entries)))
    parts.append("\n".join(_notes(present)))
    return "\n\n".join(part for part in parts if part) + "\n"


def choose_base(result: Result) -> Entry | None:
    """Return the contestant that ratios refer to: the compiled engine, or the next there is."""
    present = {one.name: one for one in result.entries if not one.unavailable}
    return next((present[name] for name in _BASES if name in present), None)


def ratio(row: Row, figure: Figure, base: Figure | None) -> float | None:
    """Return how many times the base's cost a figure is, or None where that means nothing.

    A rate counts the other way round, so that a larger ratio is always dearer.
    """
    if base is None or row.key in _NO_RATIO or not (base.value and figure.value):
        return None
    quotient = figure.value / base.value
    return 1 / quotient if row.more_is_better else quotient


def _heading(result: Result) -> str:
    machine, asked = result.machine, result.asked
    tickets = "unknown" if result.tickets is None else f"{result.tickets:,}".replace(",", " ")
    relations = f"{result.relations:,}".replace(",", " ")
    employees = f"{result.employees:,}".replace(",", " ")
    return (
        f"### {result.size}: {employees} employees, {relations} relations, {tickets} tickets\n\n"
        f"Asked about {result.day} (data from seed {result.seed}). {asked.positive:.0%} of the"
        f" checks are a yes; half of the rest are near misses. An employee asked for has"
        f" {asked.tickets_mean:.1f} tickets on average, a unit and role {asked.who_mean:.1f} people."
        f" Medians of {result.rounds} rounds in which the contestants took turns, each after a"
        f" warm-up.\n\n"
        f"Machine: {machine.processor}, {machine.cores} cores, {machine.memory_gib} GiB,"
        f" {machine.system}, Python {machine.python}; load average {machine.load_average} when the"
        f" run began; taking a time costs {machine.clock_ns} ns, which is part of every figure."
    )


def _reading_help(base: Entry | None) -> str:
    if base is None:
        return ""
    return (
        f"In parentheses: how many times the cost of *{base.title}* (for a rate, how many times"
        " slower); above 1 is dearer. Bytes per relation: growth of resident memory while loading;"
        " for what keeps a file, the file's size."
    )


def _table(entries: list[Entry], base: Entry | None, marks: dict[tuple[str, str], str]) -> str:
    head = ["", *(f"{one.title} {one.version}".strip() for one in entries)]
    lines = ["| " + " | ".join(head) + " |", "|---|" + "---:|" * len(entries)]
    for row in ROWS:
        cells = [_cell(row, one, base, marks) for one in entries]
        lines.append("| " + " | ".join([row.label, *cells]) + " |")
    return "\n".join(lines)


def _cell(row: Row, entry: Entry, base: Entry | None, marks: dict[tuple[str, str], str]) -> str:
    mark = marks.get((entry.name, row.measure), "")
    figure = entry.figures.get(row.key)
    if entry.unavailable or figure is None:
        return f"–{marks.get((entry.name, ''), mark)}"
    if row.key in _NO_RATIO:
        return row.write(figure.value) if figure.value else "–"
    times = ratio(row, figure, base.figures.get(row.key) if base else None)
    return f"{row.write(figure.value)}{mark}" + (
        "" if times is None else f" (×{write_number(times)})"
    )


def _reasons(entries: list[Entry]) -> list[tuple[str, str, str, str]]:
    """List (name, measure, title, reason); a blank measure is about all of them."""
    reasons = []
    for entry in entries:
        if entry.unavailable:
            reasons.append((entry.name, "", entry.title, f"not measured: {entry.unavailable}"))
            continue
        for measure, reason in (*entry.cannot.items(), *_qualified(entry)):
            reasons.append((entry.name, measure, entry.title, reason))
    return reasons


def _qualified(entry: Entry) -> list[tuple[str, str]]:
    return [(measure, note) for measure, note in entry.notes.items() if measure != LOAD]


def _marks(entries: list[Entry]) -> dict[tuple[str, str], str]:
    texts = list(dict.fromkeys(reason for *_, reason in _reasons(entries)))
    return {
        (name, measure): f"[{texts.index(reason) + 1}]"
        for name, measure, _, reason in _reasons(entries)
    }


def _footnotes(entries: list[Entry]) -> list[str]:
    titles: dict[str, list[str]] = {}
    for _, _, title, reason in _reasons(entries):
        known = titles.setdefault(reason, [])
        if title not in known:
            known.append(title)
    return [
        f"- [{number}] {', '.join(who)}: {reason}."
        for number, (reason, who) in enumerate(titles.items(), 1)
    ]


def _notes(entries: list[Entry]) -> list[str]:
    return [f"- *{one.title}*: {one.notes[LOAD]}." for one in entries if LOAD in one.notes]
