"""Where each kind of node is declared, for the oracles of rules about ids."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from tests.oracle.oracle import Oracle

if TYPE_CHECKING:
    from tests.oracle.oracle import Tables

DECLARED: Final = {
    "System": ("systems", "system_id"),
    "Provider": ("providers", "provider_id"),
    "VO": ("vos", "vo_id"),
    "Unit": ("units", "unit_id"),
    "Catalogue": ("catalogues", "catalogue_id"),
    "Specialty": ("specialties", "specialty_id"),
    "Profession": ("professions", "profession_id"),
    "Capability": ("capabilities", "capability_id"),
    "Role": ("roles", "role_id"),
    "Employee": ("employees", "employee_id"),
    "Assignment": ("assignments", "assignment_id"),
}


def declared_ids(tables: Tables, label: str) -> set[str]:
    """Every id that a table declares as that kind; clinic24 where no system is declared."""
    table, key = DECLARED[label]
    return {row[key] for row in Oracle(tables).rows(table)}
