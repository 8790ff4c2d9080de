"""Compiled relations in a snapshot: what is stored of them, and how they come back, when touched."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property
from typing import TYPE_CHECKING, Any, Final, overload

import numpy as np

from graphauth.engines.compiled.doors import Doors, Leads
from graphauth.engines.compiled.links import Links, Pairs
from graphauth.engines.compiled.numbers import Numbers
from graphauth.engines.compiled.relations import NUMBERED, Relations

if TYPE_CHECKING:
    from collections.abc import Mapping

    from graphauth.engines.compiled.intervals import Ints
    from graphauth.model.dataset import DataSet
    from graphauth.model.entities import System
    from graphauth.model.schema import Label
    from graphauth.model.vocabulary import Vocabulary
    from graphauth.snapshot import Snapshot

_LINKS: Final = ("members", "grants", "owns", "offers")
_PAIRS: Final = ("members_of", "holders_of")


def stored_arrays(dataset: DataSet) -> dict[str, Ints]:
    """Return what a snapshot keeps of a compiled data set, by name; codes are in byte order."""
    relations = Relations(dataset)
    arrays: dict[str, Ints] = {
        f"{label.value}.codes": relations.numbers[label].codes for label in NUMBERED
    }
    for name in _LINKS:
        links: Links = getattr(relations, name)
        arrays |= {f"{name}.{part}": column for part, column in links._asdict().items()}
    for name in _PAIRS:
        pairs: Pairs = getattr(relations, name)
        arrays |= {f"{name}.{part}": column for part, column in pairs._asdict().items()}
    for system in dataset.systems().values():
        doors = relations.doors(system)
        arrays |= {f"{_at(system)}.of": doors.of, f"{_at(system)}.vo": doors.vo}
        for kind, columns in (("reach", doors.reach), ("leads", doors.leads)):
            named = columns._asdict().items()
            arrays |= {f"{_at(system)}.{kind}.{part}": column for part, column in named}
    return arrays


def _at(system: System) -> str:
    return f"doors.{system.system_id}"


class StoredRelations(Relations):
    """The relations of a snapshot, each decoded when it is first touched."""

    def __init__(self, snapshot: Snapshot) -> None:
        super().__init__(snapshot.dataset)
        self._snapshot = snapshot

    @cached_property
    def numbers(self) -> Mapping[Label, Numbers]:
        """The declared nodes of each kind."""
        words = self.dataset.vocabulary
        return {
            label: StoredNumbers(self._snapshot.array(f"{label.value}.codes"), words)
            for label in NUMBERED
        }

    @cached_property
    def members(self) -> Links:
        """Employee to assignment."""
        return self._stored_links("members")

    @cached_property
    def grants(self) -> Links:
        """Employee to role."""
        return self._stored_links("grants")

    @cached_property
    def owns(self) -> Links:
        """VO to unit."""
        return self._stored_links("owns")

    @cached_property
    def offers(self) -> Links:
        """Unit to role."""
        return self._stored_links("offers")

    @cached_property
    def members_of(self) -> Pairs:
        """Assignment to employees."""
        return Pairs(*self._columns("members_of", Pairs._fields))

    @cached_property
    def holders_of(self) -> Pairs:
        """Role to employees."""
        return Pairs(*self._columns("holders_of", Pairs._fields))

    def doors(self, system: System) -> Doors:
        """Return the doors of a system."""
        return StoredDoors(self, system, self._snapshot)

    def _stored_links(self, name: str) -> Links:
        return Links(*self._columns(name, Links._fields))

    def _columns(self, name: str, parts: Sequence[str]) -> list[Ints]:
        return [self._snapshot.array(f"{name}.{part}") for part in parts]


class StoredDoors(Doors):
    """The doors of one system in a snapshot, decoded when they are first touched."""

    def __init__(self, relations: Relations, system: System, snapshot: Snapshot) -> None:
        super().__init__(relations, system)
        self._snapshot = snapshot

    @cached_property
    def of(self) -> Ints:
        """Assignment to its door."""
        return self._array("of")

    @cached_property
    def vo(self) -> Ints:
        """Door to VO."""
        return self._array("vo")

    @cached_property
    def reach(self) -> Links:
        """Door to units."""
        return Links(*(self._array(f"reach.{part}") for part in Links._fields))

    @cached_property
    def leads(self) -> Leads:
        """What lies behind each door for each role."""
        key, *rest = (self._array(f"leads.{part}", np.int64) for part in Leads._fields)
        return Leads(key, *(column.astype(np.int32) for column in rest))

    def _array(self, part: str, dtype: type[np.integer[Any]] = np.int32) -> Ints:
        return self._snapshot.array(f"{_at(self.system)}.{part}", dtype)


class StoredNumbers(Numbers):
    """The declared ids of one kind in a snapshot, whose codes are in byte order already."""

    def __init__(self, codes: Ints, words: Vocabulary) -> None:
        self.codes = codes
        self.ids = _Ids(codes, words)
        self.number = _Lookup(codes, words)

    def of(self, codes: Ints) -> Ints:
        """Return the numbers of vocabulary codes; -1 for what is not declared."""
        if not len(self.codes):
            return np.full(len(codes), -1, np.int32)
        place = np.searchsorted(self.codes, codes)
        near = self.codes.take(place, mode="clip")
        return np.where(near == codes, place, -1).astype(np.int32)


class _Ids(Sequence[str]):
    """Number to id, decoded one at a time and kept."""

    def __init__(self, codes: Ints, words: Vocabulary) -> None:
        self._codes = codes
        self._texts = words.texts
        self._kept: dict[int, str] = {}

    def __len__(self) -> int:
        return len(self._codes)

    @overload
    def __getitem__(self, number: int) -> str: ...
    @overload
    def __getitem__(self, number: slice) -> list[str]: ...
    def __getitem__(self, number: int | slice) -> str | list[str]:
        if isinstance(number, slice):
            return [self[one] for one in range(*number.indices(len(self)))]
        kept = self._kept.get(number)
        if kept is None:
            kept = self._kept[number] = self._texts[int(self._codes[number])]
        return kept


class _Lookup(dict[str, int]):
    """Id to number; what has been found once is found as fast as in any dict."""

    def __init__(self, codes: Ints, words: Vocabulary) -> None:
        super().__init__()
        self._codes = codes
        self._words = words

    def __missing__(self, node_id: str) -> int:
        code = self._words.find(node_id)
        place = int(np.searchsorted(self._codes, -1 if code is None else code))
        if code is None or place == len(self._codes) or self._codes[place] != code:
            raise KeyError(node_id)
        self[node_id] = place
        return place

    def __contains__(self, node_id: object) -> bool:
        return isinstance(node_id, str) and self.get(node_id) is not None

    def get(self, node_id: str, default: int | None = None) -> int | None:  # type: ignore[override]
        try:
            return self[node_id]
        except KeyError:
            return default
