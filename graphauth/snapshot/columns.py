"""Columns of whole numbers as few bytes: each in the narrowest of four shapes that holds it.

===========  ==================================================================================
shape        what is stored
===========  ==================================================================================
``steps``    nothing: the numbers are ``first, first + step, …`` (a constant, line numbers)
``narrow``   each number less the least one, in 1, 2, 4 or 8 bytes
``deltas``   each number less the one before, in 1 or 2 bytes (sorted columns)
``coded``    the distinct numbers, and for each its place among them in 1 or 2 bytes (days)
===========  ==================================================================================

What is ``narrow`` or ``coded`` can be searched, and single rows taken, without decoding the rest.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Mapping

    from numpy.typing import NDArray

    Ints = NDArray[np.integer[Any]]

Shape = dict[str, "int | str"]

_WIDTHS: Final = (1, 2, 4, 8)


def encode(numbers: Ints) -> tuple[Shape, bytes]:
    """Return the shape and the bytes of whole numbers that span less than 2**63.

    Examples
    --------
    >>> shape, content = encode(np.array([739000, 739000, 5]))
    >>> Stored(shape, content).all().tolist()
    [739000, 739000, 5]
    """
    wide = numbers.astype(np.int64)
    count = len(wide)
    if not count:
        return _steps(0, 0, 0), b""
    deltas = np.diff(wide)
    low, high = (int(deltas.min()), int(deltas.max())) if count > 1 else (0, 0)
    if low == high:
        return _steps(count, int(wide[0]), low), b""
    least = int(wide.min())
    width, step_width = _width(int(wide.max()) - least), _width(max(high, 0))
    if low >= 0 and step_width < min(width, 4):
        shape = _shape("deltas", count, step_width, least)
        return shape, _packed(deltas, step_width)
    if width > 2:
        values, place = np.unique(wide, return_inverse=True)
        narrow = _width(len(values) - 1)
        if narrow <= 2 and count * (width - narrow) > 8 * len(values):
            shape = _shape("coded", count, narrow, 0) | {"values": len(values)}
            return shape, _packed(values, 8) + _packed(place, narrow)
    return _shape("narrow", count, width, least), _packed(wide - least, width)


class Stored:
    """One encoded column.

    Raises
    ------
    ValueError, KeyError
        When the shape isn't one of the four, or doesn't fit the bytes.
    """

    def __init__(self, shape: Mapping[str, int | str], content: bytes | memoryview) -> None:
        self._kind = str(shape["as"])
        self._count = int(shape["count"])
        self._least = int(shape["least"])
        if self._kind == "steps":
            self._step = int(shape["step"])
            return
        width, values = int(shape["width"]), int(shape.get("values", 0)) * 8
        self._values = np.frombuffer(content[:values], "<i8")
        self._places: Ints = np.frombuffer(content[values:], f"<u{width}")
        if len(self._places) != self._count - (self._kind == "deltas"):
            raise ValueError(self._kind)

    def __len__(self) -> int:
        """Return the number of rows."""
        return self._count

    def all(self, dtype: type[np.integer[Any]] = np.int64) -> Ints:
        """Return every number."""
        match self._kind:
            case "steps":
                numbers: Ints = np.arange(self._count, dtype=dtype) * dtype(self._step)
                return numbers + dtype(self._least)
            case "deltas":
                whole = np.empty(self._count, dtype)
                whole[0] = self._least
                np.cumsum(self._places, out=whole[1:])
                whole[1:] += dtype(self._least)
                return whole
            case "coded":
                return self._values.astype(dtype)[self._places]
            case "narrow":
                whole = self._places.astype(dtype)
                whole += dtype(self._least)
                return whole
            case other:
                raise ValueError(other)

    def at(self, rows: Ints) -> Ints:
        """Return the numbers of these rows, int64."""
        if self._kind == "coded":
            return self._values[self._places[rows]]
        if self._kind == "narrow":
            return self._places[rows].astype(np.int64) + self._least
        return self.all()[rows]

    def where(self, wanted: Ints) -> NDArray[np.intp]:
        """Return the rows that hold one of these numbers, ascending."""
        if self._kind == "coded":
            wanted = np.flatnonzero(np.isin(self._values, wanted))
        elif self._kind == "narrow":
            wanted = wanted.astype(np.int64) - self._least
            most = np.iinfo(self._places.dtype).max
            wanted = wanted[(wanted >= 0) & (wanted <= most)]
        else:
            return np.flatnonzero(np.isin(self.all(), wanted))
        return np.flatnonzero(np.isin(self._places, wanted.astype(self._places.dtype)))


def _steps(count: int, first: int, step: int) -> Shape:
    return {"as": "steps", "count": count, "least": first, "step": step}


def _shape(kind: str, count: int, width: int, least: int) -> Shape:
    return {"as": kind, "count": count, "width": width, "least": least}


def _width(most: int) -> int:
    return next(width for width in _WIDTHS if most < 1 << (8 * width - (width == 8)))


def _packed(numbers: Ints, width: int) -> bytes:
    return numbers.astype(f"<u{width}").tobytes()
