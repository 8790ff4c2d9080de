"""What a run leaves behind: figures per contestant, as JSON and back."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass, field
from typing import TYPE_CHECKING, Any

from benchmarks.machine import Machine

if TYPE_CHECKING:
    from pathlib import Path

FORMAT = 1


@dataclass(frozen=True)
class Figure:
    """One number of the table.

    Attributes
    ----------
    value
        The median over the rounds, in the unit of its row.
    low, high
        The lowest and the highest round.
    samples
        Questions (or calls) measured in all rounds together; for a batch, in one call.
    """

    value: float
    low: float
    high: float
    samples: int


@dataclass
class Entry:
    """One contestant: its figures by row key, or why it isn't there."""

    name: str
    title: str
    version: str = ""
    unavailable: str = ""
    cannot: dict[str, str] = field(default_factory=dict)
    notes: dict[str, str] = field(default_factory=dict)
    figures: dict[str, Figure] = field(default_factory=dict)


@dataclass(frozen=True)
class Asked:
    """What was asked, and how many answers were compared before any timing.

    Attributes
    ----------
    positive
        The share of checks that are a yes.
    tickets_mean, who_mean
        How long the listed answers are, on average.
    compared
        Per contestant, how many answers were held to the first contestant's.
    """

    positive: float
    tickets_mean: float
    who_mean: float
    compared: dict[str, int]


@dataclass(frozen=True)
class Result:
    """One run at one size."""

    size: str
    day: str
    seed: int
    employees: int
    relations: int
    tickets: int | None
    rounds: int
    machine: Machine
    asked: Asked
    entries: list[Entry]

    def write(self, path: Path) -> None:
        """Write the run as JSON."""
        path.parent.mkdir(parents=True, exist_ok=True)
        text = json.dumps({"version": FORMAT, **asdict(self)}, indent=2, ensure_ascii=False)
        path.write_text(text + "\n", encoding="utf-8")


def read_result(path: Path) -> Result:
    """Read what `Result.write` wrote.

    Raises
    ------
    ValueError
        The file is of another version.
    """
    kept: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    if kept.pop("version") != FORMAT:
        raise ValueError(f"`{path}` is of another version; run the benchmark again")
    machine, asked = Machine(**kept.pop("machine")), Asked(**kept.pop("asked"))
    entries = [_entry(one) for one in kept.pop("entries")]
    return Result(**kept, machine=machine, asked=asked, entries=entries)


def _entry(kept: dict[str, Any]) -> Entry:
    figures = {key: Figure(**one) for key, one in kept.pop("figures").items()}
    return Entry(**kept, figures=figures)
