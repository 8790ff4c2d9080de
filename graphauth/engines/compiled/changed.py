"""Compiled relations after a change: only what the change touches is made anew.

A grant, a membership or an offer replaces the rows of its employee or unit; the rest is copied as it
lies. What is worked out per system (doors) is small and made anew when something behind it changed.
Where a node is declared anew, or no longer, the numbers shift, and everything is compiled anew.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import numpy as np

from graphauth.engines.compiled.links import with_new_pairs, with_new_rows
from graphauth.engines.compiled.relations import NUMBERED, RELATED, Relations
from graphauth.model.schema import DECLARED_IN

if TYPE_CHECKING:
    from graphauth.engines.compiled.intervals import Ints
    from graphauth.model.change import ChangeSet
    from graphauth.model.dataset import DataSet
    from graphauth.model.schema import Label

_LINKS: Final = {
    "assignment_members": ("members", "members_of"),
    "role_grants": ("grants", "holders_of"),
    "units": ("owns", ""),
    "unit_roles": ("offers", ""),
}
"""The links that come of a table, and those that lead back."""
_BEHIND_DOORS: Final = frozenset(
    {"systems", "vos", "units", "unit_registrations", "roles", "unit_roles", "assignments"}
)


def relations_after(before: Relations, dataset: DataSet, change: ChangeSet) -> Relations:
    """Return the relations of a changed data set, from those before the change."""
    if _renumbered(before, dataset, change):
        return Relations(dataset)
    after = Relations(dataset)
    after.__dict__["numbers"] = before.numbers
    for table, (links, back) in _LINKS.items():
        starts = _touched(before, table, change)
        for name in filter(None, (links, back)):
            if name in before.__dict__ and not len(starts):
                after.__dict__[name] = before.__dict__[name]
        if len(starts) and links in before.__dict__:
            _patch(before, after, table, starts)
    return after


def keeps_doors(change: ChangeSet) -> bool:
    """Whether what lies behind the doors is as it was."""
    return not change.tables() & _BEHIND_DOORS


def _patch(before: Relations, after: Relations, table: str, starts: Ints) -> None:
    links, back = _LINKS[table]
    ends = len(before.numbers[RELATED[table][1]])
    old = before.__dict__[links]
    new = with_new_rows(old, starts, after.facts(table, starts), ends)
    after.__dict__[links] = new
    if back in before.__dict__:
        after.__dict__[back] = with_new_pairs(before.__dict__[back], starts, old, new)


def _touched(before: Relations, table: str, change: ChangeSet) -> Ints:
    """Return the starts, by number, whose rows or whose own validity a change touches; sorted."""
    start = RELATED[table][0]
    declaring = DECLARED_IN[start]
    key = declaring.key[0]
    ids = {
        getattr(row, key)
        for row in (*change.removed, *change.added)
        if row.table in (table, declaring.name)
    }
    return before.numbers[start].known(ids)


def _renumbered(before: Relations, dataset: DataSet, change: ChangeSet) -> bool:
    """Whether a node is declared that wasn't, or no longer is."""
    return any(
        _declares(dataset, label, row_id) != (row_id in before.numbers[label].number)
        for label in NUMBERED
        for row_id in _ids(change, label)
    )


def _ids(change: ChangeSet, label: Label) -> set[str]:
    declaring = DECLARED_IN[label]
    rows = (*change.removed, *change.added)
    return {getattr(row, declaring.key[0]) for row in rows if row.table == declaring.name}


def _declares(dataset: DataSet, label: Label, node_id: str) -> bool:
    declaring, code = DECLARED_IN[label], dataset.vocabulary.find(node_id)
    wanted = np.array([-1 if code is None else code], np.int32)
    return len(dataset[declaring.name].where(declaring.key[0], wanted)) > 0
