"""What the whole test run shares: one Neo4j, and tests in groups."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hypothesis import Phase, settings

if TYPE_CHECKING:
    import pytest

# a mutant lives or dies the same way each time, and how it died need not be made small
settings.register_profile(
    "mutants", derandomize=True, database=None, phases=(Phase.explicit, Phase.generate)
)


def pytest_configure(config: pytest.Config) -> None:
    """Let ``-n 2`` keep groups together: the tests of one Neo4j run on one worker."""
    if config.getoption("dist", "no") == "load":
        config.option.dist = "loadgroup"


def pytest_sessionfinish() -> None:
    """End the servers that tests have started."""
    from tests.neo4j_server import shared

    shared.stop_all()
