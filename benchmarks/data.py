"""The data sets and the questions, made once from a seed and kept below ``.cache/bench``."""

from __future__ import annotations

import json
import random
from collections import defaultdict
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Final

from benchmarks.relations import DayRelations, count_relations, read_relations
from graphauth.generating import generate
from graphauth.generating.days import REFERENCE_DAY

if TYPE_CHECKING:
    from datetime import date

    from benchmarks.contestant import Question

SIZES: Final = {"region": 8_000, "large": 200_000, "national": 1_500_000}
SEED: Final = 1
CACHE: Final = Path(".cache/bench")
_BATCH: Final = 100_000
_LISTS: Final = 1_000


@dataclass(frozen=True)
class Questions:
    """What every contestant is asked, in this order.

    Attributes
    ----------
    checks
        Half are tickets, a quarter are near misses (one of unit and role is right), and a quarter
        join an employee with a login at random; shuffled, so that any beginning is representative.
    employees
        Asked for their tickets: drawn evenly from those with a valid grant.
    logins
        (unit, role) pairs asked who can log in: drawn evenly from the valid offers.
    """

    checks: list[Question]
    employees: list[str]
    logins: list[tuple[str, str]]


@dataclass(frozen=True)
class BenchData:
    """One data set, ready to be loaded."""

    size: str
    folder: Path
    day: date
    employees: int
    relations: int
    questions: Questions


def prepare(size: str) -> BenchData:
    """Return a size's data and questions; made now, where they aren't kept from before."""
    folder = CACHE / f"{size}-{SIZES[size]}-seed{SEED}"
    kept = folder.with_suffix(".json")
    if not kept.exists():
        generate(folder, SIZES[size], SEED, overwrite=True)
        questions = draw_questions(read_relations(folder, REFERENCE_DAY.isoformat()), SEED)
        made = {"relations": count_relations(folder), "questions": asdict(questions)}
        kept.write_text(json.dumps(made), encoding="utf-8")
    return _from_kept(size, folder, json.loads(kept.read_text(encoding="utf-8")))


def _from_kept(size: str, folder: Path, kept: dict[str, object]) -> BenchData:
    lists: dict[str, list[object]] = kept["questions"]  # type: ignore[assignment]
    questions = Questions(
        [tuple(one) for one in lists["checks"]],  # type: ignore[arg-type, misc]
        [str(one) for one in lists["employees"]],
        [tuple(one) for one in lists["logins"]],  # type: ignore[arg-type, misc]
    )
    relations = int(str(kept["relations"]))
    return BenchData(size, folder, REFERENCE_DAY, SIZES[size], relations, questions)


def draw_questions(
    held: DayRelations, seed: int, batch: int = _BATCH, lists: int = _LISTS
) -> Questions:
    """Draw the questions; small data sets give fewer lists."""
    return _Drawing(held, seed).questions(batch, lists)


class _Drawing:
    def __init__(self, held: DayRelations, seed: int) -> None:
        self._chance = random.Random(seed)
        self._roles = _grouped(held.grants)
        self._units = _grouped({(role, unit) for unit, role in held.offers})
        self._offers = _grouped(held.offers)
        self._owned = _grouped(held.owned)
        self._vos = _grouped(held.vo_members)
        self._limited = _grouped(held.unit_members)
        self._logins = sorted(held.offers)

    def questions(self, batch: int, lists: int) -> Questions:
        employees = sorted(self._roles)
        checks = [self._check(self._chance.choice(employees), n % 4) for n in range(batch)]
        self._chance.shuffle(checks)
        asked = self._chance.sample(employees, min(lists, len(employees)))
        logins = self._chance.sample(self._logins, min(lists, len(self._logins)))
        return Questions(checks, asked, logins)

    def _check(self, employee: str, kind: int) -> Question:
        """Draw a ticket (kinds 0 and 1), a near miss (2) or anything (3), if there is one to draw."""
        roles, units = self._roles[employee], self._reached(employee)
        near: list[tuple[str, str]] = []
        if kind in (0, 1):
            near = [(u, r) for u in units for r in self._offers.get(u, ()) if r in set(roles)]
        elif kind == 2:
            near = [(u, r) for u in units for r in self._offers.get(u, ()) if r not in set(roles)]
            near += [(u, r) for r in roles for u in self._units.get(r, ()) if u not in set(units)]
        return (employee, *self._chance.choice(near or self._logins))

    def _reached(self, employee: str) -> list[str]:
        through = (unit for vo in self._vos.get(employee, ()) for unit in self._owned[vo])
        return sorted({*through, *self._limited.get(employee, ())})


def _grouped(pairs: set[tuple[str, str]]) -> dict[str, list[str]]:
    groups: dict[str, list[str]] = defaultdict(list)
    for start, end in sorted(pairs):
        groups[start].append(end)
    return dict(groups)
