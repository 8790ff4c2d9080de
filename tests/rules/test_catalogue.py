"""The catalogue tests itself: every rule has all its parts, and each part is in its place."""

from __future__ import annotations

import re
from string import Formatter
from typing import TYPE_CHECKING

import pytest

from graphauth.access import engine_over
from graphauth.i18n import Text
from graphauth.model.dataset import empty_dataset
from graphauth.model.days import parse_day
from graphauth.rules.asking import check
from graphauth.rules.catalogue import catalogue, rule_named
from graphauth.rules.facts import Facts
from graphauth.rules.finding import Fixer, Severity
from scripts.docs import ROOT

if TYPE_CHECKING:
    from graphauth.rules.base import Rule

RULES = pytest.mark.parametrize("rule", catalogue(), ids=lambda rule: rule.code)


@RULES
def test_code_name_and_place_agree(rule: type[Rule]) -> None:
    assert rule.stem().startswith(rule.code.lower() + "_")
    assert int(rule.code[2]) == rule.category().digit
    assert rule_named(rule.code.lower()) is rule_named(rule.name()) is rule


@RULES
def test_every_text_is_there_in_both_languages(rule: type[Rule]) -> None:
    assert isinstance(rule.severity, Severity)
    assert isinstance(rule.fixer, Fixer)
    texts = [rule.title, rule.why, rule.fix, *rule.kinds().values()]
    texts += [one.means for one in rule.settings().values()]
    for text in texts + ([rule.counted] if rule.counted else []):
        assert isinstance(text, Text)
        assert text.en.strip()
        assert text.sv.strip()
        assert gaps(text.en) == gaps(text.sv)
    assert not rule.title.en.endswith(".")
    assert rule.why.en.endswith(".")
    assert rule.fix.en.endswith(".")
    assert rule.__doc__


@RULES
def test_a_twin_stands_beside_every_rule_about_the_graph(rule: type[Rule]) -> None:
    twin = rule.twin()
    if twin is None:
        assert not list((ROOT / "cypher/rules").glob(f"{rule.code}*")), "about rows: no twin"
        return
    text = (ROOT / twin).read_text(encoding="utf-8")
    assert text.startswith("// ")
    returned = text.rpartition("RETURN")[2]
    asked = [*rule.nodes.slots, "places", *(["kind"] if len(rule.kinds()) > 1 else [])]
    assert [name for name in asked if not re.search(rf"\b{name}\b", returned)] == []


@RULES
def test_where_nothing_is_nothing_is_wrong(rule: type[Rule]) -> None:
    empty = empty_dataset()
    facts = Facts(engine_over(empty, "compiled"), empty, parse_day("2026-11-23"), "clinic24")
    assert check(rule(), facts).findings == ()


def test_codes_and_names_are_unique() -> None:
    codes = [rule.code for rule in catalogue()]
    names = [rule.name() for rule in catalogue()]
    assert codes == sorted(set(codes))
    assert len(set(names)) == len(names)


def test_every_twin_is_a_rules() -> None:
    twins = {path.name for path in (ROOT / "cypher/rules").glob("*.cypher")}
    assert twins == {path.name for rule in catalogue() if (path := rule.twin())}


def gaps(text: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(text) if name}
