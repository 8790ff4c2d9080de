"""Pseudonyms: the same data with people and places that only the holder of a key can tell.

A pseudonym is an HMAC-SHA-256 under the user's own key: the same id is the same pseudonym wherever
it stands, so everything that can be asked of the data can be asked of the pseudonymised data, and
two answers under one key can be laid side by side. Without the key nobody can go back, or try out
ids. Ids of employees, assignments, VOs, units and providers are replaced; the vocabulary of roles
(catalogues, specialties, professions, capabilities, roles, systems) and all days stay.
"""

from __future__ import annotations

import hmac
from base64 import b32encode
from dataclasses import replace
from functools import cache
from pathlib import PurePath
from typing import TYPE_CHECKING, Final

import numpy as np

from graphauth.model.dataset import DataSet, Table
from graphauth.model.entities import BUILT_IN, Place
from graphauth.model.ids import is_hsa_id
from graphauth.model.schema import TABLE, Cell, Label
from graphauth.model.vocabulary import BLANK, DROPPED, SEPARATOR, Vocabulary

if TYPE_CHECKING:
    from collections.abc import Callable

    from graphauth.model.dataset import Codes, Remark
    from graphauth.model.schema import Column

HIDDEN: Final = (Label.EMPLOYEE, Label.ASSIGNMENT, Label.VO, Label.UNIT, Label.PROVIDER)
"""The kinds of node whose ids and names are replaced."""
LEAST_KEY: Final = 16
"""So many bytes a key must have: fewer can be tried out."""
_BETWEEN: Final = "\n"
_NUMERIC: Final = frozenset({Cell.FROM, Cell.TO, Cell.BOOLEAN})
_LENGTH: Final = 12
"""Base-32 letters, 60 bits: among two million ids a clash has a chance of one in a million."""


class Pseudonyms:
    """Pseudonyms under one key.

    Examples
    --------
    >>> under = Pseudonyms(b"sixteen bytes...")
    >>> under.id("SE2321000198-1A")[:13], under.id("anna") == under.id("anna")
    ('SE2321000198-', True)
    """

    def __init__(self, key: bytes) -> None:
        self._key = key

    def id(self, text: str) -> str:
        """Return the pseudonym of an id; one that has the form of an HSA-id keeps it."""
        if text in ("", DROPPED):
            return text
        code = self._code(text)
        return f"{text[:13]}P{code}" if is_hsa_id(text) else f"P{code}"

    def name(self, node_id: str, text: str) -> str:
        """Return the pseudonym of a name: two people of one name have two."""
        return f"N{self._code(node_id + _BETWEEN + text)}" if text else ""

    def _code(self, text: str) -> str:
        digest = hmac.digest(self._key, text.encode(), "sha256")
        return b32encode(digest).decode()[:_LENGTH]


def pseudonymised(dataset: DataSet, under: Pseudonyms) -> DataSet:
    """Return the same data under pseudonyms; files are named by their tables alone."""
    words = Vocabulary()
    tables = {name: _table(dataset, table, under, words) for name, table in dataset.tables.items()}
    files = tuple(_file(name, under) for name in dataset.files)
    named = dict(zip(dataset.files, files, strict=True))
    remarks = tuple(_remark(one, under, named) for one in dataset.remarks)
    return DataSet(tables, words, files, remarks, dataset.skipped)


def _table(dataset: DataSet, table: Table, under: Pseudonyms, words: Vocabulary) -> Table:
    hidden = table.schema.label in HIDDEN
    columns = {}
    for column in table.schema.columns:
        codes = table[column.name]
        if column.cell in _NUMERIC:
            columns[column.name] = codes
        elif hidden and column.name in ("name", "given_name", "family_name"):
            key = table[table.schema.key[0]]
            columns[column.name] = _names(dataset, key, codes, under, words)
        else:
            columns[column.name] = _moved(dataset, codes, _written(column, under), words)
    return Table(table.schema, columns, table.file, table.line)


def _written(column: Column, under: Pseudonyms) -> Callable[[str], str]:
    if column.name == "managed_by":
        return under.id
    if column.refers_to not in HIDDEN:
        return str
    if column.cell is Cell.LIST:
        return lambda text: SEPARATOR.join(map(under.id, text.split(SEPARATOR))) if text else ""
    return under.id


def _moved(
    dataset: DataSet, codes: Codes, written: Callable[[str], str], words: Vocabulary
) -> Codes:
    distinct, place = np.unique(codes, return_inverse=True)
    new = [words.add(written(text)) for text in dataset.texts(distinct.tolist())]
    return np.array([*new, BLANK], np.int32)[place]


def _names(
    dataset: DataSet, ids: Codes, names: Codes, under: Pseudonyms, words: Vocabulary
) -> Codes:
    @cache
    def named(node: int, name: int) -> int:
        return words.add(under.name(dataset.text(node), dataset.text(name)))

    pairs = zip(ids.tolist(), names.tolist(), strict=True)
    return np.array([named(*pair) if pair[1] else BLANK for pair in pairs], np.int32)


def _file(name: str, under: Pseudonyms) -> str:
    """Return a file's name without its folder; one that is not a table's may be a person's id."""
    path = PurePath(name)
    if name == BUILT_IN.file or path.stem.lower() in TABLE:
        return path.name
    return f"{under.id(path.stem)}{path.suffix}"


def _remark(remark: Remark, under: Pseudonyms, files: dict[str, str]) -> Remark:
    place = Place(files.get(remark.place.file, ""), remark.place.row)
    schema = TABLE.get(remark.table)
    hides = schema is not None and schema.columns[0].refers_to in HIDDEN
    return replace(
        remark, place=place, subject=under.id(remark.subject) if hides else remark.subject
    )
