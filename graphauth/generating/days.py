"""The days that generated rows bear, as offsets from the reference day."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Final

REFERENCE_DAY: Final = date(2026, 11, 23)
_FIRST, _LAST = -2000, 2000
_DAYS: Final = tuple(
    (REFERENCE_DAY + timedelta(days=offset)).isoformat() for offset in range(_FIRST, _LAST + 1)
)


def day(offset: int | None) -> str:
    """Return the day `offset` days after the reference day; None is an open end, a blank cell.

    Examples
    --------
    >>> day(0), day(-1), day(None)
    ('2026-11-23', '2026-11-22', '')
    """
    return "" if offset is None else _DAYS[offset - _FIRST]
