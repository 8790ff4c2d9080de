"""How wide text is, near enough: no font is asked, so a picture is the same on every machine.

The widths are those of a wide sans-serif, in thousandths of the size: text that fits here fits in the
narrower fonts, too.
"""

from __future__ import annotations

import unicodedata
from typing import Final

_WIDTHS: Final = {
    **dict.fromkeys("il'|jI", 0.30),
    **dict.fromkeys(" .,:;!()[]-ftr/\\", 0.40),
    **dict.fromkeys("mwMW@%—", 0.98),
    **dict.fromkeys("ABCDEFGHKNOPQRTUVXYZÅÄÖØÆ&", 0.72),
    **dict.fromkeys("–", 0.52),
}
_OTHER: Final = 0.61
_WIDE: Final = 1.05
_BOLD: Final = 1.1
_MORE: Final = "…"


def width_of(text: str, size: float, *, bold: bool = False) -> float:
    """Return the width of a line of text, in points.

    Examples
    --------
    >>> width_of("ill", 10), width_of("日本", 10)
    (9.0, 21.0)
    """
    return round(sum(map(_width, text)) * size * (_BOLD if bold else 1), 2)


def shortened(text: str, size: float, room: float, *, bold: bool = False) -> str:
    """Return text that fits into `room` points, cut off with an ellipsis where it must be.

    Examples
    --------
    >>> shortened("Kardiologi", 10, 30), shortened("Hud", 10, 30)
    ('Kard…', 'Hud')
    """
    if width_of(text, size, bold=bold) <= room:
        return text
    kept = text
    while kept and width_of(kept + _MORE, size, bold=bold) > room:
        kept = kept[:-1]
    return kept.rstrip(" –,-") + _MORE


def wrapped(text: str, size: float, room: float, most: int, *, bold: bool = False) -> list[str]:
    """Return up to `most` lines that fit into `room`; the last is cut off where there is more.

    Examples
    --------
    >>> wrapped("one two three four", 10, 45, 2)
    ['one two', 'three f…']
    """
    lines: list[str] = []
    words = text.split(" ")
    while words and len(lines) < most:
        if len(lines) == most - 1:
            lines.append(shortened(" ".join(words), size, room, bold=bold))
            break
        taken = 1
        while taken < len(words) and _fits(words[: taken + 1], size, room, bold=bold):
            taken += 1
        lines.append(shortened(" ".join(words[:taken]), size, room, bold=bold))
        words = words[taken:]
    return lines


def _fits(words: list[str], size: float, room: float, *, bold: bool) -> bool:
    return width_of(" ".join(words), size, bold=bold) <= room


def _width(character: str) -> float:
    if unicodedata.east_asian_width(character) in "WF":
        return _WIDE
    return _WIDTHS.get(character, _OTHER)
