"""Relations laid out for looking up: the rows of one start lie side by side (compressed rows)."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from graphauth.model.columns import distinct, rows_between
from graphauth.model.days import FIRST_DAY, LAST_DAY

if TYPE_CHECKING:
    from graphauth.engines.compiled.intervals import Facts, Ints, Mask


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
    keys = distinct(links.end.astype(np.int64) * starts + links.starts())
    end, start = np.divmod(keys, starts)
    return Pairs(_begins(end, ends), start.astype(np.int32))


def always(starts: int) -> Links:
    """Return one link from each start to 0, on every day."""
    none = np.zeros(starts, np.int32)
    begin = np.arange(starts + 1, dtype=np.int32)
    return Links(begin, none, none + np.int32(FIRST_DAY), none + np.int32(LAST_DAY))


def with_new_rows(links: Links, starts: Ints, facts: Facts, ends: int) -> Links:
    """Return links whose rows of some starts are replaced by united facts, keyed as for `links_of`.

    What lies between the starts (sorted) is copied as it is: nothing is sorted or joined anew.
    """
    _, old = links.rows(starts)
    start, end = np.divmod(facts.key, max(ends, 1))
    counts = np.diff(links.begin)
    counts[starts] = 0
    begin = np.concatenate([[0], np.cumsum(counts)])
    place = begin[start]
    counts[starts] = np.searchsorted(start, starts, "right") - np.searchsorted(start, starts)
    columns = (
        np.insert(np.delete(column, old), place, new).astype(np.int32)
        for column, new in zip(links[1:], (end, facts.first, facts.last), strict=True)
    )
    return Links(np.concatenate([[0], np.cumsum(counts)]).astype(np.int32), *columns)


def with_new_pairs(pairs: Pairs, starts: Ints, before: Links, after: Links) -> Pairs:
    """Return the backward pairs after the links of some starts were replaced."""
    width = max(len(before.begin) - 1, 1)
    every = np.repeat(np.arange(len(pairs.begin) - 1), np.diff(pairs.begin)) * width + pairs.end
    gone, new = (_backward_keys(links, starts, width) for links in (before, after))
    kept = np.delete(every, np.searchsorted(every, gone))
    whole = np.insert(kept, np.searchsorted(kept, new), new)
    end, start = np.divmod(whole, width)
    return Pairs(_begins(end, len(pairs.begin) - 1), start.astype(np.int32))


def _backward_keys(links: Links, starts: Ints, width: int) -> Ints:
    place, row = links.rows(starts)
    return distinct(links.end[row].astype(np.int64) * width + starts[place])


def _begins(sorted_starts: Ints, starts: int) -> Ints:
    return np.searchsorted(sorted_starts, np.arange(starts + 1)).astype(np.int32)
