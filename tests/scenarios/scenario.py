"""Reads scenario files: every scalar is a text, as in a CSV file."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import yaml

FOLDER = Path(__file__).parents[2] / "fixtures" / "scenarios"
FILES = sorted(FOLDER.glob("*.yaml"))


def load(path: Path) -> dict[str, Any]:
    """Return a scenario as it stands in its file."""
    loaded = yaml.load(path.read_text("utf-8"), Loader=yaml.BaseLoader)
    assert isinstance(loaded, dict)
    return loaded


def answers(scenario: dict[str, Any]) -> list[dict[str, Any]]:
    """Return what is to be answered on the scenario's day, and on its other days."""
    return [scenario, *scenario.get("at", [])]
