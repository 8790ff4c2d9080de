"""Calendar days as whole numbers, and the united periods that facts hold in.

Inside graphauth a day is a proleptic Gregorian ordinal (`datetime.date.toordinal`), so that days
compare and add as integers. `FIRST_DAY` stands for a blank ``valid_from``; `LAST_DAY`, which is
9999-12-31, for a blank ``valid_to``. Both ends of a period are inclusive (`domain.md`, "Dates").
"""

from __future__ import annotations

import re
from datetime import date
from typing import TYPE_CHECKING, Final, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable

FIRST_DAY: Final = 0
LAST_DAY: Final = date.max.toordinal()

_DAY = re.compile(r"([0-9]{4})-([0-9]{2})-([0-9]{2})|([0-9]{4})([0-9]{2})([0-9]{2})")


class Period(NamedTuple):
    """Days `first` to `last`, both inclusive."""

    first: int
    last: int


Periods = tuple[Period, ...]
"""United periods: sorted, neither overlapping nor touching. Empty: never."""

ALWAYS: Final[Periods] = (Period(FIRST_DAY, LAST_DAY),)


def parse_day(text: str) -> int:
    """Return the ordinal of ``2026-11-23`` or ``20261123``.

    Raises
    ------
    ValueError
        When `text` is anything else, or no day of the calendar.

    Examples
    --------
    >>> parse_day("2026-11-23") == parse_day("20261123") == date(2026, 11, 23).toordinal()
    True
    """
    found = _DAY.fullmatch(text)
    if found is None:
        raise ValueError(text)
    year, month, day = (int(part) for part in found.groups() if part is not None)
    return date(year, month, day).toordinal()


def format_day(day: int) -> str:
    """Return a day as ``2026-11-23``; an open end as blank.

    Examples
    --------
    >>> format_day(739943), format_day(LAST_DAY), format_day(FIRST_DAY)
    ('2026-11-23', '', '')
    """
    return "" if day in (FIRST_DAY, LAST_DAY) else date.fromordinal(day).isoformat()


def open_date(day: int) -> date | None:
    """Return a day as a date; None for an open end.

    Examples
    --------
    >>> open_date(739943), open_date(LAST_DAY)
    (datetime.date(2026, 11, 23), None)
    """
    return None if day in (FIRST_DAY, LAST_DAY) else date.fromordinal(day)


def unite(periods: Iterable[Period]) -> Periods:
    """Unite periods of one key: overlapping and touching ones become one.

    Examples
    --------
    >>> unite([Period(5, 9), Period(1, 4), Period(20, 30)])
    (Period(first=1, last=9), Period(first=20, last=30))
    """
    united: list[Period] = []
    for period in sorted(periods):
        if united and period.first <= united[-1].last + 1:
            united[-1] = Period(united[-1].first, max(united[-1].last, period.last))
        else:
            united.append(period)
    return tuple(united)


def intersect(left: Periods, right: Periods) -> Periods:
    """Return the days that both hold in.

    Examples
    --------
    >>> intersect((Period(1, 9),), (Period(4, 20),))
    (Period(first=4, last=9),)
    """
    if left == ALWAYS:
        return right
    if right == ALWAYS:
        return left
    both = (
        Period(max(one.first, other.first), min(one.last, other.last))
        for one in left
        for other in right
    )
    return unite(period for period in both if period.first <= period.last)


def period_at(periods: Periods, day: int) -> Period | None:
    """Return the united period that holds `day`, or None."""
    return next((period for period in periods if period.first <= day <= period.last), None)
