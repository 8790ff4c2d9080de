"""The declared ids of one kind of node, numbered in byte order: ids are texts at the border only."""

from __future__ import annotations

from itertools import repeat
from typing import TYPE_CHECKING

import numpy as np

from graphauth.model.answer import Coded
from graphauth.model.columns import distinct
from graphauth.model.schema import DECLARED_IN

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from graphauth.engines.compiled.intervals import Ints
    from graphauth.model.dataset import DataSet
    from graphauth.model.schema import Label


class Numbers:
    """The declared ids of one kind of node, numbered in byte order.

    Attributes
    ----------
    ids
        Number to id.
    number
        Id to number.
    codes
        Number to vocabulary code.
    """

    def __init__(self, dataset: DataSet, label: Label) -> None:
        table = DECLARED_IN[label]
        texts = dataset.vocabulary.texts
        codes = distinct(dataset[table.name][table.key[0]])
        named = sorted(zip((texts[code] for code in codes.tolist()), codes.tolist(), strict=True))
        self.ids: Sequence[str] = [node_id for node_id, _ in named]
        self.number: Mapping[str, int] = {
            node_id: number for number, node_id in enumerate(self.ids)
        }
        self.codes: Ints = np.array([code for _, code in named], np.int32)
        self._number_of = np.full(len(texts), -1, np.int32)
        self._number_of[self.codes] = np.arange(len(named))

    def __len__(self) -> int:
        """Return how many there are."""
        return len(self.codes)

    def of(self, codes: Ints) -> Ints:
        """Return the numbers of vocabulary codes; -1 for what is not declared."""
        known = np.minimum(codes, len(self._number_of) - 1)
        return np.where(known == codes, self._number_of[known], np.int32(-1))

    def texts(self, numbers: Ints) -> Iterator[str]:
        """Yield the id of each number, in the order given; each is looked up once."""
        codes, ids = coded(numbers, self.ids)
        return map(ids.__getitem__, codes.tolist())

    def known(self, ids: Iterable[str]) -> Ints:
        """Return the numbers of those ids that are declared, sorted."""
        found = {self.number.get(one, -1) for one in ids} - {-1}
        return np.array(sorted(found), np.int64)


def coded(numbers: Ints, texts: Sequence[str]) -> Coded:
    """Return numbers with those of the texts that they stand for; -1 is the last text."""
    seen = np.zeros(len(texts), np.bool_)
    seen[numbers] = True
    place = np.cumsum(seen, dtype=np.int32) - 1
    return Coded(place[numbers], [texts[number] for number in np.flatnonzero(seen).tolist()])


def numbers_of(ids: Iterable[str], number: Mapping[str, int], count: int) -> Ints:
    """Return the number of each of so many ids, -1 for what has none, in the order given."""
    return np.fromiter(map(number.get, ids, repeat(-1)), np.int64, count)
