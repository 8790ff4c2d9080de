"""GA307: an employee whom no nearest manager stands behind."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from graphauth.model.schema import Rel
from graphauth.rules.base import Fixer, Kinds, Label, Nodes, Rule, Severity, Text
from graphauth.rules.hits import At

if TYPE_CHECKING:
    from collections.abc import Iterator

    from graphauth.rules.arrays import Column, Ints, Mask
    from graphauth.rules.facts import Facts
    from graphauth.rules.hits import Hit


class EmployeeWithoutANearestManagerOwnManagerOrLoop(Rule):
    """A valid row of an employee names no manager, the employee, somebody not employed, or leads round."""

    code = "GA307"
    severity = Severity.WARNING
    fixer = Fixer.HR
    nodes = Nodes(employee=Label.EMPLOYEE, manager=Label.EMPLOYEE)
    title = Text(
        en="Employee without a nearest manager, own manager, or a loop of managers",
        sv="Medarbetare utan närmsta chef, egen chef eller chefer i ring",
    )
    why = Text(
        en="Only the nearest manager may assign roles and order assignments: without one "
        "nobody can, and with oneself anybody gives themselves what they like.",
        sv="Bara närmsta chef får tilldela roller och beställa uppdrag: utan chef kan ingen "
        "göra det, och den som är sin egen chef ger sig själv vad som helst.",
    )
    fix = Text(
        en="HR enters the right nearest manager in the staff system.",
        sv="HR för in rätt närmsta chef i personalsystemet.",
    )
    message = Kinds(
        missing=Text(
            en="`{employee}` has no nearest manager",
            sv="`{employee}` saknar närmsta chef",
        ),
        own=Text(
            en="`{employee}` is their own nearest manager",
            sv="`{employee}` är sin egen närmsta chef",
        ),
        not_employed=Text(
            en="`{manager}`, the nearest manager of `{employee}`, is not employed",
            sv="`{manager}`, närmsta chef för `{employee}`, är inte anställd",
        ),
        loop=Text(
            en="`{manager}`, the nearest manager of `{employee}`, reports to them by way of others",
            sv="`{manager}`, närmsta chef för `{employee}`, har i sin tur `{employee}` över sig",
        ),
    )

    def find(self, facts: Facts) -> Iterator[Hit]:
        """Look at the valid rows. Who has no manager and manages others stands at the top, and may."""
        employees = facts["employees"]
        person, manager = employees["employee_id"], employees["manager_id"]
        now = facts.holds("employees")
        managing = facts.flags(manager[now & (manager != person)])
        for row in np.flatnonzero(now & (manager == 0) & ~managing[person]):
            yield facts.hit({"employee": person[row]}, At("employees", row), kind="missing")
        for row in np.flatnonzero(now & (manager == person)):
            yield facts.hit({"employee": person[row]}, At("employees", row), kind="own")
        other = now & (manager != 0) & (manager != person)
        employed = facts.valid(Label.EMPLOYEE, manager)
        for kind, rows in (
            ("not_employed", np.flatnonzero(other & ~employed)),
            ("loop", _looping(person, manager, other & employed)),
        ):
            for row in rows:
                yield facts.hit(
                    {"employee": person[row], "manager": manager[row]},
                    At("employees", row, Rel.REPORTS_TO),
                    kind=kind,
                )


def _looping(person: Column, manager: Column, chosen: Mask) -> Ints:
    """Return the chosen rows that lie on a loop.

    Whoever nobody reports to, or who reports to nobody, lies on none: these are taken away until
    none is left. What remains is loops, and ways between them.
    """
    rows = np.flatnonzero(chosen)
    while len(rows):
        kept = np.isin(person[rows], manager[rows]) & np.isin(manager[rows], person[rows])
        if kept.all():
            break
        rows = rows[kept]
    above: dict[int, set[int]] = {}
    for row in rows.tolist():
        above.setdefault(int(person[row]), set()).add(int(manager[row]))
    round_ = [_leads(above, int(manager[row]), int(person[row])) for row in rows]
    return rows[np.array(round_, np.bool_)]


def _leads(above: dict[int, set[int]], start: int, end: int) -> bool:
    """Whether going from manager to manager, all of whom have one, leads from one to the other."""
    seen, waiting = {start}, [start]
    while waiting:
        for one in above[waiting.pop()] - seen:
            seen.add(one)
            waiting.append(one)
    return end in seen
