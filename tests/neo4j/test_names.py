"""Names are looked up together: those of an answer's ids in one question, and none twice."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, cast

from neo4j.time import Date

from graphauth.engines.neo4j.names import Names
from graphauth.engines.neo4j.state import Stage, State
from graphauth.model.schema import Label

if TYPE_CHECKING:
    from graphauth.engines.neo4j.reading import Reader
    from graphauth.engines.neo4j.statements import Question

OLD, NEW = Date(2026, 1, 1).to_ordinal(), Date(2026, 6, 1).to_ordinal()


class Told:
    """A reader of two units that remembers what ids it was asked for; U2 was renamed in May."""

    def __init__(self) -> None:
        self.version = 1
        self.asked: list[object] = []

    def state(self) -> State:
        return State(Stage.PUBLISHED, self.version, 0, (), "", 0, "")

    def ask(self, asked: Question) -> tuple[State, list[list[dict[str, Any]]]]:
        self.asked.append(asked.parameters["ids"])
        units = [
            ("U1", ["Avd 1"], [Date(1, 1, 1)], [Date(9999, 12, 31)]),
            (
                "U2",
                ["Avd 2", "Mott 2"],
                [Date(2020, 1, 1), Date(2026, 5, 1)],
                [Date(2026, 4, 30), Date(9999, 12, 31)],
            ),
        ]
        rows = [
            {"id": one, "declared": True, "name": name, "valid_from": begins, "valid_to": ends}
            for one, name, begins, ends in units
        ]
        return self.state(), [[{"properties": row} for row in rows]]


def test_what_an_answer_shows_is_looked_up_once_and_together() -> None:
    told = Told()
    names = Names(cast("Reader", told))
    names.expect(Label.UNIT, ["U2", "U1", "U3"])
    found = [names.name_of(Label.UNIT, one, NEW) for one in ("U1", "U2", "U3", "U2")]
    assert found == ["Avd 1", "Mott 2", "", "Mott 2"]
    assert told.asked == [["U1", "U2", "U3"]]


def test_a_name_is_that_of_the_day_and_else_the_first() -> None:
    names = Names(cast("Reader", Told()))
    assert names.name_of(Label.UNIT, "U2", OLD) == "Avd 2"
    assert names.name_of(Label.UNIT, "U2", NEW) == "Mott 2"
    assert names.name_of(Label.UNIT, "U2", Date(2019, 1, 1).to_ordinal()) == "Avd 2"


def test_another_data_set_is_asked_anew() -> None:
    told = Told()
    names = Names(cast("Reader", told))
    names.name_of(Label.UNIT, "U1", NEW)
    told.version = 2
    names.name_of(Label.UNIT, "U1", NEW)
    assert told.asked == [["U1"], ["U1"]]
