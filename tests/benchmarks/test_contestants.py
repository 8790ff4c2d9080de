"""Every contestant gives the answers that the definition gives, on a region known by heart."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

pytest.importorskip("psutil")  # the harness's own needs are in the benchmark dependencies only

from benchmarks.contestant import MATRIX, Contestant
from benchmarks.contestants import CONTESTANTS, make
from tests.benchmarks.region import DAY, PEOPLE, ROLES, TICKETS, UNITS, write_region

if TYPE_CHECKING:
    from collections.abc import Iterator

_SERVERS = {"neo4j", "openfga"}  # started by `make bench`; they are compared there on every run
_TABLES_OF_THREE = [(e, u, r) for e in PEOPLE for u in UNITS for r in ROLES]


@pytest.fixture(scope="module", params=[name for name in CONTESTANTS if name not in _SERVERS])
def contestant(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Contestant]:
    try:
        made = make(request.param)
    except ImportError as reason:
        pytest.skip(f"{request.param} is not installed: {reason}")
    made.load(write_region(tmp_path_factory.mktemp("region")), DAY)
    yield made
    made.close()


def _expected(employee: str, unit: str, role: str) -> bool:
    return (unit, role) in TICKETS.get(employee, set())


def test_every_check_is_as_defined(contestant: Contestant) -> None:
    answers = {one: contestant.check(*one) for one in _TABLES_OF_THREE}
    assert answers == {one: _expected(*one) for one in _TABLES_OF_THREE}


def test_a_batch_answers_in_the_order_asked(contestant: Contestant) -> None:
    asked = _TABLES_OF_THREE[::-1]
    assert list(contestant.check_batch(asked)) == [_expected(*one) for one in asked]


def test_tickets_are_those_of_the_definition(contestant: Contestant) -> None:
    answers = {one: contestant.pairs(contestant.tickets(one)) for one in PEOPLE}
    assert answers == {one: TICKETS.get(one, set()) for one in PEOPLE}


def test_tickets_are_listed_once(contestant: Contestant) -> None:
    assert len(contestant.tickets("anna")) == len(TICKETS["anna"])


@pytest.mark.parametrize(
    ("unit", "role", "people"),
    [
        ("ward", "nurse", {"anna", "bo"}),
        ("lab", "nurse", {"anna", "bo", "cecilia"}),
        ("hut", "nurse", {"cecilia"}),
        ("ward", "doctor", {"anna"}),
        ("lab", "doctor", set()),
        ("unregistered", "nurse", set()),
    ],
)
def test_who_are_those_of_the_definition(
    contestant: Contestant, unit: str, role: str, people: set[str]
) -> None:
    assert contestant.people(contestant.who(unit, role)) == people


def test_the_matrix_counts_each_ticket_once(contestant: Contestant) -> None:
    if MATRIX in contestant.cannot:
        with pytest.raises(NotImplementedError):
            contestant.matrix_count()
    else:
        assert contestant.matrix_count() == sum(map(len, TICKETS.values()))
