"""The declared ids of one kind of node, numbered in byte order: ids are texts at the border only."""

from __future__ import annotations

from itertools import repeat
from typing import TYPE_CHECKING

import numpy as np

from graphauth.model.schema import DECLARED_IN

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

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
    of_code
        Vocabulary code to number; -1 for what is not declared.
    """

    def __init__(self, dataset: DataSet, label: Label) -> None:
        table = DECLARED_IN[label]
        texts = dataset.vocabulary.texts
        codes = np.unique(dataset[table.name][table.key[0]])
        named = sorted(zip((texts[code] for code in codes.tolist()), codes.tolist(), strict=True))
        self.ids = [node_id for node_id, _ in named]
        self.number = {node_id: number for number, node_id in enumerate(self.ids)}
        self.of_code = np.full(len(texts), -1, np.int32)
        self.of_code[[code for _, code in named]] = np.arange(len(named))

    def __len__(self) -> int:
        """Return how many there are."""
        return len(self.ids)

    def known(self, ids: Iterable[str]) -> Ints:
        """Return the numbers of those ids that are declared, sorted."""
        numbers = self.number
        return np.array(sorted({numbers[one] for one in ids if one in numbers}), np.int64)


def numbers_of(ids: Iterable[str], number: Mapping[str, int], count: int) -> Ints:
    """Return the number of each of so many ids, -1 for what has none, in the order given."""
    return np.fromiter(map(number.get, ids, repeat(-1)), np.int64, count)
