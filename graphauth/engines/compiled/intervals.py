"""Facts as columns: integer keys, each row with the days it holds in; united, joined, intersected.

All functions work on whole arrays. A `Facts` is sorted by its key, then by its first day; rows of
one key neither overlap nor touch once they are united.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Ints = NDArray[np.int64]


class Facts(NamedTuple):
    """Rows that hold in periods: shape ``(rows,)`` each, int64; days are ordinals, inclusive."""

    key: Ints
    first: Ints
    last: Ints

    def take(self, rows: NDArray[np.intp] | NDArray[np.bool_]) -> Facts:
        """Return these rows."""
        return Facts(self.key[rows], self.first[rows], self.last[rows])

    def at(self, day: int) -> NDArray[np.bool_]:
        """Return which rows hold at the day."""
        return (self.first <= day) & (day <= self.last)


def unite(facts: Facts) -> Facts:
    """Sort, and make one row of those of one key that overlap or touch.

    A running maximum of the last days finds where a period is left behind; that of one key stays
    below that of the next because each key's days are lifted above all days before.
    """
    if not len(facts.key):
        return facts
    facts = facts.take(np.lexsort((facts.first, facts.key)))
    opens = np.empty(len(facts.key), np.bool_)
    opens[0] = True
    opens[1:] = facts.key[1:] != facts.key[:-1]
    lift = np.cumsum(opens) << 24
    reached = np.maximum.accumulate(facts.last + lift)
    opens[1:] |= facts.first[1:] + lift[1:] > reached[:-1] + 1
    starts = np.flatnonzero(opens)
    ends = np.append(starts[1:], len(facts.key)) - 1
    return Facts(facts.key[starts], facts.first[starts], (reached - lift)[ends])


def rows_of(keys: Ints, wanted: Ints) -> tuple[NDArray[np.intp], NDArray[np.intp]]:
    """Join: return the pairs (place in `wanted`, row of `keys`) with equal keys; `keys` is sorted."""
    begin = np.searchsorted(keys, wanted, "left")
    count = np.searchsorted(keys, wanted, "right") - begin
    left = np.repeat(np.arange(len(wanted)), count)
    within = np.arange(len(left)) - np.repeat(np.cumsum(count) - count, count)
    return left, np.repeat(begin, count) + within


def meet(left: Facts, right: Facts, keys: Ints) -> tuple[NDArray[np.intp], NDArray[np.intp], Facts]:
    """Join rows of `left` to those of `right` whose key is the row's of `keys`, while both hold.

    Returns
    -------
    tuple
        Rows of `left`, rows of `right`, and the days that both hold in, with `left`'s keys.
    """
    one, other = rows_of(right.key, keys)
    first = np.maximum(left.first[one], right.first[other])
    last = np.minimum(left.last[one], right.last[other])
    both = first <= last
    one, other = one[both], other[both]
    return one, other, Facts(left.key[one], first[both], last[both])
