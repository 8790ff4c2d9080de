"""The contestants, by name, in the order of the table's columns; each is imported in its process."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from benchmarks.contestant import Contestant

CONTESTANTS: Final = {
    "compiled": "own_engines:Compiled",
    "reference": "own_engines:Reference",
    "neo4j": "neo4j_bolt:Neo4jBolt",
    "networkx": "networkx_walk:NetworkxWalk",
    "duckdb": "duckdb_join:DuckdbJoin",
    "openfga": "openfga:OpenFga",
    "pycasbin": "pycasbin:PyCasbin",
    "cedarpy": "cedar:Cedar",
}
"""Name to ``module:class`` below this package."""


def make(name: str) -> Contestant:
    """Return a new contestant; nothing is loaded yet.

    Raises
    ------
    ImportError
        What it is built on isn't installed.
    """
    module, _, kind = CONTESTANTS[name].partition(":")
    found: type[Contestant] = getattr(import_module(f"{__name__}.{module}"), kind)
    return found()
