"""Every rule finds in its broken fixture what a person wrote down, and nothing in the clean one."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from graphauth.engines import ENGINES
from graphauth.i18n import translator_for
from graphauth.rules.catalogue import catalogue
from tests.rules.cases import HOME, case_of, key_of, path_of

if TYPE_CHECKING:
    from graphauth.rules.base import Rule

RULES = pytest.mark.parametrize("rule", catalogue(), ids=lambda rule: rule.code)


@RULES
@pytest.mark.parametrize("engine", ENGINES)
def test_what_is_broken_is_found(rule: type[Rule], engine: str) -> None:
    case = case_of(rule)
    found = case.found("broken", engine)
    assert sorted(map(key_of, found)) == sorted(one.key for one in case.findings)


@RULES
def test_findings_say_where_and_what_in_both_languages(rule: type[Rule]) -> None:
    case = case_of(rule)
    found = {key_of(one): one for one in case.found("broken")}
    for expected in case.findings:
        finding = found[expected.key]
        places = {f"{Path(place.file).name}:{place.row}" for place in finding.places}
        assert places == set(expected.places)
        assert not expected.path or path_of(finding) == expected.path
        assert translator_for("en")(finding.message) == expected.en
        assert translator_for("sv")(finding.message) == expected.sv
        for language in ("en", "sv"):
            assert "{" not in translator_for(language)(finding.fix)


@RULES
def test_what_was_looked_at_is_counted(rule: type[Rule]) -> None:
    case = case_of(rule)
    counted = case.counted("broken")
    assert counted > 0
    assert case.population in (None, counted)


@RULES
@pytest.mark.parametrize("engine", ENGINES)
def test_what_is_clean_is_left_alone(rule: type[Rule], engine: str) -> None:
    assert [key_of(one) for one in case_of(rule).found("clean", engine)] == []


@RULES
def test_the_broken_fixture_shows_every_kind(rule: type[Rule]) -> None:
    assert {one.kind for one in case_of(rule).findings} == set(rule.kinds())


def test_every_fixture_is_a_rules() -> None:
    assert {path.name for path in HOME.iterdir()} == {rule.code for rule in catalogue()}
