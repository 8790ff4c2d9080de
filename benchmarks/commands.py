"""``python -m benchmarks.commands``: whole commands, from the start of the process to its end.

Each is run several times after a warm-up; the median and the range are shown. What a person waits
for is measured here: the interpreter, the imports, the reading of the data, the answer.
"""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
import time
from pathlib import Path
from typing import Final

_REGION: Final = ("-d", "fixtures/gavleborg", "--at", "2026-11-23")
_EMPLOYEE: Final = "SE2321000198-MG1ME0"
_COMMANDS: Final = {
    "graphauth --help": ("--help",),
    "validate, demo region": (*_REGION, "validate"),
    "tickets of one employee, demo region": (*_REGION, "tickets", _EMPLOYEE),
    "whole matrix as csv, demo region": (*_REGION, "matrix", "-f", "csv"),
    "coverage as csv, demo region": (*_REGION, "coverage", "-f", "csv"),
}
_RUNS: Final = 5


def main() -> int:
    """Print the table, and keep it in ``out/commands.md``."""
    lines = [
        f"{os.cpu_count()} cores, Python {sys.version.split()[0]}, {_RUNS} runs after a warm-up",
        "",
        "| command | median s | fastest s | slowest s |",
        "|---|---|---|---|",
        *(_line(title, arguments) for title, arguments in _COMMANDS.items()),
    ]
    text = "\n".join(lines) + "\n"
    Path("out").mkdir(exist_ok=True)
    Path("out/commands.md").write_text(text, "utf-8")
    sys.stdout.write(text)
    return 0


def _line(title: str, arguments: tuple[str, ...]) -> str:
    times = [_seconds(arguments) for _ in range(_RUNS + 1)][1:]
    shown = (statistics.median(times), min(times), max(times))
    return f"| {title} | " + " | ".join(f"{one:.2f}" for one in shown) + " |"


def _seconds(arguments: tuple[str, ...]) -> float:
    began = time.perf_counter()
    command = [sys.executable, "-m", "graphauth", *arguments]
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
    return time.perf_counter() - began


if __name__ == "__main__":
    sys.exit(main())
