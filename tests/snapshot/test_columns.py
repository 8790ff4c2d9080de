"""Columns come back as they were, whatever shape was chosen, whole or by the row."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from graphauth.snapshot.columns import Stored, encode

DAYS = st.integers(min_value=0, max_value=3_652_059)
COLUMNS = st.one_of(
    st.lists(st.integers(min_value=-(2**31), max_value=2**31 - 1), max_size=60),
    st.lists(st.integers(min_value=-(2**62), max_value=2**62 - 1), max_size=20),
    st.lists(st.sampled_from([0, 5, 3_652_059, 739_943]), max_size=300),
    st.lists(DAYS, max_size=60).map(sorted),
    st.tuples(DAYS, st.integers(-3, 3), st.integers(0, 50)).map(
        lambda one: [one[0] + one[1] * place for place in range(one[2])]
    ),
)


@given(COLUMNS, st.randoms())
def test_a_column_comes_back(numbers: list[int], random: np.random.Generator) -> None:
    column = Stored(*encode(np.array(numbers, np.int64)))
    assert column.all().tolist() == numbers
    assert len(column) == len(numbers)
    rows = [random.randrange(len(numbers)) for _ in numbers]  # type: ignore[attr-defined]
    assert column.at(np.array(rows, np.int64)).tolist() == [numbers[row] for row in rows]
    wanted = [*numbers[:3], 17]
    found = [row for row, number in enumerate(numbers) if number in wanted]
    assert column.where(np.array(wanted, np.int64)).tolist() == found


@pytest.mark.parametrize(
    ("numbers", "kind", "size"),
    [
        ([7] * 1000, "steps", 0),
        (list(range(2, 1002)), "steps", 0),
        ([0, 255] * 500, "narrow", 1000),
        ([1_000_000, 1_000_900] * 500, "narrow", 2000),
        ([place * 100_000 + place % 2 for place in range(1000)], "narrow", 4000),
        ([place * 70 + place % 2 for place in range(1000)], "deltas", 999),
        ([0, 3_652_059, 739_943] * 500, "coded", 1500 + 3 * 8),
    ],
)
def test_the_narrowest_shape_is_chosen(numbers: list[int], kind: str, size: int) -> None:
    shape, content = encode(np.array(numbers))
    assert (shape["as"], len(content)) == (kind, size)


def test_a_shape_that_does_not_fit_its_bytes_is_refused() -> None:
    shape, content = encode(np.array([3, 1, 4, 1, 5]))
    with pytest.raises(ValueError, match="narrow"):
        Stored(shape, content[:-1])
