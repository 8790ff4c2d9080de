"""The engines that the shared suite runs on: a new one joins by a line here."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from graphauth.access import engine_over
from graphauth.engines import ENGINES

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from graphauth.engines.base import Engine

NAMES: Final = ENGINES


def engine_of(name: str, tables: Mapping[str, Sequence[Mapping[str, str]]]) -> Engine:
    """Return the engine of that name over rows in memory."""
    from graphauth.importing import read_tables

    return engine_over(read_tables(tables), name)
