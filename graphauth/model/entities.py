"""Rows as frozen models: what a data set hands out at its border, one class for each table.

The classes mirror `graphauth.model.schema.TABLES` column for column (a test holds them together).
Ids are strings, days are `datetime.date` (None: open), lists are tuples. A list that limits
(`Assignment.systems`, `Assignment.unit_ids`, `System.purposes`) permits everything when it is empty.
"""

from __future__ import annotations

from datetime import date
from typing import ClassVar, NamedTuple

from pydantic import BaseModel, ConfigDict


class Place(NamedTuple):
    """Where a row was read: a file (``FILE!SHEET`` in a workbook) and the line it starts at."""

    file: str
    row: int

    def __str__(self) -> str:
        """Return ``FILE:ROW``."""
        return f"{self.file}:{self.row}" if self.row else self.file


BUILT_IN = Place("built in", 0)


class Entity(BaseModel):
    """One row of a table."""

    model_config = ConfigDict(frozen=True, extra="forbid")
    table: ClassVar[str]

    place: Place = BUILT_IN


class Dated(Entity):
    """A row that holds in a period, both days inclusive; None is open."""

    valid_from: date | None = None
    valid_to: date | None = None


class System(Entity):
    """A system that employees log in to, and what it asks for."""

    table = "systems"
    system_id: str
    name: str
    requires_registration: bool = False
    requires_role: bool = False
    purposes: tuple[str, ...] = ()


class Provider(Entity):
    """A care provider (*vårdgivare*)."""

    table = "providers"
    provider_id: str
    name: str
    sector: str = ""


class VO(Dated):
    """A *verksamhetsområde*: where assignments are granted, the owner of units."""

    table = "vos"
    vo_id: str
    name: str
    provider_id: str = ""
    catalogue_id: str = ""
    care_level: str = ""
    head_id: str = ""
    contact_id: str = ""


class Unit(Dated):
    """A unit, owned by a VO in the row's period."""

    table = "units"
    unit_id: str
    name: str
    vo_id: str
    manager_id: str = ""
    replaces: str = ""


class UnitRegistration(Dated):
    """A unit's registration with its HSA-id at a system's vendor."""

    table = "unit_registrations"
    unit_id: str
    system_id: str


class Catalogue(Entity):
    """A role catalogue (*rollkatalog*)."""

    table = "catalogues"
    catalogue_id: str
    name: str
    owner_vo_id: str = ""
    managed_by: str = ""


class Specialty(Entity):
    """A specialty, the first part of a role."""

    table = "specialties"
    specialty_id: str
    name: str
    vo_id: str = ""


class Profession(Entity):
    """A profession (*yrke*), the second part of a role; `licence` is what it needs."""

    table = "professions"
    profession_id: str
    name: str
    licence: str = ""


class Capability(Entity):
    """A capability (*kapabilitet*, *subspecialitet*), the third part of a role."""

    table = "capabilities"
    capability_id: str
    name: str


class Role(Entity):
    """A competence role (*kompetensroll*): specialty × profession × capability."""

    table = "roles"
    role_id: str
    catalogue_id: str
    specialty_id: str
    profession_id: str
    capability_id: str = ""
    name: str = ""


class UnitRole(Dated):
    """A unit's offer of a role."""

    table = "unit_roles"
    unit_id: str
    role_id: str


class Employee(Dated):
    """An employee under one id (*tjänste-id*); names of the protected are never here."""

    table = "employees"
    employee_id: str
    given_name: str = ""
    family_name: str = ""
    manager_id: str = ""
    licences: tuple[str, ...] = ()
    protected: bool = False


class Assignment(Entity):
    """An assignment (*medarbetaruppdrag*), granted at a VO."""

    table = "assignments"
    assignment_id: str
    vo_id: str
    name: str = ""
    purpose: str = ""
    systems: tuple[str, ...] = ()
    unit_ids: tuple[str, ...] = ()


class AssignmentMember(Dated):
    """An employee's membership of an assignment."""

    table = "assignment_members"
    assignment_id: str
    employee_id: str


class RoleGrant(Dated):
    """An employee's grant of a role, and who granted it."""

    table = "role_grants"
    employee_id: str
    role_id: str
    granted_by: str = ""


ENTITIES: dict[str, type[Entity]] = {
    entity.table: entity
    for entity in (
        System,
        Provider,
        VO,
        Unit,
        UnitRegistration,
        Catalogue,
        Specialty,
        Profession,
        Capability,
        Role,
        UnitRole,
        Employee,
        Assignment,
        AssignmentMember,
        RoleGrant,
    )
}
