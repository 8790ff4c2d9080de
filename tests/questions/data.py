"""Small data sets for questions, as engines hold them."""

from __future__ import annotations

import csv
import io

from graphauth.engines.reference import ReferenceEngine
from graphauth.importing import read_tables
from tests.cli.region import TABLES


def engine_of(changed: dict[str, str] | None = None) -> ReferenceEngine:
    """Return an engine over the small region (`tests.cli.region`), some of its tables changed."""
    texts = {**TABLES, **(changed or {})}
    return ReferenceEngine(
        read_tables({name: list(csv.DictReader(io.StringIO(text))) for name, text in texts.items()})
    )
