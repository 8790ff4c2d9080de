"""Describes the machine that the figures come from, without naming it."""

from __future__ import annotations

import os
import platform
import statistics
import time
from dataclasses import dataclass
from pathlib import Path

import psutil

_CLOCK_SAMPLES = 10_000


@dataclass(frozen=True)
class Machine:
    """What a reader needs to judge the figures.

    Attributes
    ----------
    load_average
        Runnable processes in the minute before the run began: well above 0 means shared cores.
    clock_ns
        What taking a time costs in itself; it is part of every single figure.
    """

    processor: str
    cores: int
    memory_gib: float
    system: str
    python: str
    load_average: float
    clock_ns: int


def describe_machine() -> Machine:
    """Look around; takes some milliseconds."""
    return Machine(
        _processor(),
        os.cpu_count() or 1,
        round(psutil.virtual_memory().total / (1 << 30), 1),
        f"{platform.system()} {platform.machine()}",
        platform.python_version(),
        round(os.getloadavg()[0], 1),
        _clock_ns(),
    )


def _processor() -> str:
    path = Path("/proc/cpuinfo")
    lines = path.read_text(encoding="utf-8").splitlines() if path.exists() else []
    names = [line.partition(":")[2].strip() for line in lines if line.startswith("model name")]
    return names[0] if names else platform.processor() or "unknown"


def _clock_ns() -> int:
    clock = time.perf_counter_ns
    return int(statistics.median(-(clock() - clock()) for _ in range(_CLOCK_SAMPLES)))
