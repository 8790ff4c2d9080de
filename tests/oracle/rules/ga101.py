"""GA101: the id of an employee, a unit, a VO or a provider does not have the form of an HSA-id."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import date

    from tests.oracle.oracle import Tables

LETTERS = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789"
IDS = {"employees": "Employee", "units": "Unit", "vos": "VO", "providers": "Provider"}


def found(tables: Tables, day: date, system: str) -> set[tuple[str, ...]]:
    """Every id of theirs, read letter by letter."""
    keys = {"employees": "employee_id", "units": "unit_id", "vos": "vo_id"}
    return {
        ("", f"{label}:{row[keys.get(table, 'provider_id')]}")
        for table, label in IDS.items()
        for row in tables.get(table, [])
        if not is_hsa_id(row[keys.get(table, "provider_id")])
    }


def is_hsa_id(text: str) -> bool:
    """Whether it is SE, ten digits, a hyphen, and letters or digits; at most 31 characters."""
    head, hyphen, tail = text[:12], text[12:13], text[13:]
    return (
        head[:2] == "SE"
        and len(head) == 12
        and all(one in "0123456789" for one in head[2:])
        and hyphen == "-"
        and tail != ""
        and all(one in LETTERS for one in tail)
        and len(text) <= 31
    )
