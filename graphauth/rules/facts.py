"""What vectorised rules read: the columns of a data set on a day, and what follows from them.

Ids are codes of the data set's vocabulary, as in its tables: equal ids are equal numbers everywhere,
and 0 is blank. A *mask* has a boolean for each row of a table, or for each of the codes given.
Whatever is costly is worked out once and kept, for the day or (what no day changes) for all days.
"""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any, Final, NamedTuple, TypeVar, cast

import numpy as np

from graphauth.model.answer import Node
from graphauth.model.columns import distinct, rows_between
from graphauth.model.schema import DECLARED_IN, TABLES, Cell, Label
from graphauth.rules.answers import Choices, Staffing, choices_of, staffing_of
from graphauth.rules.hits import At, Hit, witness

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from graphauth.engines.base import Engine
    from graphauth.model.dataset import DataSet, Remark, RemarkKind, Table
    from graphauth.model.entities import Place, System
    from graphauth.rules.arrays import Column, Ints, Mask

__all__ = ["Choices", "Facts", "Items", "Staffing"]

Kept = TypeVar("Kept")


class Items(NamedTuple):
    """The items of a list column: the row that each stands in, and its code."""

    row: Ints
    code: Ints


class Facts:
    """A data set on a day.

    Parameters
    ----------
    engine
        Says what a ticket is and how units are staffed.
    dataset
        The engine's data set.
    day
        The asked day, as an ordinal.
    system
        The system whose tickets are meant; a declared one.

    Examples
    --------
    >>> from graphauth.engines.compiled import CompiledEngine
    >>> from graphauth.model.dataset import empty_dataset
    >>> facts = Facts(CompiledEngine(empty_dataset()), empty_dataset(), 739943, "clinic24")
    >>> len(facts.ids(Label.SYSTEM)), facts.staffing().unit.tolist()
    (1, [])
    """

    def __init__(self, engine: Engine, dataset: DataSet, day: int, system: str) -> None:
        self._engine = engine
        self.dataset: Final = dataset
        self.day: Final = day
        self.system: Final = system
        self._today: dict[object, Any] = {}
        self._always: dict[object, Any] = {}

    def on(self, day: int) -> Facts:
        """Return the same data set on another day; what no day changes is shared."""
        other = Facts(self._engine, self.dataset, day, self.system)
        other._always = self._always
        return other

    def __getitem__(self, table: str) -> Table:
        """Return a table by its canonical name; ``facts["units"]["vo_id"]`` is a column of codes."""
        return self.dataset[table]

    def keep(self, key: object, work: Callable[[], Kept], *, dated: bool = True) -> Kept:
        """Return what `work` returned for this key, for the day or (not `dated`) for all days.

        For what several rules share; the key is a tuple that begins with the module's name.
        """
        kept = self._today if dated else self._always
        if key not in kept:
            kept[key] = work()
        return cast("Kept", kept[key])

    # texts

    def text(self, code: int | np.integer) -> str:
        """Return the text of a code."""
        return self.dataset.text(int(code))

    def code(self, text: str) -> int:
        """Return the code of a text; -1, which no cell has, where the data never says it."""
        found = self.dataset.vocabulary.find(text)
        return -1 if found is None else found

    def date(self, day: int | np.integer) -> date:
        """Return a day as a date, for a message."""
        return date.fromordinal(int(day))

    def asked_system(self) -> System:
        """Return the system whose tickets are meant, and what it asks for."""
        return self._engine.systems()[self.system]

    # rows

    def holds(self, table: str) -> Mask:
        """Return the mask of a table's rows that hold on the day; undated ones always do."""
        return self.keep(("holds", table), lambda: self._holds(self[table]))

    def _holds(self, rows: Table) -> Mask:
        if not rows.schema.is_dated:
            return np.ones(len(rows), np.bool_)
        now: Mask = (rows["valid_from"] <= self.day) & (self.day <= rows["valid_to"])
        return now

    def items(self, table: str, column: str) -> Items:
        """Return the items of a list column, row by row; blank cells have none."""
        self._list_columns()
        found: Items = self._always["items", table, column]
        return found

    def remarks(self, *kinds: RemarkKind) -> list[Remark]:
        """Return what reading remarked on, of these kinds, in order."""
        return [one for one in self.dataset.remarks if one.kind in kinds]

    # nodes

    def ids(self, label: Label) -> Ints:
        """Return the codes of the declared ids of a label, each once, ascending."""
        table = DECLARED_IN[label]
        return self.keep(
            ("ids", label),
            lambda: distinct(self[table.name][table.key[0]]).astype(np.int64),
            dated=False,
        )

    def id_texts(self, label: Label) -> list[str]:
        """Return the texts of `ids`, in the same order; kept, for rules about what ids look like."""
        return self.keep(
            ("id texts", label),
            lambda: self.dataset.texts(self.ids(label).tolist()),
            dated=False,
        )

    @property
    def declared_ids(self) -> int:
        """How many nodes of any label are declared."""
        return sum(len(self.ids(label)) for label in DECLARED_IN)

    def declares(self, label: Label, codes: Column) -> Mask:
        """Return which codes a table declares as that label, on any day; a blank is not declared."""
        return self.keep(("declares", label), lambda: self._flags(self.ids(label)), dated=False)[
            codes
        ]

    def valid(self, label: Label, codes: Column) -> Mask:
        """Return which codes are declared and valid on the day (undated labels: declared)."""
        table = DECLARED_IN[label]
        return self.keep(
            ("valid", label),
            lambda: self._flags(self[table.name][table.key[0]][self.holds(table.name)]),
        )[codes]

    def ended(self, label: Label, codes: Column) -> Mask:
        """Return which codes are declared, were valid, and by the day's eve no longer are."""
        table = DECLARED_IN[label]
        return self.keep(("ended", label), lambda: self._ended(self[table.name]))[codes]

    def _ended(self, rows: Table) -> Mask:
        if not rows.schema.is_dated:
            return np.zeros(self._codes(), np.bool_)
        still = self._flags(rows[rows.schema.key[0]][rows["valid_to"] >= self.day])
        return self._flags(rows[rows.schema.key[0]]) & ~still

    def row_of(self, label: Label, codes: Column) -> Ints:
        """Return the row that declares each code, -1 for none; of several the first valid, or first."""
        table = DECLARED_IN[label]
        return self.keep(("row", label), lambda: self._row_of(table.name, table.key[0]))[codes]

    def _row_of(self, table: str, column: str) -> Ints:
        row = np.full(self._codes(), -1, np.int64)
        backwards = np.lexsort((-np.arange(len(self[table])), self.holds(table)))
        row[self[table][column][backwards]] = backwards
        row[0] = -1
        return row

    def count(self, codes: Column) -> Ints:
        """Return how often each code of the vocabulary stands among `codes`: index it by code."""
        return np.bincount(codes, minlength=self._codes())

    def flags(self, codes: Column) -> Mask:
        """Return, for each code of the vocabulary, whether it stands among `codes`; never for blank."""
        return self._flags(codes)

    def _flags(self, codes: Column) -> Mask:
        found = np.zeros(self._codes(), np.bool_)
        found[codes] = True
        found[0] = False
        return found

    def _codes(self) -> int:
        self._list_columns()
        return len(self.dataset.vocabulary)

    def _list_columns(self) -> None:
        """Take all lists apart before anything is sized by the vocabulary, which that makes grow."""
        if "lists" in self._always:
            return
        for schema in TABLES:
            for column in schema.columns:
                if column.cell is Cell.LIST:
                    cells = self[schema.name][column.name]
                    self._always["items", schema.name, column.name] = self._taken_apart(cells)
        self._always["lists"] = True

    def _taken_apart(self, cells: Column) -> Items:
        filled = np.flatnonzero(cells)
        lists, which = np.unique(cells[filled], return_inverse=True)
        items = [self.dataset.vocabulary.items(int(one)) for one in lists]
        flat = np.array([code for one in items for code in one], np.int64)
        length = np.array([len(one) for one in items], np.int64)
        begin = np.cumsum(length) - length
        cell, item = rows_between(begin[which], length[which])
        return Items(filled[cell].astype(np.int64), flat[item])

    # what the engine says

    def staffing(self) -> Staffing:
        """Return the staffing of every valid unit and every declared role that it validly offers."""
        return self.keep(
            "staffing", lambda: staffing_of(self._engine, self.dataset, self.system, self.day)
        )

    def choices(self) -> Choices:
        """Return every ticket: who can log in where, and as what."""
        return self.keep(
            "choices", lambda: choices_of(self._engine, self.dataset, self.system, self.day)
        )

    # findings

    def hit(
        self,
        nodes: Mapping[str, int | np.integer | tuple[Label, int | np.integer]],
        *rows: At,
        kind: str = "",
        places: Sequence[Place] = (),
        **values: object,
    ) -> Hit:
        """Return a hit: what it is about, and the rows that witness it.

        Parameters
        ----------
        nodes
            Slot name to code, or to label and code where the rule leaves the label open.
        rows
            What witnesses it; the first is where a reader is sent.
        kind
            Which of the rule's sentences.
        places
            Rows that are in no table (`Remark.place`).
        values
            What else the message says.
        """
        path = tuple(witness(self.dataset, at) for at in rows)
        read = tuple(place for fact in path for place in fact.places)
        named = {name: self._node(one) for name, one in nodes.items()}
        return Hit(named, kind, (*read, *places), path, values)

    def _node(self, one: int | np.integer | tuple[Label, int | np.integer]) -> Node | str:
        if isinstance(one, tuple):
            return Node(one[0], self.text(one[1]))
        return self.text(one)
