"""Work on whole columns: joins, groups, repeats. Everything is int64 in, int64 out, and no loops."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

import numpy as np

from graphauth.model.columns import rows_between

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Ints = NDArray[np.int64]
    Mask = NDArray[np.bool_]
    Column = NDArray[Any]


class Pairs(NamedTuple):
    """Rows of one side and rows of the other that belong together; equally long."""

    left: Ints
    right: Ints


def key_of(*columns: Column) -> Ints:
    """Return one number for each row, equal where all the columns are equal.

    Numbers of one call compare among themselves alone: to join two tables on several columns, use
    `shared_keys`.

    Examples
    --------
    >>> key_of(np.array([1, 1, 2]), np.array([7, 7, 7])).tolist()
    [0, 0, 1]
    """
    key = np.zeros(len(columns[0]), np.int64)
    for column in columns:
        _, number = np.unique(column, return_inverse=True)
        key = key * (int(number.max(initial=0)) + 1) + number
        _, key = np.unique(key, return_inverse=True)
    return key.astype(np.int64)


def shared_keys(left: tuple[Column, Column], right: tuple[Column, Column]) -> tuple[Ints, Ints]:
    """Return numbers for the rows of two tables, equal where both columns are equal.

    The two codes are laid side by side in one number: nothing is sorted.

    Examples
    --------
    >>> left, right = (np.array([5, 6]), np.array([1, 1])), (np.array([6, 9]), np.array([1, 1]))
    >>> one, other = shared_keys(left, right)
    >>> (one[1] == other[0]).item(), (one[0] == other[1]).item()
    (True, False)
    """
    one, other = (side[0].astype(np.int64) << 32 | side[1] for side in (left, right))
    return one, other


def join(left: Column, right: Column) -> Pairs:
    """Return every pair of a row of `left` and a row of `right` with equal values.

    Examples
    --------
    >>> join(np.array([3, 4]), np.array([4, 3, 4])).right.tolist()
    [1, 0, 2]
    """
    order = np.argsort(right, kind="stable")
    ordered = right[order]
    begin = np.searchsorted(ordered, left, "left")
    count = np.searchsorted(ordered, left, "right") - begin
    one, row = rows_between(begin, count)
    return Pairs(one, order[row])


def is_in(left: tuple[Column, Column], right: tuple[Column, Column]) -> Mask:
    """Return which rows of `left` stand in `right`, both columns compared.

    Examples
    --------
    >>> is_in((np.array([1, 2]), np.array([1, 1])), (np.array([2]), np.array([1]))).tolist()
    [False, True]
    """
    one, other = shared_keys(left, right)
    found: Mask = np.isin(one, other)
    return found


def group_sizes(*columns: Column) -> Ints:
    """Return, for each row, how many rows have the same columns.

    Examples
    --------
    >>> group_sizes(np.array([5, 6, 5])).tolist()
    [2, 1, 2]
    """
    key = key_of(*columns)
    sizes: Ints = np.bincount(key)[key]
    return sizes


def distinct(*columns: Column) -> tuple[Column, ...]:
    """Return the different rows of the columns, sorted.

    Examples
    --------
    >>> [column.tolist() for column in distinct(np.array([2, 1, 2]), np.array([7, 8, 7]))]
    [[1, 2], [8, 7]]
    """
    order = np.lexsort(columns[::-1])
    ordered = tuple(column[order] for column in columns)
    new = np.ones(len(order), np.bool_)
    new[1:] = np.any([column[1:] != column[:-1] for column in ordered], axis=0)
    return tuple(column[new] for column in ordered)


class Spans(NamedTuple):
    """Periods of keys, united: sorted by key and first day, neither overlapping nor touching."""

    key: Ints
    first: Ints
    last: Ints


def united(key: Column, first: Column, last: Column) -> Spans:
    """Unite the periods of each key: those that overlap or touch become one.

    Examples
    --------
    >>> united(np.array([1, 1, 1]), np.array([1, 5, 20]), np.array([4, 9, 30])).last.tolist()
    [9, 30]
    """
    order = np.lexsort((first, key))
    ordered = Spans(*(np.asarray(one[order], np.int64) for one in (key, first, last)))
    opens, reached = _chains(ordered, gap=1)
    starts = np.flatnonzero(opens)
    ends = np.append(starts[1:], len(order)) - 1
    return Spans(
        ordered.key[starts], ordered.first[starts], reached[ends] if len(order) else starts
    )


def overlaps(key: Column, first: Column, last: Column) -> Pairs:
    """Return the rows that overlap an earlier-beginning row of their key, each with that row.

    Of rows that begin on one day, the one read first is the earlier; `left` is the later row.

    Examples
    --------
    >>> overlaps(np.array([1, 1, 2]), np.array([1, 3, 1]), np.array([4, 9, 9])).left.tolist()
    [1]
    """
    order = np.lexsort((np.arange(len(key)), first, key))
    ordered = Spans(*(np.asarray(one[order], np.int64) for one in (key, first, last)))
    opens, _ = _chains(ordered, gap=0)
    later = np.flatnonzero(~opens)
    return Pairs(order[later], order[_longest_before(ordered)[later]])


def _chains(spans: Spans, gap: int) -> tuple[Mask, Ints]:
    """Return where a period begins that nothing before it reaches, and how far each row reaches.

    A running maximum of the last days, lifted for each key above those of the keys before.
    """
    if not len(spans.key):
        return np.empty(0, np.bool_), spans.last
    new = np.ones(len(spans.key), np.bool_)
    new[1:] = spans.key[1:] != spans.key[:-1]
    lift = np.cumsum(new) << 24
    reached = np.maximum.accumulate(spans.last + lift)
    opens = new.copy()
    opens[1:] |= spans.first[1:] + lift[1:] > reached[:-1] + gap
    return opens, reached - lift


def _longest_before(spans: Spans) -> Ints:
    """Return for each row the earlier row of its key that lasts longest (itself, for the first)."""
    _, reached = _chains(spans, gap=0)
    before = np.arange(len(spans.key))
    holds = spans.last == reached
    return np.concatenate([before[:1], np.maximum.accumulate(np.where(holds, before, 0))[:-1]])
