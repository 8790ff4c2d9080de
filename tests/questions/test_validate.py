"""What is not declared is refused, with what was probably meant."""

from __future__ import annotations

import time

import pytest

from graphauth.errors import UnknownIdError, UsageError
from graphauth.model.question import Filters
from graphauth.model.schema import Label
from graphauth.questions.validate import (
    require_declared,
    require_filters,
    require_role,
    suggestions,
    system_named,
)
from tests.questions.data import engine_of


@pytest.mark.parametrize(
    ("given", "known", "meant"),
    [
        ("kardmott", ["KardMott", "KardMotta", "OrtoMott"], ["KardMott"]),
        ("kardmott", ["KARDMOTT", "KardMott", "OrtoMott"], ["KARDMOTT", "KardMott"]),
        ("KardMot", ["KardMott", "OrtoMott"], ["KardMott"]),
        (
            "SE2321000198-E4JFZ4",
            ["SE2321000198-E4FJZ4", "SE2321000198-XXXXX"],
            ["SE2321000198-E4FJZ4"],
        ),
        ("xyz", ["KardMott", "OrtoMott"], []),
        ("", ["KardMott"], []),
        ("anything", [], []),
    ],
)
def test_what_was_probably_meant(given: str, known: list[str], meant: list[str]) -> None:
    assert suggestions(given, known) == meant
    assert suggestions(given, reversed(known)) == meant


def test_suggestions_take_bounded_time_in_a_whole_country() -> None:
    known = [f"SE2321000198-M{number:07}" for number in range(1_500_000)]
    began = time.monotonic()
    meant = suggestions("SE2321000198-M012345X", known)
    assert time.monotonic() - began < 10
    assert meant == [f"SE2321000198-M012345{last}" for last in "012"]


def test_an_unknown_id_names_its_kind_and_what_was_meant() -> None:
    with pytest.raises(UnknownIdError) as refused:
        require_declared(engine_of(), Label.UNIT, "kardmott")
    assert refused.value.label == "Unit"
    assert refused.value.suggestions == ("KardMott",)
    assert str(refused.value).endswith("did you mean `KardMott`?")


def test_a_declared_id_passes() -> None:
    require_declared(engine_of(), Label.UNIT, "KardMott")
    require_filters(engine_of(), Filters(units=frozenset({"KardMott"}), vos=frozenset({"orto"})))


def test_parts_of_a_role_need_not_be_declared_but_must_be_named_by_a_role() -> None:
    require_filters(engine_of(), Filters(specialties=frozenset({"kardiologi"})))
    with pytest.raises(UnknownIdError, match="Specialty `kardiolog`"):
        require_filters(engine_of(), Filters(specialties=frozenset({"kardiolog"})))


def test_a_role_is_asked_for_where_the_system_has_roles_only() -> None:
    systems = engine_of().systems()
    assert require_role(systems["clinic24"], "lak") == "lak"
    assert require_role(systems["npo"], None) == ""
    with pytest.raises(UsageError, match="asks for a role"):
        require_role(systems["clinic24"], None)
    with pytest.raises(UsageError, match="has no roles"):
        require_role(systems["npo"], "lak")


def test_a_system_is_declared_or_refused() -> None:
    assert system_named(engine_of(), "npo").name == "NPÖ"
    with pytest.raises(UnknownIdError, match="did you mean `npo`"):
        system_named(engine_of(), "NPO")
