"""Findings of one's own: those about a VO, a unit, and what belongs to them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from graphauth.model.schema import Label

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from graphauth.rules.arrays import Column, Mask
    from graphauth.rules.facts import Facts
    from graphauth.rules.finding import Finding


def scope_of(
    facts: Facts, vos: Iterable[str], units: Iterable[str]
) -> Mapping[Label, frozenset[str]]:
    """Return the ids that belong to VOs and units: what their head or manager answers for.

    Of a VO: itself, the units that any row puts under it, its provider, the catalogues that it uses
    or owns, the roles of these, the specialties that it answers for, and its assignments. Of a unit:
    itself, the roles that it offers, and the assignments that are limited to it or that its VO
    grants without a limit. Of both: the members of those assignments, and whoever reports to the
    head or the manager.
    """
    vo = facts.flags(_codes(facts, vos))
    unit = facts.flags(_codes(facts, units))
    owned = facts.flags(_where(facts, "units", "vo_id", vo, "unit_id"))
    catalogue = facts.flags(
        np.concatenate(
            [
                _where(facts, "vos", "vo_id", vo, "catalogue_id"),
                _where(facts, "catalogues", "owner_vo_id", vo, "catalogue_id"),
            ]
        )
    )
    assignment = _assignments(facts, vo, unit)
    chief = facts.flags(
        np.concatenate(
            [
                _where(facts, "vos", "vo_id", vo, "head_id"),
                _where(facts, "units", "unit_id", unit | owned, "manager_id"),
            ]
        )
    )
    belongs = {
        Label.VO: vo,
        Label.UNIT: unit | owned,
        Label.PROVIDER: facts.flags(_where(facts, "vos", "vo_id", vo, "provider_id")),
        Label.CATALOGUE: catalogue,
        Label.SPECIALTY: facts.flags(_where(facts, "specialties", "vo_id", vo, "specialty_id")),
        Label.ROLE: facts.flags(_where(facts, "roles", "catalogue_id", catalogue, "role_id"))
        | facts.flags(_where(facts, "unit_roles", "unit_id", unit, "role_id")),
        Label.ASSIGNMENT: assignment,
        Label.EMPLOYEE: chief
        | facts.flags(_where(facts, "employees", "manager_id", chief, "employee_id"))
        | facts.flags(
            _where(facts, "assignment_members", "assignment_id", assignment, "employee_id")
        ),
    }
    return {
        label: frozenset(facts.text(code) for code in np.flatnonzero(flags))
        for label, flags in belongs.items()
    }


def is_within(finding: Finding, scope: Mapping[Label, frozenset[str]]) -> bool:
    """Whether a finding is about something of the scope: its culprit, the first node, decides."""
    return bool(finding.nodes) and finding.nodes[0].id in scope.get(
        finding.nodes[0].label, frozenset()
    )


def _assignments(facts: Facts, vo: Mask, unit: Mask) -> Mask:
    rows = facts["assignments"]
    limited = facts.items("assignments", "unit_ids")
    owners = facts.flags(_where(facts, "units", "unit_id", unit, "vo_id"))
    reaches = vo[rows["vo_id"]] | (owners[rows["vo_id"]] & (rows["unit_ids"] == 0))
    reaches[limited.row[unit[limited.code]]] = True
    return facts.flags(rows["assignment_id"][reaches])


def _where(facts: Facts, table: str, column: str, wanted: Mask, returned: str) -> Column:
    rows = facts[table]
    return rows[returned][wanted[rows[column]]]


def _codes(facts: Facts, ids: Iterable[str]) -> Column:
    return np.array([facts.code(one) for one in ids], np.int64)
