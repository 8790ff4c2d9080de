"""Columns of cells as columns of codes: trimmed, parsed, personnummer kept out.

Cells repeat far more often than they differ, so each distinct cell is understood once and then
looked up: what a column costs is one dictionary look-up a cell. A cell that holds a personnummer,
or can't be parsed, is never remembered.
"""

from __future__ import annotations

from array import array
from typing import TYPE_CHECKING, Final, NamedTuple

import numpy as np

from graphauth.model.days import FIRST_DAY, LAST_DAY, parse_day
from graphauth.model.ids import holds_personnummer
from graphauth.model.schema import Cell, Column
from graphauth.model.vocabulary import BLANK, DROPPED, SEPARATOR, Vocabulary

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence

    from graphauth.model.dataset import Codes

UNKNOWN: Final = -1
"""A cell that couldn't be parsed: an error is noted, and nothing is concluded from it."""
PERSONNUMMER: Final = -2
"""A cell that held a personnummer."""
NOT_SAID: Final = 2
"""A blank boolean: false in the end, but it gives way when sources are merged."""

NAMES: Final = ("given_name", "family_name")
_YES: Final = ("true", "1", "yes", "ja", "sant")
_NO: Final = ("false", "0", "no", "nej", "falskt")
_BOOLEANS: Final = {
    **dict.fromkeys(_YES, 1),
    **dict.fromkeys(_NO, 0),
    "": NOT_SAID,
}


class Parsed(NamedTuple):
    """A parsed column: codes (negative: `UNKNOWN`, `PERSONNUMMER`), and personnummer dropped."""

    codes: Codes
    dropped: int


class CellParser:
    """Parses columns of every table of a reading, so that equal texts get equal codes.

    Attributes
    ----------
    vocabulary
        The texts of the data set to be.
    names
        The names of employees, apart until it is known who is protected.
    """

    def __init__(self) -> None:
        self.vocabulary: Final = Vocabulary()
        self.names: Final = Vocabulary()
        self._known: Final[dict[object, dict[str, int]]] = {
            Cell.FROM: {"": FIRST_DAY},
            Cell.TO: {"": LAST_DAY},
            Cell.BOOLEAN: dict(_BOOLEANS),
            Cell.LIST: {"": BLANK},
        }
        self._exempt_in_lists: Final[set[int]] = set()
        self._dropped_items = 0

    def parse(self, column: Column, cells: Sequence[str]) -> Parsed:
        """Return the codes, days or booleans of a column of cells, shape ``(cells,)``."""
        self._dropped_items = 0
        codes = self._codes(column, cells)
        whole = int(np.count_nonzero(codes == PERSONNUMMER)) if len(codes) else 0
        return Parsed(codes, whole + self._dropped_items)

    def choice_codes(self, column: Column) -> set[int]:
        """Return the codes that a choice may have, blank included."""
        return {BLANK, *(self.vocabulary.add(english) for english, _ in column.choices)}

    def _codes(self, column: Column, cells: Sequence[str]) -> Codes:
        match column.cell:
            case Cell.FROM | Cell.TO:
                days = self._known[column.cell]
                return _look_up(days, cells, lambda cell: _day(days, cell))
            case Cell.BOOLEAN:
                booleans = self._known[Cell.BOOLEAN]
                return _look_up(booleans, cells, lambda cell: _boolean(booleans, cell))
            case Cell.LIST:
                lists = self._known[Cell.LIST]
                return _look_up(lists, cells, lambda cell: self._list(column, cell))
            case Cell.CHOICE:
                known = self._choices(column)
                return _look_up(known, cells, lambda cell: self._choice(known, cell))
            case _:
                return self._texts(column, cells)

    def _texts(self, column: Column, cells: Sequence[str]) -> Codes:
        words = self.names if column.name in NAMES else self.vocabulary
        codes = _look_up(words.codes, cells, lambda cell: _text(words, cell))
        if self._exempt_in_lists and words is self.vocabulary:
            codes[np.isin(codes, list(self._exempt_in_lists))] = PERSONNUMMER
        return codes

    def _list(self, column: Column, cell: str) -> int:
        items = [item for part in cell.split(SEPARATOR) if (item := part.strip())]
        kept = [item for item in items if not holds_personnummer(item)]
        if len(kept) == len(items):
            return self._remembered_list(cell, SEPARATOR.join(kept))
        self._dropped_items += len(items) - len(kept)
        emptied = DROPPED if column.limit else ""
        return self.vocabulary.add(SEPARATOR.join(kept) or emptied)

    def _remembered_list(self, cell: str, text: str) -> int:
        code = self.vocabulary.add(text)
        if holds_personnummer(text):
            self._exempt_in_lists.add(code)
        self._known[Cell.LIST][cell] = code
        return code

    def _choices(self, column: Column) -> dict[str, int]:
        known = self._known.setdefault(column.choices, {"": BLANK})
        for english, swedish in column.choices:
            for written in (english, swedish):
                known.setdefault(written, self.vocabulary.add(english))
        return known

    def _choice(self, known: Mapping[str, int], cell: str) -> int:
        folded = cell.strip().casefold()
        return known[folded] if folded in known else _text(self.vocabulary, cell)


def _look_up(
    known: Mapping[str, int], cells: Sequence[str], resolve: Callable[[str], int]
) -> Codes:
    try:
        codes = array("i", map(known.__getitem__, cells))
    except KeyError:
        codes = array("i", _one_by_one(known, cells, resolve))
    return np.array(codes, np.int32)


def _one_by_one(
    known: Mapping[str, int], cells: Sequence[str], resolve: Callable[[str], int]
) -> Iterator[int]:
    for cell in cells:
        code = known.get(cell)
        yield resolve(cell) if code is None else code


def _text(words: Vocabulary, cell: str) -> int:
    text = cell.strip()
    return PERSONNUMMER if holds_personnummer(text) else words.add(text)


def _day(known: dict[str, int], cell: str) -> int:
    text = cell.strip()
    if text in known:
        return known[text]
    try:
        known[text] = parse_day(text)
    except ValueError:
        return PERSONNUMMER if holds_personnummer(text) else UNKNOWN
    return known[text]


def _boolean(known: dict[str, int], cell: str) -> int:
    text = cell.strip()
    folded = text.casefold()
    if folded in known:
        return known[folded]
    return PERSONNUMMER if holds_personnummer(text) else UNKNOWN
