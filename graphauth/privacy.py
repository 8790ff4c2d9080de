"""Personnummer: found so that they can be kept out, masked so that no text ever echoes one.

A run of 10 or 12 digits (with or without ``-`` or ``+`` before the last four) that touches no letter
or digit, is a calendar day or a coordination day (day + 60), and has a valid Luhn digit counts as a
personnummer. Two-digit years may mean any century. The rule is `domain.md`'s ("HSA-id").
"""

from __future__ import annotations

import re
from calendar import monthrange

MASK = "[personnummer]"

_CANDIDATE = re.compile(r"(?<![^\W_])([0-9]{2})?([0-9]{6})[-+]?([0-9]{4})(?![^\W_])")
_LEAP_CENTURY = 2000
_COORDINATION = 60


def luhn_is_valid(digits: str) -> bool:
    """Whether the last of `digits` (ASCII digits, at least one) is the Luhn check digit of the rest.

    Examples
    --------
    >>> luhn_is_valid("2321000198")
    True
    >>> luhn_is_valid("2321000199")
    False
    """
    total = 0
    for place, digit in enumerate(reversed(digits)):
        value = int(digit) * (1 + place % 2)
        total += value - 9 if value > 9 else value
    return total % 10 == 0


def contains_personnummer(text: str) -> bool:
    """Whether a personnummer stands anywhere in `text`.

    Examples
    --------
    >>> contains_personnummer("Tolvan 19121212-1212")
    True
    >>> contains_personnummer("SE2321000198-1912")
    False
    """
    return any(_is_personnummer(found) for found in _CANDIDATE.finditer(text))


def mask_personnummer(text: str) -> str:
    """Return `text` with every personnummer in it replaced by `MASK`.

    Examples
    --------
    >>> mask_personnummer("no employee `19121212-1212`")
    'no employee `[personnummer]`'
    """
    return _CANDIDATE.sub(lambda found: MASK if _is_personnummer(found) else found[0], text)


def _is_personnummer(found: re.Match[str]) -> bool:
    century, date, tail = found[1], found[2], found[3]
    year = int(date[:2])
    full_year = int(century) * 100 + year if century is not None else _LEAP_CENTURY + year
    return _is_day(full_year, int(date[2:4]), int(date[4:6])) and luhn_is_valid(date + tail)


def _is_day(year: int, month: int, day: int) -> bool:
    if year == 0 or not 1 <= month <= 12:
        return False
    last = monthrange(year, month)[1]
    return 1 <= day <= last or 1 <= day - _COORDINATION <= last
