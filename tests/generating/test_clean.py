"""A generated data set is consistent: the rules of the consistency checks, said again by hand."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from itertools import pairwise

import pytest

from graphauth.generating import generate
from graphauth.generating.writing import HEADERS
from graphauth.privacy import contains_personnummer, luhn_is_valid
from tests.generating.tables import DAY, Tables, holds

HSA_ID = re.compile(r"SE([0-9]{10})-[A-Z0-9]{1,17}")


@pytest.fixture(scope="module", params=[(20, 1), (347, 2), (8_000, 3), (110_000, 4)], ids=str)
def tables(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Tables:
    employees, seed = request.param
    folder = tmp_path_factory.mktemp("clean") / "region"
    generate(folder, employees, seed)
    return Tables(folder)


def _ids(tables: Tables, table: str, column: str) -> set[str]:
    return {row[column] for row in tables[table]}


def test_ids_are_hsa_ids_of_one_kind_each(tables: Tables) -> None:
    kinds = {
        "providers": "provider_id",
        "vos": "vo_id",
        "units": "unit_id",
        "employees": "employee_id",
        "assignments": "assignment_id",
    }
    seen: Counter[str] = Counter()
    for table, column in kinds.items():
        ids = _ids(tables, table, column)
        seen.update(one.lower() for one in ids)
        for one in ids:
            found = HSA_ID.fullmatch(one)
            assert found is not None, one
            assert luhn_is_valid(found[1]), one
    assert seen.most_common(1)[0][1] == 1


def test_every_reference_is_declared(tables: Tables) -> None:
    declared = {
        "vo_id": _ids(tables, "vos", "vo_id"),
        "unit_id": _ids(tables, "units", "unit_id"),
        "role_id": _ids(tables, "roles", "role_id"),
        "employee_id": _ids(tables, "employees", "employee_id"),
        "assignment_id": _ids(tables, "assignments", "assignment_id"),
        "catalogue_id": _ids(tables, "catalogues", "catalogue_id") | {""},
        "specialty_id": _ids(tables, "specialties", "specialty_id"),
        "profession_id": _ids(tables, "professions", "profession_id"),
        "capability_id": _ids(tables, "capabilities", "capability_id") | {""},
        "provider_id": _ids(tables, "providers", "provider_id"),
        "system_id": _ids(tables, "systems", "system_id"),
    }
    people = declared["employee_id"]
    declared |= {"head_id": people, "contact_id": people, "granted_by": people}
    declared |= {"manager_id": people | {""}, "owner_vo_id": declared["vo_id"]}
    without_ids_of_others = {"systems", "providers", "professions", "capabilities"}
    for table in HEADERS.keys() - without_ids_of_others:
        for row in tables[table]:
            for column in row.keys() & declared.keys():
                assert row[column] in declared[column], (table, row)


def test_chain_of_managers_ends_at_a_head_in_each_region(tables: Tables) -> None:
    manager_of = {row["employee_id"]: row["manager_id"] for row in tables["employees"]}
    tops = {one for one, manager in manager_of.items() if not manager}
    assert tops <= _ids(tables, "vos", "head_id")
    assert len(tops) == sum(row["name"] == "VO Regionledning" for row in tables["vos"])
    for one in manager_of:
        chain = [one]
        while manager_of[chain[-1]]:
            chain.append(manager_of[chain[-1]])
            assert len(chain) < 8, chain  # no loop


def test_managers_and_heads_are_employed(tables: Tables) -> None:
    employed = {row["employee_id"] for row in tables.valid("employees")}
    assert _ids(tables, "vos", "head_id") | _ids(tables, "vos", "contact_id") <= employed
    assert {row["manager_id"] for row in tables["units"]} <= employed
    assert {row["manager_id"] for row in tables["employees"]} - {""} <= employed


def test_roles_are_of_the_owners_catalogue_and_specialty(tables: Tables) -> None:
    uses = {row["vo_id"]: row["catalogue_id"] for row in tables["vos"]}
    owner = {row["catalogue_id"]: row["owner_vo_id"] for row in tables["catalogues"]}
    answers = {row["specialty_id"]: row["vo_id"] for row in tables["specialties"]}
    catalogue = {row["role_id"]: row["catalogue_id"] for row in tables["roles"]}
    assert all(row["managed_by"] for row in tables["catalogues"])
    for row in tables["vos"]:
        if row["care_level"] == "specialist":
            assert owner[row["catalogue_id"]] == row["vo_id"]
    for row in tables["roles"]:
        assert answers[row["specialty_id"]] == owner[row["catalogue_id"]]
    parts = [
        (r["catalogue_id"], r["specialty_id"], r["profession_id"], r["capability_id"])
        for r in tables["roles"]
    ]
    assert len(parts) == len(set(parts))
    vo_of = {row["unit_id"]: row["vo_id"] for row in tables.valid("units")}
    offers = tables.valid("unit_roles")
    assert all(catalogue[row["role_id"]] == uses[vo_of[row["unit_id"]]] for row in offers)
    assert {row["role_id"] for row in offers} == set(catalogue)


def test_licences_are_held(tables: Tables) -> None:
    needs = {row["profession_id"]: row["licence"] for row in tables["professions"]}
    licence = {row["role_id"]: needs[row["profession_id"]] for row in tables["roles"]}
    held = {row["employee_id"]: row["licences"].split("|") for row in tables["employees"]}
    for row in tables["role_grants"]:
        assert not licence[row["role_id"]] or licence[row["role_id"]] in held[row["employee_id"]]


def test_roles_are_granted_by_the_nearest_manager_of_the_first_day(tables: Tables) -> None:
    rows = defaultdict(list)
    for row in tables["employees"]:
        rows[row["employee_id"]].append(row)
    for grant in tables["role_grants"]:
        if grant["valid_from"]:
            managers = {
                row["manager_id"]
                for row in rows[grant["employee_id"]]
                if holds(row, grant["valid_from"])
            }
            assert managers <= {grant["granted_by"]}, grant
            assert managers or grant["granted_by"], grant


@pytest.mark.parametrize(
    ("table", "key"),
    [
        ("units", ("unit_id",)),
        ("employees", ("employee_id",)),
        ("vos", ("vo_id",)),
        ("unit_registrations", ("unit_id", "system_id")),
        ("unit_roles", ("unit_id", "role_id")),
        ("assignment_members", ("assignment_id", "employee_id")),
        ("role_grants", ("employee_id", "role_id")),
    ],
)
def test_periods_of_one_key_never_overlap(tables: Tables, table: str, key: tuple[str, ...]) -> None:
    periods = defaultdict(list)
    for row in tables[table]:
        last = row["valid_to"] or "9999-12-31"
        assert row["valid_from"] <= last
        periods[tuple(row[column] for column in key)].append((row["valid_from"], last))
    for found in periods.values():
        assert all(one[1] < two[0] for one, two in pairwise(sorted(found)))


def test_rights_stay_within_the_employment(tables: Tables) -> None:
    first: dict[str, str] = {}
    last: dict[str, str] = {}
    for row in tables["employees"]:
        one = row["employee_id"]
        first[one] = min(first.get(one, "9999"), row["valid_from"])
        last[one] = max(last.get(one, ""), row["valid_to"] or "9999-12-31")
    for table in ("assignment_members", "role_grants"):
        for row in tables[table]:
            assert first[row["employee_id"]] <= row["valid_from"]
            assert (row["valid_to"] or "9999-12-31") <= last[row["employee_id"]]


def test_assignments_are_whole(tables: Tables) -> None:
    systems = _ids(tables, "systems", "system_id")
    purposes = {p for row in tables["systems"] for p in row["purposes"].split("|")} - {""}
    owned = {(row["unit_id"], row["vo_id"]) for row in tables.valid("units")}
    manned = {row["assignment_id"] for row in tables.valid("assignment_members")}
    for row in tables["assignments"]:
        assert row["purpose"] in purposes
        assert set(row["systems"].split("|")) <= systems | {""}
        assert row["assignment_id"] in manned
        for unit in filter(None, row["unit_ids"].split("|")):
            assert (unit, row["vo_id"]) in owned


def test_units_replace_one_each_and_the_old_one_is_let_go(tables: Tables) -> None:
    replaced = [row["replaces"] for row in tables["units"] if row["replaces"]]
    assert len(replaced) == len(set(replaced))
    for table in ("units", "unit_roles", "unit_registrations"):
        assert not set(replaced) & {row["unit_id"] for row in tables.valid(table)}
    limits = {unit for row in tables["assignments"] for unit in row["unit_ids"].split("|")}
    assert not set(replaced) & limits


def test_units_that_offer_are_registered_and_the_other_way_round(tables: Tables) -> None:
    offering = {row["unit_id"] for row in tables.valid("unit_roles")}
    assert offering == {row["unit_id"] for row in tables.valid("unit_registrations")}


def _tickets(tables: Tables, day: str) -> dict[str, set[tuple[str, str]]]:
    units, offers, held = defaultdict(set), defaultdict(set), defaultdict(set)
    for row in tables["units"]:
        if holds(row, day):
            units[row["vo_id"]].add(row["unit_id"])
    for row in tables["unit_roles"]:
        if holds(row, day):
            offers[row["unit_id"]].add(row["role_id"])
    for row in tables["role_grants"]:
        if holds(row, day):
            held[row["employee_id"]].add(row["role_id"])
    opening = {
        row["assignment_id"]: units[row["vo_id"]] & set(row["unit_ids"].split("|"))
        if row["unit_ids"]
        else units[row["vo_id"]]
        for row in tables["assignments"]
        if not row["systems"]
    }
    tickets: dict[str, set[tuple[str, str]]] = {one: set() for one in held}
    for row in tables["assignment_members"]:
        if holds(row, day) and row["assignment_id"] in opening:
            one = row["employee_id"]
            tickets.setdefault(one, set()).update(
                (unit, role)
                for unit in opening[row["assignment_id"]]
                for role in held[one] & offers[unit]
            )
    return tickets


@pytest.mark.parametrize("day", [DAY, "2026-12-31", "2027-03-01"])
def test_nobody_is_half_equipped_and_no_role_hangs_on_one_person(tables: Tables, day: str) -> None:
    tickets = _tickets(tables, day)
    assert all(tickets.values())
    able = Counter(pair for found in tickets.values() for pair in found)
    for row in tables["unit_roles"]:
        if holds(row, day):
            assert able[row["unit_id"], row["role_id"]] >= 3


def test_nobody_has_far_more_choices_than_the_rest(tables: Tables) -> None:
    counts = sorted(len(found) for found in _tickets(tables, DAY).values() if found)
    assert counts[-1] <= max(5, 6 * counts[len(counts) // 2])


def test_no_personnummer_and_no_name_of_a_protected_person(tables: Tables) -> None:
    for row in tables["employees"]:
        if row["protected"] == "true":
            assert row["given_name"] == row["family_name"] == ""
        assert not any(
            contains_personnummer(cell) for cell in (row["given_name"], row["family_name"])
        )
