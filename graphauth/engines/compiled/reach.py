"""Where assignments lead: for one system, every (assignment, unit) and the days it holds in.

This is what clauses 2 to 4 say of an assignment, without its members: the system and the purpose,
the VO and what it owns, the limit to units, and the registration.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from graphauth.engines.compiled.intervals import Facts, meet, unite
from graphauth.engines.compiled.relations import always, registrations
from graphauth.model.schema import Label

if TYPE_CHECKING:
    from graphauth.engines.compiled.relations import Relations
    from graphauth.model.dataset import DataSet
    from graphauth.model.entities import System


class Reach:
    """The reach of every assignment at one system.

    Attributes
    ----------
    facts
        Keyed by ``assignment * (number of units) + unit``.
    vo_of
        Assignment to VO; -1 where the VO is not declared.
    """

    def __init__(self, dataset: DataSet, relations: Relations, system: System) -> None:
        self._dataset = dataset
        self._numbers = relations.numbers
        units = len(self._numbers[Label.UNIT])
        rows = dataset["assignments"]
        assignments = self._numbers[Label.ASSIGNMENT].of_code[rows["assignment_id"]]
        self.vo_of = np.full(len(self._numbers[Label.ASSIGNMENT]), -1, np.int64)
        self.vo_of[assignments] = self._numbers[Label.VO].of_code[rows["vo_id"]]
        open_ = np.flatnonzero(self._opens(system) & (self.vo_of[assignments] >= 0))
        opened = assignments[open_]
        granted = self.vo_of[opened]
        start, _, valid = meet(always(granted), relations.vos, granted)
        vos_owns = (
            relations.owns._replace(key=relations.owns.key // units) if units else relations.owns
        )
        one, owned, holds = meet(valid, vos_owns, valid.key)
        unit = relations.owns.key[owned] % units if units else owned.astype(np.int64)
        assignment = opened[start[one]]
        facts = Facts(assignment * units + unit, holds.first, holds.last)
        facts = facts.take(self._permitted(assignment, unit))
        if system.requires_registration and units:
            here = registrations(dataset, self._numbers[Label.UNIT], system.system_id)
            _, _, facts = meet(facts, here, facts.key % units)
        self.facts = unite(facts)

    def _opens(self, system: System) -> np.ndarray[tuple[int], np.dtype[np.bool_]]:
        rows, words = self._dataset["assignments"], self._dataset.vocabulary
        named = [not code or system.system_id in words.words(int(code)) for code in rows["systems"]]
        purpose = [
            not system.purposes or words.texts[code] in system.purposes for code in rows["purpose"]
        ]
        return np.array(named, np.bool_) & np.array(purpose, np.bool_)

    def _permitted(
        self,
        assignment: np.ndarray[tuple[int], np.dtype[np.int64]],
        unit: np.ndarray[tuple[int], np.dtype[np.int64]],
    ) -> np.ndarray[tuple[int], np.dtype[np.bool_]]:
        """Return which pairs the assignments' limits let through."""
        rows, units = self._dataset["assignments"], self._numbers[Label.UNIT]
        numbers = self._numbers[Label.ASSIGNMENT].of_code[rows["assignment_id"]]
        limited = np.zeros(len(self._numbers[Label.ASSIGNMENT]), np.bool_)
        limited[numbers] = rows["unit_ids"] != 0
        named = [
            number * len(units) + units.number[word]
            for number, code in zip(numbers, rows["unit_ids"], strict=True)
            for word in self._dataset.vocabulary.words(int(code))
            if word in units.number
        ]
        inside = np.isin(assignment * len(units) + unit, np.array(named, np.int64))
        return ~limited[assignment] | inside
