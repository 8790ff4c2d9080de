"""Random regions for the consistency rules: every table and column, with what rules look for.

`random_region` is dense in tickets; this adds what a ticket does not rest on: managers, catalogues,
specialties, licences, names, replaced units, registrations under ids of every form.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.strategies.regions import Tables, random_region

if TYPE_CHECKING:
    from collections.abc import Callable
    from random import Random

    from tests.strategies.regions import Row

PROVIDERS = ["P1", "SE2321000198-P2", "SE2321000199-P3"]
CATALOGUES = ["K1", "K2", "k1"]
SPECIALTIES = ["S1", "S2", "S9"]
PROFESSIONS = ["Y1", "Y2"]
CAPABILITIES = ["C1", "C2"]
LICENCES = ["LK", "SJ", "LK|SJ", "XX", ""]
HSA_IDS = [
    "SE2321000198-1A",
    "SE2321000198-1a",
    "SE2321000199-2B",
    "SE2321000198_3",
    "TSTNMT2321000156-1",
]


def random_rule_region(random: Random) -> Tables:
    """Return the tables of one small region, full of what rules find."""
    tables = random_region(random)
    if random.random() < 0.5:
        _rename(tables, random)
    names = _Names(random, tables)
    for table, columns in names.columns().items():
        for row in tables[table]:
            row.update({column: draw() for column, draw in columns.items()})
    tables |= names.declared()
    _two_people(tables, random)
    _repeated(tables, random)
    return tables


def _rename(tables: Tables, random: Random) -> None:
    """Give a few units, employees and VOs ids that look like HSA-ids, some shared between kinds."""
    for stem in ("U0", "e0", "V0", "A0"):
        if random.random() < 0.7:
            new = random.choice(HSA_IDS)
            for rows in tables.values():
                for row in rows:
                    for column, cell in row.items():
                        row[column] = "|".join(
                            new if one == stem else one for one in cell.split("|")
                        )


class _Names:
    def __init__(self, random: Random, tables: Tables) -> None:
        self.random = random
        self.employees = [row["employee_id"] for row in tables["employees"]]
        self.units = [row["unit_id"] for row in tables["units"]]
        self.vos = [row["vo_id"] for row in tables["vos"]]

    def columns(self) -> dict[str, dict[str, Callable[[], str]]]:
        """Return what fills the columns that a ticket does not rest on."""
        return {
            "vos": {
                "provider_id": lambda: self._pick([*PROVIDERS, "", "unknown"]),
                "catalogue_id": lambda: self._pick([*CATALOGUES, "", "unknown"]),
                "care_level": lambda: self._pick(["specialist", "primary", ""]),
                "head_id": self._employee,
                "contact_id": self._employee,
            },
            "units": {
                "manager_id": self._employee,
                "replaces": lambda: self._pick([*self.units, "old", "", "", ""]),
            },
            "roles": {
                "catalogue_id": lambda: self._pick([*CATALOGUES, "unknown"]),
                "specialty_id": lambda: self._pick(SPECIALTIES),
                "profession_id": lambda: self._pick([*PROFESSIONS, "unknown"]),
                "capability_id": lambda: self._pick([*CAPABILITIES, "", "unknown"]),
            },
            "employees": {
                "manager_id": self._employee,
                "licences": lambda: self._pick(LICENCES),
                "family_name": lambda: self._pick(["Ek", "Ask"]),
                "protected": lambda: "true" if self.random.random() < 0.1 else "false",
            },
            "role_grants": {"granted_by": self._employee},
        }

    def declared(self) -> Tables:
        """Return the tables of nodes that `random_region` leaves out, each mostly declared."""
        return {
            "providers": self._rows("provider_id", PROVIDERS, sector=["public", "private", ""]),
            "catalogues": self._rows(
                "catalogue_id",
                CATALOGUES,
                owner_vo_id=[*self.vos, "", "unknown"],
                managed_by=["IT", ""],
            ),
            "specialties": self._rows(
                "specialty_id", SPECIALTIES, vo_id=[*self.vos, "", "unknown"]
            ),
            "professions": self._rows("profession_id", PROFESSIONS, licence=["LK", "SJ", ""]),
            "capabilities": self._rows("capability_id", CAPABILITIES),
        }

    def _rows(self, key: str, ids: list[str], **columns: list[str]) -> list[Row]:
        return [
            {key: one, "name": one, **{name: self._pick(of) for name, of in columns.items()}}
            for one in ids
            if self.random.random() < 0.85
        ]

    def _employee(self) -> str:
        return self._pick([*self.employees, *self.employees, "", "unknown"])

    def _pick(self, choices: list[str]) -> str:
        return self.random.choice(choices)


def _two_people(tables: Tables, random: Random) -> None:
    """Let names and undated rows differ under one id now and then."""
    if random.random() < 0.2:
        tables["capabilities"].append({"capability_id": "C1", "name": "another"})


def _repeated(tables: Tables, random: Random) -> None:
    """Say a row of a few tables again now and then, word for word."""
    for table in ("units", "employees", "vos", "capabilities", "assignments"):
        if tables[table] and random.random() < 0.1:
            tables[table].append(dict(random.choice(tables[table])))
