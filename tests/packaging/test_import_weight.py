"""`import graphauth` is light: nothing heavy is loaded before it is needed."""

from __future__ import annotations

import subprocess
import sys

HEAVY = {"duckdb", "neo4j", "networkx", "numpy", "pandas", "polars", "pyarrow", "pygraphviz"}


def test_import_graphauth_loads_nothing_heavy() -> None:
    listing = "import graphauth, sys; print(*sys.modules)"
    loaded = subprocess.run(
        [sys.executable, "-c", listing], capture_output=True, text=True, check=True
    ).stdout.split()
    assert "graphauth" in loaded
    assert HEAVY.isdisjoint(loaded)
