"""Draws how cost grows with size: a small SVG of our own, both axes logarithmic."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final
from xml.sax.saxutils import escape

from benchmarks.table import write_number, write_seconds

if TYPE_CHECKING:
    from collections.abc import Sequence

    from benchmarks.result import Result

_WIDTH, _PANEL, _GAP = 860, 240, 34
_LEFT, _RIGHT, _TOP = 80, 250, 40
_PANELS: Final = (
    ("check_p50", "one check, p50"),
    ("tickets_p50", "an employee's tickets, p50"),
    ("who_p50", "who, for a unit and role, p50"),
)
# told apart without colour, too: the labels stand at the lines' ends
_COLOURS: Final = ("#0b6e4f", "#1f4e9c", "#b3541e", "#7b2d8b", "#9a031e", "#5c677d", "#8a6d00")


@dataclass(frozen=True)
class _Line:
    title: str
    colour: str
    points: tuple[tuple[float, float], ...]


@dataclass(frozen=True)
class _Scale:
    """Maps the logarithm of ``low..high`` to pixels ``start..end``."""

    low: float
    high: float
    start: float
    end: float

    def at(self, value: float) -> float:
        share = math.log(value / self.low) / math.log(self.high / self.low)
        return round(self.start + share * (self.end - self.start), 1)


def draw(results: Sequence[Result]) -> str:
    """Return an SVG of single-question costs (µs) over employees, one line for each contestant."""
    ordered = sorted(results, key=lambda one: one.employees)
    sizes = [one.employees for one in ordered]
    across = _Scale(sizes[0] / 2, sizes[-1] * 2, _LEFT, _WIDTH - _RIGHT)
    height = _TOP + len(_PANELS) * (_PANEL + _GAP) + 20
    parts = [_panel(number, ordered, across) for number in range(len(_PANELS))]
    ticks = "".join(
        _text(across.at(size), height - 24, f"{size:,}".replace(",", " "), "middle")
        for size in sizes
    )
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {_WIDTH} {height}" role="img"'
        ' font-family="system-ui, sans-serif" font-size="12">'
        "<title>Cost of a question by number of employees</title>"
        f'<rect width="{_WIDTH}" height="{height}" fill="#ffffff"/>'
        f"{''.join(parts)}{ticks}{_text(_WIDTH - _RIGHT + 10, height - 24, 'employees')}</svg>\n"
    )


def _panel(number: int, results: list[Result], across: _Scale) -> str:
    key, label = _PANELS[number]
    lines = _lines(results, key)
    values = [value for line in lines for _, value in line.points]
    if not values:
        return ""
    top = _TOP + number * (_PANEL + _GAP)
    low, high = _decades(values)
    up = _Scale(low, high, top + _PANEL, top)
    grid = "".join(_grid(10.0**power, up) for power in _powers(low, high))
    ends = _spread([up.at(line.points[-1][1]) for line in lines])
    drawn = "".join(_draw(line, across, up, end) for line, end in zip(lines, ends, strict=True))
    return _text(_LEFT, top - 10, label, weight="bold") + grid + drawn


def _lines(results: list[Result], key: str) -> list[_Line]:
    titles = {entry.name: entry.title for result in results for entry in result.entries}
    lines = []
    for number, (name, title) in enumerate(titles.items()):
        points = tuple(
            (float(result.employees), entry.figures[key].value)
            for result in results
            for entry in result.entries
            if entry.name == name and key in entry.figures
        )
        if points:
            lines.append(_Line(title, _COLOURS[number % len(_COLOURS)], points))
    return lines


def _decades(values: list[float]) -> tuple[float, float]:
    low = 10.0 ** math.floor(math.log10(min(values)))
    return low, max(low * 10, 10.0 ** math.ceil(math.log10(max(values))))


def _powers(low: float, high: float) -> range:
    return range(round(math.log10(low)), round(math.log10(high)) + 1)


def _grid(value: float, up: _Scale) -> str:
    y = up.at(value)
    line = f'<line x1="{_LEFT}" y1="{y}" x2="{_WIDTH - _RIGHT}" y2="{y}" stroke="#d5d9e0"/>'
    return line + _text(_LEFT - 8, y + 4, _axis(value), "end")


def _axis(microseconds: float) -> str:
    text = write_seconds(microseconds / 1e6)
    number, _, unit = text.rpartition(" ")
    return (
        f"{write_number(float(number.replace(' ', ''))).rstrip('0').rstrip('.')} {unit}"
        if ("." in number)
        else text
    )


def _draw(line: _Line, across: _Scale, up: _Scale, label_y: float) -> str:
    places = [(across.at(size), up.at(value)) for size, value in line.points]
    path = " ".join(f"{x},{y}" for x, y in places)
    dots = "".join(f'<circle cx="{x}" cy="{y}" r="3" fill="{line.colour}"/>' for x, y in places)
    last = places[-1]
    cost = write_seconds(line.points[-1][1] / 1e6)
    x = _WIDTH - _RIGHT + 10
    leader = (
        f'<line x1="{last[0]}" y1="{last[1]}" x2="{x - 3}" y2="{label_y}"'
        f' stroke="{line.colour}" stroke-opacity="0.35"/>'
    )
    shape = f'<polyline points="{path}" fill="none" stroke="{line.colour}" stroke-width="2"/>'
    label = _text(x, label_y + 4, f"{line.title}, {cost}", colour=line.colour)
    return leader + shape + dots + label


def _spread(places: list[float], apart: float = 15) -> list[float]:
    """Move labels downwards until none covers another; order is kept."""
    moved = list(places)
    previous = -math.inf
    for index in sorted(range(len(places)), key=places.__getitem__):
        moved[index] = previous = max(places[index], previous + apart)
    return moved


def _text(
    x: float,
    y: float,
    text: str,
    anchor: str = "start",
    colour: str = "#1d2330",
    weight: str = "normal",
) -> str:
    return (
        f'<text x="{x}" y="{y}" text-anchor="{anchor}" fill="{colour}" font-weight="{weight}">'
        f"{escape(text)}</text>"
    )
