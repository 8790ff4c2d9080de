"""Whole columns against loops over rows: the same pairs, repeats, periods."""

from __future__ import annotations

from itertools import pairwise, product

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from graphauth.rules.arrays import (
    distinct,
    group_sizes,
    is_in,
    join,
    key_of,
    overlaps,
    shared_keys,
    united,
)

SMALL = st.integers(min_value=0, max_value=4)
ROWS = st.lists(st.tuples(SMALL, SMALL), max_size=12)
PERIODS = st.lists(
    st.tuples(SMALL, st.integers(0, 9), st.integers(0, 4)).map(
        lambda drawn: (drawn[0], drawn[1], drawn[1] + drawn[2])
    ),
    max_size=10,
)


def columns(
    rows: list[tuple[int, ...]], width: int
) -> list[np.ndarray[tuple[int], np.dtype[np.int64]]]:
    return [np.array([row[place] for row in rows], np.int64) for place in range(width)]


@given(rows=ROWS)
def test_keys_are_equal_where_rows_are(rows: list[tuple[int, ...]]) -> None:
    key = key_of(*columns(rows, 2)).tolist()
    for one, other in product(range(len(rows)), repeat=2):
        assert (key[one] == key[other]) == (rows[one] == rows[other])


@given(left=ROWS, right=ROWS)
def test_shared_keys_compare_two_tables(
    left: list[tuple[int, ...]], right: list[tuple[int, ...]]
) -> None:
    (a, b), (c, d) = columns(left, 2), columns(right, 2)
    one, other = shared_keys((a, b), (c, d))
    for row, its in product(range(len(left)), range(len(right))):
        assert (one[row] == other[its]) == (left[row] == right[its])
    assert is_in((a, b), (c, d)).tolist() == [row in right for row in left]


@given(rows=ROWS)
def test_sizes_and_distinct_rows(rows: list[tuple[int, ...]]) -> None:
    cells = columns(rows, 2)
    assert group_sizes(*cells).tolist() == [rows.count(row) for row in rows]
    kept = distinct(*cells)
    assert list(zip(*(column.tolist() for column in kept), strict=True)) == sorted(set(rows))


@given(left=st.lists(SMALL, max_size=9), right=st.lists(SMALL, max_size=9))
def test_a_join_has_every_pair_of_equals(left: list[int], right: list[int]) -> None:
    found = join(np.array(left, np.int64), np.array(right, np.int64))
    pairs = list(zip(found.left.tolist(), found.right.tolist(), strict=True))
    assert pairs == [
        (one, other)
        for one, other in product(range(len(left)), range(len(right)))
        if left[one] == right[other]
    ]


def test_a_join_keeps_the_order_of_many_equals() -> None:
    """A few are kept in order by any way of sorting."""
    many = np.tile(np.array([7, 3]), 500)
    assert join(np.array([7]), many).right.tolist() == list(range(0, 1000, 2))


@given(rows=PERIODS)
def test_united_periods_hold_the_same_days_and_leave_gaps(rows: list[tuple[int, ...]]) -> None:
    spans = list(zip(*(column.tolist() for column in united(*columns(rows, 3))), strict=True))
    days = {(key, day) for key, first, last in rows for day in range(first, last + 1)}
    assert {(key, day) for key, first, last in spans for day in range(first, last + 1)} == days
    for (key, _, last), (next_key, first, _) in pairwise(spans):
        assert key < next_key or first > last + 1


@given(rows=PERIODS)
def test_every_row_that_overlaps_an_earlier_one_is_paired_with_such_a_one(
    rows: list[tuple[int, ...]],
) -> None:
    found = overlaps(*columns(rows, 3))
    pairs = dict(zip(found.left.tolist(), found.right.tolist(), strict=True))

    def is_earlier(one: int, other: int) -> bool:
        (key, first, last), (its_key, its_first, its_last) = rows[one], rows[other]
        before = (first, one) < (its_first, other)
        return key == its_key and before and first <= its_last and its_first <= last

    for row in range(len(rows)):
        assert (row in pairs) == any(is_earlier(other, row) for other in range(len(rows)))
    assert all(is_earlier(earlier, later) for later, earlier in pairs.items())
