"""Work on columns that the model, the engines and the rules share."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Ints = NDArray[np.integer[Any]]


def distinct(numbers: Ints) -> Ints:
    """Return the different numbers, ascending.

    What `numpy.unique` does; but that hashes since numpy 2.3, which takes several times as long as
    sorting for millions of numbers.

    Examples
    --------
    >>> distinct(np.array([3, 1, 3])).tolist()
    [1, 3]
    """
    ordered = np.sort(numbers)
    new = np.ones(len(ordered), np.bool_)
    np.not_equal(ordered[1:], ordered[:-1], out=new[1:])
    return ordered[new]


def rows_between(begin: Ints, count: Ints) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """Lay slices end to end: return the number of the slice and the row, for every row of each.

    Examples
    --------
    >>> slices, rows = rows_between(np.array([7, 2]), np.array([1, 3]))
    >>> slices.tolist(), rows.tolist()
    ([0, 1, 1, 1], [7, 2, 3, 4])
    """
    slices = np.repeat(np.arange(len(begin)), count)
    shift = begin - np.cumsum(count) + count
    rows: NDArray[np.int64] = np.arange(len(slices)) + shift[slices]
    return slices, rows
