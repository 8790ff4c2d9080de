"""THE schema: tables, columns, node labels and relationships, each named once.

The reader, the graph, the documentation and the Cypher are derived from the values here, which are
`domain.md`'s "The tables" and "The graph". The pydantic entities (`graphauth.model.entities`) mirror
them for the type checker; a test holds the two together.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from graphauth.i18n import N_


class Cell(StrEnum):
    """What a cell holds."""

    ID = "id"
    TEXT = "text"
    CHOICE = "choice"
    LIST = "list"
    BOOLEAN = "boolean"
    FROM = "from day"
    TO = "to day"


class Label(StrEnum):
    """The kinds of node."""

    EMPLOYEE = N_("Employee")
    ASSIGNMENT = N_("Assignment")
    VO = N_("VO")
    UNIT = N_("Unit")
    ROLE = N_("Role")
    SPECIALTY = N_("Specialty")
    PROFESSION = N_("Profession")
    CAPABILITY = N_("Capability")
    CATALOGUE = N_("Catalogue")
    SYSTEM = N_("System")
    PROVIDER = N_("Provider")


class Rel(StrEnum):
    """The kinds of relationship."""

    HOLDS = "HOLDS"
    GRANTED_AT = "GRANTED_AT"
    LIMITED_TO = "LIMITED_TO"
    OPENS = "OPENS"
    OWNS = "OWNS"
    REGISTERED_AT = "REGISTERED_AT"
    OFFERS = "OFFERS"
    HAS_ROLE = "HAS_ROLE"
    LISTS = "LISTS"
    USES = "USES"
    OWNED_BY = "OWNED_BY"
    IN_SPECIALTY = "IN_SPECIALTY"
    OF_PROFESSION = "OF_PROFESSION"
    WITH_CAPABILITY = "WITH_CAPABILITY"
    REPORTS_TO = "REPORTS_TO"
    HEADED_BY = "HEADED_BY"
    HAS_CONTACT = "HAS_CONTACT"
    MANAGED_BY = "MANAGED_BY"
    ANSWERS_FOR = "ANSWERS_FOR"
    REPLACES = "REPLACES"
    PART_OF = "PART_OF"


@dataclass(frozen=True, slots=True)
class Column:
    """One column of a table.

    Attributes
    ----------
    name
        The canonical (English) header.
    swedish
        The Swedish headers; the first is the one that is written.
    required, key
        Whether a cell must be filled; whether it is part of what identifies a row.
    refers_to
        The label of the nodes that the cell (or its list items) names, if it names any.
    choices
        English value to Swedish value, for a `Cell.CHOICE`.
    limit
        Whether the list permits: blank permits everything, anything else only what it names.
    """

    name: str
    swedish: tuple[str, ...]
    cell: Cell = Cell.TEXT
    required: bool = False
    key: bool = False
    refers_to: Label | None = None
    choices: tuple[tuple[str, str], ...] = ()
    limit: bool = False


@dataclass(frozen=True, slots=True)
class TableSchema:
    """One table: its names, its columns, and the nodes that it declares, if it declares any."""

    name: str
    swedish: str
    columns: tuple[Column, ...]
    label: Label | None = None

    @property
    def is_dated(self) -> bool:
        """Whether rows hold in periods (and so may be several for one key)."""
        return any(column.cell is Cell.FROM for column in self.columns)

    @property
    def key(self) -> tuple[str, ...]:
        """The names of the columns that identify a row."""
        return tuple(column.name for column in self.columns if column.key)

    def column(self, name: str) -> Column:
        """Return the column called `name`; KeyError where there is none."""
        return {column.name: column for column in self.columns}[name]


@dataclass(frozen=True, slots=True)
class Relationship:
    """One relationship of the graph: the table and the two columns that it is read from.

    It points from the node that `start_column` names to the one that `end_column` names, whichever
    of the two is the row's own id. It holds in the row's period where the table is dated.
    """

    rel: Rel
    start: Label
    end: Label
    table: str
    start_column: str
    end_column: str


def _id(name: str, *swedish: str, to: Label, required: bool = False, key: bool = False) -> Column:
    return Column(name, swedish, Cell.ID, required=required or key, key=key, refers_to=to)


def _name(*, required: bool = True) -> Column:
    return Column("name", ("namn",), required=required)


_PERIOD = (
    Column("valid_from", ("från_och_med",), Cell.FROM),
    Column("valid_to", ("till_och_med",), Cell.TO),
)

TABLES: Final[tuple[TableSchema, ...]] = (
    TableSchema(
        "systems",
        "system",
        (
            _id("system_id", "system", to=Label.SYSTEM, key=True),
            _name(),
            Column("requires_registration", ("kräver_registrering",), Cell.BOOLEAN),
            Column("requires_role", ("kräver_roll",), Cell.BOOLEAN),
            Column("purposes", ("ändamål",), Cell.LIST, limit=True),
        ),
        Label.SYSTEM,
    ),
    TableSchema(
        "providers",
        "vårdgivare",
        (
            _id("provider_id", "vårdgivare", to=Label.PROVIDER, key=True),
            _name(),
            Column(
                "sector",
                ("driftsform",),
                Cell.CHOICE,
                choices=(("public", "offentlig"), ("private", "privat")),
            ),
        ),
        Label.PROVIDER,
    ),
    TableSchema(
        "vos",
        "verksamhetsområden",
        (
            _id("vo_id", "vo", to=Label.VO, key=True),
            _name(),
            _id("provider_id", "vårdgivare", to=Label.PROVIDER),
            _id("catalogue_id", "rollkatalog", to=Label.CATALOGUE),
            Column(
                "care_level",
                ("vårdnivå",),
                Cell.CHOICE,
                choices=(("specialist", "specialistvård"), ("primary", "primärvård")),
            ),
            _id("head_id", "verksamhetschef", to=Label.EMPLOYEE),
            _id("contact_id", "kontaktperson", to=Label.EMPLOYEE),
            *_PERIOD,
        ),
        Label.VO,
    ),
    TableSchema(
        "units",
        "enheter",
        (
            _id("unit_id", "enhet", to=Label.UNIT, key=True),
            _name(),
            _id("vo_id", "vo", to=Label.VO, required=True),
            _id("manager_id", "vårdenhetschef", to=Label.EMPLOYEE),
            _id("replaces", "ersätter", to=Label.UNIT),
            *_PERIOD,
        ),
        Label.UNIT,
    ),
    TableSchema(
        "unit_registrations",
        "enhetsregistreringar",
        (
            _id("unit_id", "enhet", to=Label.UNIT, key=True),
            _id("system_id", "system", to=Label.SYSTEM, key=True),
            *_PERIOD,
        ),
    ),
    TableSchema(
        "catalogues",
        "rollkataloger",
        (
            _id("catalogue_id", "rollkatalog", to=Label.CATALOGUE, key=True),
            _name(),
            _id("owner_vo_id", "ansvarigt_vo", to=Label.VO),
            Column("managed_by", ("förvaltas_av",)),
        ),
        Label.CATALOGUE,
    ),
    TableSchema(
        "specialties",
        "specialiteter",
        (
            _id("specialty_id", "specialitet", to=Label.SPECIALTY, key=True),
            _name(),
            _id("vo_id", "ansvarigt_vo", "vo", to=Label.VO),
        ),
        Label.SPECIALTY,
    ),
    TableSchema(
        "professions",
        "yrken",
        (
            _id("profession_id", "yrke", to=Label.PROFESSION, key=True),
            _name(),
            Column("licence", ("legitimation",)),
        ),
        Label.PROFESSION,
    ),
    TableSchema(
        "capabilities",
        "kapabiliteter",
        (_id("capability_id", "kapabilitet", to=Label.CAPABILITY, key=True), _name()),
        Label.CAPABILITY,
    ),
    TableSchema(
        "roles",
        "roller",
        (
            _id("role_id", "roll", to=Label.ROLE, key=True),
            _id("catalogue_id", "rollkatalog", to=Label.CATALOGUE, required=True),
            _id("specialty_id", "specialitet", to=Label.SPECIALTY, required=True),
            _id("profession_id", "yrke", to=Label.PROFESSION, required=True),
            _id("capability_id", "kapabilitet", to=Label.CAPABILITY),
            _name(required=False),
        ),
        Label.ROLE,
    ),
    TableSchema(
        "unit_roles",
        "enhetsroller",
        (
            _id("unit_id", "enhet", to=Label.UNIT, key=True),
            _id("role_id", "roll", to=Label.ROLE, key=True),
            *_PERIOD,
        ),
    ),
    TableSchema(
        "employees",
        "medarbetare",
        (
            _id("employee_id", "medarbetare", to=Label.EMPLOYEE, key=True),
            Column("given_name", ("förnamn",)),
            Column("family_name", ("efternamn",)),
            _id("manager_id", "närmsta_chef", to=Label.EMPLOYEE),
            Column("licences", ("legitimationer",), Cell.LIST),
            Column("protected", ("skyddad",), Cell.BOOLEAN),
            *_PERIOD,
        ),
        Label.EMPLOYEE,
    ),
    TableSchema(
        "assignments",
        "medarbetaruppdrag",
        (
            _id("assignment_id", "uppdrag", to=Label.ASSIGNMENT, key=True),
            _id("vo_id", "vo", to=Label.VO, required=True),
            _name(required=False),
            Column("purpose", ("ändamål",)),
            Column("systems", ("system",), Cell.LIST, refers_to=Label.SYSTEM, limit=True),
            Column("unit_ids", ("enheter",), Cell.LIST, refers_to=Label.UNIT, limit=True),
        ),
        Label.ASSIGNMENT,
    ),
    TableSchema(
        "assignment_members",
        "uppdragsmedlemmar",
        (
            _id("assignment_id", "uppdrag", to=Label.ASSIGNMENT, key=True),
            _id("employee_id", "medarbetare", to=Label.EMPLOYEE, key=True),
            *_PERIOD,
        ),
    ),
    TableSchema(
        "role_grants",
        "rolltilldelningar",
        (
            _id("employee_id", "medarbetare", to=Label.EMPLOYEE, key=True),
            _id("role_id", "roll", to=Label.ROLE, key=True),
            _id("granted_by", "tilldelad_av", to=Label.EMPLOYEE),
            *_PERIOD,
        ),
    ),
)

TABLE: Final = {table.name: table for table in TABLES}
DECLARED_IN: Final = {table.label: table for table in TABLES if table.label is not None}

RELATIONSHIPS: Final[tuple[Relationship, ...]] = (
    Relationship(
        Rel.HOLDS,
        Label.EMPLOYEE,
        Label.ASSIGNMENT,
        "assignment_members",
        "employee_id",
        "assignment_id",
    ),
    Relationship(
        Rel.GRANTED_AT,
        Label.ASSIGNMENT,
        Label.VO,
        "assignments",
        "assignment_id",
        "vo_id",
    ),
    Relationship(
        Rel.LIMITED_TO,
        Label.ASSIGNMENT,
        Label.UNIT,
        "assignments",
        "assignment_id",
        "unit_ids",
    ),
    Relationship(
        Rel.OPENS,
        Label.ASSIGNMENT,
        Label.SYSTEM,
        "assignments",
        "assignment_id",
        "systems",
    ),
    Relationship(Rel.OWNS, Label.VO, Label.UNIT, "units", "vo_id", "unit_id"),
    Relationship(
        Rel.REGISTERED_AT,
        Label.UNIT,
        Label.SYSTEM,
        "unit_registrations",
        "unit_id",
        "system_id",
    ),
    Relationship(Rel.OFFERS, Label.UNIT, Label.ROLE, "unit_roles", "unit_id", "role_id"),
    Relationship(
        Rel.HAS_ROLE,
        Label.EMPLOYEE,
        Label.ROLE,
        "role_grants",
        "employee_id",
        "role_id",
    ),
    Relationship(Rel.LISTS, Label.CATALOGUE, Label.ROLE, "roles", "catalogue_id", "role_id"),
    Relationship(Rel.USES, Label.VO, Label.CATALOGUE, "vos", "vo_id", "catalogue_id"),
    Relationship(
        Rel.OWNED_BY,
        Label.CATALOGUE,
        Label.VO,
        "catalogues",
        "catalogue_id",
        "owner_vo_id",
    ),
    Relationship(
        Rel.IN_SPECIALTY,
        Label.ROLE,
        Label.SPECIALTY,
        "roles",
        "role_id",
        "specialty_id",
    ),
    Relationship(
        Rel.OF_PROFESSION,
        Label.ROLE,
        Label.PROFESSION,
        "roles",
        "role_id",
        "profession_id",
    ),
    Relationship(
        Rel.WITH_CAPABILITY,
        Label.ROLE,
        Label.CAPABILITY,
        "roles",
        "role_id",
        "capability_id",
    ),
    Relationship(
        Rel.REPORTS_TO,
        Label.EMPLOYEE,
        Label.EMPLOYEE,
        "employees",
        "employee_id",
        "manager_id",
    ),
    Relationship(Rel.HEADED_BY, Label.VO, Label.EMPLOYEE, "vos", "vo_id", "head_id"),
    Relationship(Rel.HAS_CONTACT, Label.VO, Label.EMPLOYEE, "vos", "vo_id", "contact_id"),
    Relationship(Rel.MANAGED_BY, Label.UNIT, Label.EMPLOYEE, "units", "unit_id", "manager_id"),
    Relationship(
        Rel.ANSWERS_FOR,
        Label.VO,
        Label.SPECIALTY,
        "specialties",
        "vo_id",
        "specialty_id",
    ),
    Relationship(Rel.REPLACES, Label.UNIT, Label.UNIT, "units", "unit_id", "replaces"),
    Relationship(Rel.PART_OF, Label.VO, Label.PROVIDER, "vos", "vo_id", "provider_id"),
)
