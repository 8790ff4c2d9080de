"""Facts as columns: integer keys, each row with the days it holds in; united, joined, intersected.

All functions work on whole arrays. A `Facts` is sorted by its key, then by its first day; rows of
one key neither overlap nor touch once they are united.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

import numpy as np

from graphauth.model.columns import rows_between

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Ints = NDArray[np.integer[Any]]
    Mask = NDArray[np.bool_]


class Facts(NamedTuple):
    """Rows that hold in periods: shape ``(rows,)`` each; days are ordinals, inclusive."""

    key: Ints
    first: Ints
    last: Ints

    def take(self, rows: Ints | Mask) -> Facts:
        """Return these rows."""
        return Facts(self.key[rows], self.first[rows], self.last[rows])

    def at(self, day: int) -> Mask:
        """Return which rows hold at the day."""
        return (self.first <= day) & (day <= self.last)


def unite(facts: Facts) -> Facts:
    """Sort, and make one row of those of one key that overlap or touch.

    A running maximum of the last days finds where a period is left behind; that of one key stays
    below that of the next because each key's days are lifted above all days before.
    """
    if not len(facts.key):
        return facts
    facts = _in_order(facts)
    opens = starts_of(facts.key)
    if opens.all():
        return facts
    lift = np.cumsum(opens) << 24
    reached = np.maximum.accumulate(facts.last + lift)
    opens[1:] |= facts.first[1:] + lift[1:] > reached[:-1] + 1
    starts = np.flatnonzero(opens)
    ends = np.append(starts[1:], len(facts.key)) - 1
    last = (reached - lift)[ends].astype(np.int32)
    return Facts(facts.key[starts], facts.first[starts], last)


def starts_of(keys: Ints) -> Mask:
    """Return where a key begins, in keys that lie together."""
    opens = np.ones(len(keys), np.bool_)
    np.not_equal(keys[1:], keys[:-1], out=opens[1:])
    return opens


def _in_order(facts: Facts) -> Facts:
    steps = np.diff(facts.key)
    if bool((steps > 0).all()):
        return facts
    return facts.take(np.lexsort((facts.first, facts.key)))


def rows_of(keys: Ints, wanted: Ints) -> tuple[Ints, Ints]:
    """Join: return the pairs (place in `wanted`, row of `keys`) with equal keys; `keys` is sorted."""
    begin = np.searchsorted(keys, wanted, "left")
    return rows_between(begin, np.searchsorted(keys, wanted, "right") - begin)


def meet(left: Facts, right: Facts, keys: Ints) -> tuple[Ints, Ints, Facts]:
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
