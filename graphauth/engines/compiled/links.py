"""Relations laid out for looking up: the rows of one start lie side by side (compressed rows)."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from graphauth.engines.compiled.intervals import Facts, rows_between

if TYPE_CHECKING:
    from graphauth.engines.compiled.intervals import Ints, Mask


class Links(NamedTuple):
    """A dated relation by its starts: those of start `s` are the rows ``begin[s]:begin[s + 1]``.

    The rows of one start are sorted by end, then by first day. All arrays are int32; `begin` has
    shape ``(starts + 1,)``, the others ``(rows,)``.
    """

    begin: Ints
    end: Ints
    first: Ints
    last: Ints

    def at(self, day: int) -> Mask:
        """Return which rows hold at the day."""
        return (self.first <= day) & (day <= self.last)

    def rows(self, starts: Ints) -> tuple[Ints, Ints]:
        """Return the place in `starts` and the row, for every row of these starts."""
        begin = self.begin[starts]
        return rows_between(begin, self.begin[starts + 1] - begin)

    def starts(self) -> Ints:
        """Return the start of every row."""
        return np.repeat(np.arange(len(self.begin) - 1, dtype=np.int32), np.diff(self.begin))


class Pairs(NamedTuple):
    """An undated relation by its starts, as in `Links`; ends are sorted and stand once."""

    begin: Ints
    end: Ints

    def of(self, starts: Ints) -> Ints:
        """Return the ends of these starts, one after the other."""
        begin = self.begin[starts]
        return self.end[rows_between(begin, self.begin[starts + 1] - begin)[1]]


def links_of(facts: Facts, starts: int, ends: int) -> Links:
    """Lay out united facts that are keyed by ``start * ends + end``."""
    start, end = np.divmod(facts.key, max(ends, 1))
    return Links(_begins(start, starts), end.astype(np.int32), facts.first, facts.last)


def backwards(links: Links, ends: int) -> Pairs:
    """Return the relation from its ends to its starts, whenever it holds."""
    starts = max(len(links.begin) - 1, 1)
    keys = np.unique(links.end.astype(np.int64) * starts + links.starts())
    end, start = np.divmod(keys, starts)
    return Pairs(_begins(end, ends), start.astype(np.int32))


def _begins(sorted_starts: Ints, starts: int) -> Ints:
    return np.searchsorted(sorted_starts, np.arange(starts + 1)).astype(np.int32)
