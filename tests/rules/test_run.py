"""Running rules: hits become findings, twins answer where there are no columns, days are looked ahead."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any, cast

import pytest

from graphauth.access import engine_over
from graphauth.i18n import message
from graphauth.importing import read_tables
from graphauth.model.answer import Node
from graphauth.model.days import parse_day
from graphauth.model.schema import Label
from graphauth.rules.asking import Result
from graphauth.rules.base import Fixer, Kinds, Nodes, Rule, Setting, Severity, Text
from graphauth.rules.catalogue import catalogue, rule_named, topic_named
from graphauth.rules.finding import fingerprint
from graphauth.rules.governance.ga604_unit_without_a_manager import UnitWithoutAManager
from graphauth.rules.hits import At
from graphauth.rules.identity.ga101_hsa_id_malformed import HsaIdMalformed
from graphauth.rules.run import foresee, run
from graphauth.rules.staffing.ga501_unit_role_unstaffed import UnitRoleUnstaffed
from graphauth.rules.suppressions import (
    Expired,
    MatchesNothing,
    Suppression,
    WithoutReasonOrEnd,
    judged,
)

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import PurePosixPath

    from graphauth.engines.base import Engine
    from graphauth.model.dataset import DataSet
    from graphauth.rules.facts import Facts
    from graphauth.rules.hits import Hit

DAY = parse_day("2026-11-23")
UNITS = [
    {"unit_id": "U1", "name": "a", "vo_id": "V1", "valid_to": "2026-11-30"},
    {"unit_id": "U1", "name": "b", "vo_id": "V1", "valid_from": "2026-12-01"},
    {"unit_id": "U2", "name": "c", "vo_id": "V1", "valid_from": "2026-12-24"},
]


def engine_of(**tables: list[dict[str, str]]) -> Engine:
    return engine_over(read_tables(tables), "compiled")


class LongNamed(Rule):
    """A unit's name has more letters than it may."""

    code = "GA699"
    severity = Severity.INFO
    fixer = Fixer.HR
    nodes = Nodes(unit=Label.UNIT, other=None)
    title = Text(en="t", sv="t")
    why = Text(en="w", sv="w")
    fix = Text(en="shorten `{unit}`", sv="korta `{unit}`")
    message = Kinds(long=Text(en="`{unit}`: {count}", sv="`{unit}`: {count} tecken"))
    letters = Setting(3, Text(en="letters", sv="tecken"))

    def find(self, facts: Facts) -> Iterator[Hit]:
        units = facts["units"]
        for row in range(len(units)):
            count = len(facts.text(units["name"][row]))
            if count > self.letters:
                code = units["unit_id"][row]
                yield facts.hit({"unit": code}, At("units", row), kind="long", count=count)

    @classmethod
    def category(cls) -> Any:
        return UnitWithoutAManager.category()


def test_hits_about_the_same_are_one_finding_with_every_place() -> None:
    rows = [{"unit_id": "U1", "name": "x" * 5, "vo_id": vo} for vo in ("V1", "V2")]
    (result,) = run(engine_of(units=rows), [LongNamed()], DAY, "clinic24")
    (finding,) = result.findings
    assert [place.row for place in finding.places] == [2, 3]
    assert len(finding.path) == 2
    assert str(finding.message) == "`U1`: 5"
    assert str(finding.fix) == "shorten `U1`"
    assert finding.fingerprint == fingerprint("GA699", "long", (Node(Label.UNIT, "U1"),))
    assert result.population == 1


def test_a_limit_is_set_or_has_its_default() -> None:
    engine = engine_of(units=[{"unit_id": "U1", "name": "xxxx", "vo_id": "V1"}])
    results = run(engine, [LongNamed(), LongNamed({"letters": 4})], DAY, "clinic24")
    assert [len(one.findings) for one in results] == [1, 0]
    assert LongNamed.settings()["letters"].default == 3


def test_a_class_holds_what_a_rule_is_made_of() -> None:
    """Made here, not on import, when a mutant is not at work yet."""
    said, means = Text(en="s", sv="s"), Text(en="m", sv="m")

    class Made(LongNamed):
        """A rule."""

        nodes = Nodes(unit=Label.UNIT, other=None)
        message = Kinds(long=said)
        letters = Setting(7, means)

    assert Made.nodes.slots == {"unit": Label.UNIT, "other": None}
    assert Made.kinds() == {"long": said}
    assert isinstance(Made.letters, Setting)
    assert (Made.letters.name, Made.letters.default, Made.letters.means) == ("letters", 7, means)
    assert Made().letters == 7


def test_findings_stand_in_byte_order_of_their_ids() -> None:
    rows = [{"unit_id": one, "name": "xxxx", "vo_id": "V1"} for one in ("ö", "b", "B", "a|", "a")]
    (result,) = run(engine_of(units=rows), [LongNamed()], DAY, "clinic24")
    assert [one.nodes[0].id for one in result.findings] == ["B", "a", "a|", "b", "ö"]


def test_a_fingerprint_tells_apart_what_could_be_read_as_the_same() -> None:
    one = fingerprint("R", "", (Node(Label.UNIT, "a"), Node(Label.UNIT, "b")))
    assert one != fingerprint("R", "", (Node(Label.UNIT, "ab"),))
    assert one != fingerprint("R", "", (Node(Label.UNIT, "b"), Node(Label.UNIT, "a")))
    assert one != fingerprint("R", "k", (Node(Label.UNIT, "a"), Node(Label.UNIT, "b")))


class FakeGraph:
    """An engine without columns: it answers every statement with the same rows."""

    name = "fake"

    def __init__(self, *rows: dict[str, Any]) -> None:
        self.rows = rows
        self.asked: list[tuple[str, Mapping[str, object]]] = []

    def ask(self, statement: str, parameters: Mapping[str, object]) -> list[dict[str, Any]]:
        self.asked.append((statement, parameters))
        return list(self.rows)

    def changes(self, first: int, last: int) -> list[int]:
        return [first, last]


def over_graph(graph: FakeGraph, rule: Rule) -> Any:
    (result,) = run(cast("Engine", graph), [rule], DAY, "clinic24")
    return result


def test_where_there_are_no_columns_the_twin_answers() -> None:
    places = [{"file": "units.csv", "line": 9}, {"file": "units.csv", "line": 4}]
    row = {"unit": "U1", "manager": "gone", "kind": "not_employed", "places": places}
    missing = {"unit": "U0", "manager": None, "kind": "missing", "places": None}
    graph = FakeGraph(row, missing)
    result = over_graph(graph, UnitWithoutAManager())
    assert [str(one.message) for one in result.findings] == [
        "unit `U0` has no manager",
        "`gone`, who manages unit `U1`, is not employed",
    ]
    assert [place.row for place in result.findings[1].places] == [4, 9]
    assert result.findings[0].places == ()
    assert isinstance(result.rule, UnitWithoutAManager)
    (statement, parameters) = graph.asked[0]
    assert statement.startswith("// ")
    assert parameters == {"day": "2026-11-23", "system": "clinic24"}


class Twinned(LongNamed):
    """A rule whose twin is another's: what a graph answers is given."""

    @classmethod
    def twin(cls) -> PurePosixPath:
        twin = UnitWithoutAManager.twin()
        assert twin is not None
        return twin


def test_a_twin_fills_the_gaps_and_names_the_label_where_the_rule_leaves_it_open() -> None:
    row = {"unit": "U1", "other": ["Role", "r"], "kind": "long", "count": 7, "places": []}
    graph = FakeGraph(row)
    (finding,) = over_graph(graph, Twinned({"letters": 5})).findings
    assert str(finding.message) == "`U1`: 7"
    assert finding.nodes == (Node(Label.UNIT, "U1"), Node(Label.ROLE, "r"))
    assert finding.message.values == {
        "unit": "U1",
        "other": "r",
        "other_kind": message("Role"),
        "count": 7,
    }
    assert graph.asked[0][1]["letters"] == 5


def test_a_twin_says_no_kind_where_there_is_one_sentence_alone() -> None:
    (finding,) = over_graph(FakeGraph({"unit": "U1", "role": "ssk"}), UnitRoleUnstaffed()).findings
    assert finding.kind == ""


def test_a_graph_is_looked_ahead_in_too() -> None:
    graph = FakeGraph({"unit": "U1", "kind": "missing"})
    rule = UnitWithoutAManager()
    told: list[tuple[int, int]] = []
    (result,) = foresee(
        cast("Engine", graph), [Result(rule)], DAY, 7, "npo", lambda *counts: told.append(counts)
    )
    assert [one.starts for one in result.findings] == [date(2026, 11, 24)]
    assert [asked["day"] for _, asked in graph.asked] == ["2026-11-24", "2026-11-30"]
    assert {asked["system"] for _, asked in graph.asked} == {"npo"}
    assert told == [(0, 2), (1, 2)]


def test_a_twin_finds_the_same_fingerprints_as_the_columns() -> None:
    engine = engine_of(units=[{"unit_id": "U1", "name": "a", "vo_id": "V1"}])
    (over_columns,) = run(engine, [UnitWithoutAManager()], DAY, "clinic24")
    over_twin = over_graph(FakeGraph({"unit": "U1", "kind": "missing"}), UnitWithoutAManager())
    assert [one.fingerprint for one in over_columns.findings] == [
        one.fingerprint for one in over_twin.findings
    ]


def test_a_rule_about_rows_is_not_asked_of_a_graph() -> None:
    result = over_graph(FakeGraph({"node": ["Unit", "x"]}), HsaIdMalformed())
    assert (result.asked, result.findings) == (False, ())
    assert isinstance(result.rule, HsaIdMalformed)


class ReadableGraph(FakeGraph):
    """A graph that returns the rows that were loaded into it, too."""

    def whole(self) -> DataSet:
        return read_tables({"units": UNITS})


def test_a_rule_about_rows_is_asked_of_the_rows_that_a_graph_reads_back() -> None:
    result = over_graph(ReadableGraph(), HsaIdMalformed())
    assert isinstance(result.rule, HsaIdMalformed)
    assert (result.asked, result.population) == (True, 2)
    assert [one.nodes[0].id for one in result.findings] == ["U1", "U2"]


class OnTheFifthDay(Twinned):
    """A rule that turns on the fifth day from now."""

    def turning_days(self, facts: Facts, last: int) -> list[int]:
        return [facts.day + 5]


@pytest.mark.parametrize(
    ("graph", "days"),
    [
        (FakeGraph(), ["2026-11-24", "2026-11-30"]),
        (ReadableGraph(), ["2026-11-24", "2026-11-28", "2026-11-30"]),
    ],
)
def test_a_rule_names_days_where_it_has_rows_to_tell_them_by(
    graph: FakeGraph, days: list[str]
) -> None:
    foresee(cast("Engine", graph), [Result(OnTheFifthDay())], DAY, 7, "clinic24")
    assert [asked["day"] for _, asked in graph.asked] == days


def test_what_is_to_come_says_from_which_day() -> None:
    engine = engine_of(units=UNITS)
    now = run(engine, [UnitWithoutAManager()], DAY, "clinic24")
    later = foresee(engine, now, DAY, 40, "clinic24")
    assert [(one.nodes[0].id, one.starts) for one in later[0].findings] == [
        ("U1", None),
        ("U2", date(2026, 12, 24)),
    ]
    assert foresee(engine, now, DAY, 30, "clinic24")[0].findings == now[0].findings
    assert len(foresee(engine, now, DAY, 31, "clinic24")[0].findings) == 2


class NeverAgain(HsaIdMalformed):
    """A rule that fails where it is asked."""

    def find(self, facts: Facts) -> Iterator[Hit]:
        raise AssertionError(facts.day)


def test_a_rule_that_no_day_changes_is_asked_once() -> None:
    now = [Result(NeverAgain())]
    assert foresee(engine_of(units=UNITS), now, DAY, 40, "clinic24") == now


def test_a_rule_names_days_of_its_own() -> None:
    asked: list[int] = []

    class OnDays(LongNamed):
        """A rule that turns on the fifth day from now."""

        def turning_days(self, facts: Facts, last: int) -> list[int]:
            return [day for day in (facts.day + 5,) if day <= last]

        def find(self, facts: Facts) -> Iterator[Hit]:
            asked.append(facts.day)
            return iter(())

    engine = engine_of(units=[{"unit_id": "U1", "name": "a", "vo_id": "V1"}])
    now = run(engine, [OnDays()], DAY, "clinic24")
    foresee(engine, now, DAY, 4, "clinic24")
    foresee(engine, now, DAY, 5, "clinic24")
    assert asked == [DAY, DAY + 5]


def test_a_fingerprint_is_the_same_in_every_version() -> None:
    """Baselines are kept for years."""
    assert fingerprint("GA101", "", (Node(Label.UNIT, "X"),)) == "795dd9bd5a86e50d"


def test_progress_counts_the_rules() -> None:
    told: list[tuple[int, int]] = []
    rules = [UnitWithoutAManager(), HsaIdMalformed()]
    run(engine_of(units=UNITS), rules, DAY, "clinic24", lambda *counts: told.append(counts))
    assert told == [(0, 2), (1, 2)]


def test_the_catalogue_is_found_by_its_place() -> None:
    found = catalogue.__wrapped__()
    assert found == catalogue()
    assert {UnitWithoutAManager, HsaIdMalformed} <= set(found)
    assert not any(one.__module__ == "graphauth.rules.base" for one in found)


def test_topics_are_found_by_code_or_name() -> None:
    assert topic_named("ga002") is topic_named("Suppression-Expired") is Expired
    assert topic_named("suppression-without-reason-or-end") is WithoutReasonOrEnd
    assert topic_named("suppression-that-matches-nothing") is MatchesNothing
    assert topic_named("GA604") is UnitWithoutAManager
    assert topic_named("GA698") is None


def test_rules_are_found_by_code_or_name() -> None:
    assert rule_named("ga604") is rule_named("unit-without-a-manager") is UnitWithoutAManager
    assert rule_named("GA698") is None


def test_a_suppression_of_all_that_was_asked_is_judged_and_says_what_to_do() -> None:
    """Given in code, it stands in no file."""
    until = date(2026, 12, 31)
    one = Suppression(frozenset({"GA604"}), "GA604", ("K9",), "new manager", until)
    (finding,) = judged([one], [], until, ["GA604"])
    assert (finding.rule, finding.places) == ("GA003", ())
    assert str(finding.fix) == "Correct the ids of the suppression, or remove it."
