"""The suite that every engine passes, on Neo4j: 60 random regions, 300 in the soak, the demo region."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from graphauth.access import engine_over
from graphauth.importing import read
from graphauth.model.question import EVERYTHING
from tests.engines import agreement, test_scenarios
from tests.neo4j_server.loaded import engine_loaded_with

if TYPE_CHECKING:
    from graphauth.engines.base import Engine

DEMO = Path(__file__).parents[2] / "fixtures" / "gavleborg"
DAY = 739943
QUESTIONS = (
    agreement.questions_agree,
    agreement.filtered_is_filtered,
    agreement.filters_agree,
    agreement.part_is_enough,
    agreement.changes_are_named,
)


def agrees(seed: int) -> None:
    """Ask one random region everything."""
    assert agreement.differences("neo4j", seed, 3) == []
    for question in QUESTIONS:
        question("neo4j", seed)


@pytest.mark.parametrize("seed", range(60))
def test_a_random_region(seed: int) -> None:
    agrees(seed)


@pytest.mark.soak
@pytest.mark.parametrize("seed", range(60, 360))
def test_one_more_random_region(seed: int) -> None:
    agrees(seed)


@pytest.mark.parametrize("file", test_scenarios.FILES, ids=lambda file: file.stem)
def test_scenario(file: Path) -> None:
    test_scenarios.test_scenario(file, "neo4j")


@pytest.fixture(scope="module")
def demo() -> tuple[Engine, Engine]:
    dataset = read([DEMO])
    return engine_loaded_with(dataset), engine_over(dataset, "compiled")


SOAKED = [pytest.param(one, marks=pytest.mark.soak) for one in ("intyg", "pascal")]
"""The rows of these are found as those of ``npo`` are: neither registration nor role."""


@pytest.mark.parametrize("system", ["clinic24", "kvalitet", "npo", *SOAKED])
def test_the_demo_region_whole(demo: tuple[Engine, Engine], system: str) -> None:
    neo4j, compiled = demo
    expected = list(compiled.matrix(system, DAY, EVERYTHING))
    assert len(expected) > 500
    assert list(neo4j.matrix(system, DAY, EVERYTHING)) == expected
    staffing = list(compiled.coverage(system, DAY, EVERYTHING))
    assert list(neo4j.coverage(system, DAY, EVERYTHING)) == staffing
