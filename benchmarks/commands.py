"""``python -m benchmarks.commands``: whole commands, from the start of the process to its end.

Each is run several times after a warm-up; the median and the range are shown, and the most memory
that it had. What a person waits for is measured here: the interpreter, the imports, the data, the
answer. The files are in the system's cache after the warm-up; the process is cold.
"""

from __future__ import annotations

import argparse
import json
import os
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import TYPE_CHECKING, Final, NamedTuple

from benchmarks.data import CACHE, SIZES, prepare
from benchmarks.report import replace_section

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from benchmarks.data import BenchData

BEGIN: Final = "<!-- begin: written by `python -m benchmarks.commands --docs` -->"
_DOCS: Final = Path("docs/performance.md")
_DEMO: Final = ("-d", "fixtures/gavleborg", "--at", "2026-11-23")
_EMPLOYEE: Final = "SE2321000198-MG1ME0"
_DEMO_COMMANDS: Final = {
    "graphauth --help": ("--help",),
    "validate": (*_DEMO, "validate"),
    "tickets of one employee": (*_DEMO, "tickets", _EMPLOYEE),
    "whole matrix as csv": (*_DEMO, "matrix", "-f", "csv"),
    "coverage as csv": (*_DEMO, "coverage", "-f", "csv"),
    "lint, every rule": (*_DEMO, "lint", "--no-config", "--exit-zero", "-f", "json"),
}
_RUNS: Final = 5
_PEAK: Final = """
import atexit, os, sys
def tell():
    status = open("/proc/self/status").read()
    peak = status.partition("VmHWM:")[2].split()[0]
    open(os.environ["PEAK_FILE"], "w").write(peak)
if os.path.exists("/proc/self/status"):
    atexit.register(tell)
"""
"""Has a process leave behind the most memory that it had (Linux); a parent can't ask for it."""
_COMMAND: Final = _PEAK + "from graphauth.cli.main import main\nmain()"
_ARRAYS: Final = """
import sys, time
import graphauth
from graphauth.model.question import EVERYTHING
engine = graphauth.open(sys.argv[1]).engine
day = int(sys.argv[2])
engine.count("clinic24", day, EVERYTHING)
for _ in range(int(sys.argv[3])):
    began = time.perf_counter()
    count = engine.count("clinic24", day, EVERYTHING)
    counted = time.perf_counter()
    laid = sum(len(page.unit) for page in engine.matrix_arrays("clinic24", day, EVERYTHING))
    assert laid == count
    print(counted - began, time.perf_counter() - counted)
"""
"""Run in a process of its own, so that its memory is its own."""


class Run(NamedTuple):
    """One run of a command: how long it took, and the most memory that it had."""

    seconds: float
    peak_bytes: int


def main(arguments: Sequence[str] | None = None) -> int:
    """Print a table for the demo region and for each size, and keep them in ``out/``."""
    asked = _parser().parse_args(arguments)
    for size in asked.size:
        _keep(asked.out, size, _table(_of_size(prepare(size), asked.out)))
    if not asked.size or asked.demo:
        _keep(asked.out, "demo", _table(_of_demo()))
    if asked.docs:
        update_docs(asked.out)
    return 0


def update_docs(out: Path) -> None:
    """Put the tables that `out` has into the documentation."""
    parts = []
    for size in ("demo", *SIZES):
        kept = out / f"commands-{size}.md"
        if kept.exists():
            about = "the demo region" if size == "demo" else f"{size}: {SIZES[size]:,} employees"
            parts.append(f"### {about}\n\n{kept.read_text('utf-8').strip()}\n")
    _DOCS.write_text(replace_section(_DOCS.read_text("utf-8"), "\n".join(parts), BEGIN), "utf-8")


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.commands", description=__doc__)
    parser.add_argument("--size", action="append", choices=SIZES, default=[])
    parser.add_argument("--demo", action="store_true", help="the demo region too")
    parser.add_argument("--out", type=Path, default=Path("out"))
    parser.add_argument("--docs", action="store_true", help=f"put the tables of --out in {_DOCS}")
    return parser


def _of_demo() -> Iterator[str]:
    for title, arguments in _DEMO_COMMANDS.items():
        yield _line(title, [_run(arguments) for _ in range(_RUNS + 1)][1:])


def _of_size(data: BenchData, out: Path) -> Iterator[str]:
    out.mkdir(exist_ok=True)
    snapshot = CACHE / f"{data.size}.gasnap"
    employee = data.questions.employees[0]
    check = data.questions.checks[0]
    unit, role = data.questions.logins[0]
    asked = ("-d", str(snapshot), "--at", data.day.isoformat())
    yield _line("compile, from csv", [_run(("compile", str(data.folder), "-o", str(snapshot)))])
    yield _sizes(snapshot, data.relations)
    for title, question in (
        ("cold process: tickets of one employee", ("tickets", employee)),
        ("cold process: who, for a unit and role", ("who", unit, role)),
        ("cold process: check, with its reasons", ("check", *check, "--exit-zero")),
    ):
        yield _line(title, [_run((*asked, *question)) for _ in range(_RUNS + 1)][1:])
    yield from _arrays(snapshot, data.day.toordinal())
    lint = (*asked, "lint", "--no-config", "--exit-zero", "-f", "json")
    yield _line("lint, every rule", [_run(lint) for _ in range(_RUNS + 1)][1:])
    for kind in ("csv", "parquet"):
        target = str(out / f"matrix.{kind}")
        yield _line(f"matrix as {kind}", [_run((*asked, "matrix", "-o", target))])
        Path(target).unlink()


def _arrays(snapshot: Path, day: int) -> Iterator[str]:
    told, peak = _told(_PEAK + _ARRAYS, (str(snapshot), str(day), str(_RUNS)))
    lines = [line.split() for line in told.splitlines()]
    for place, title in enumerate(("matrix counted, in process", "matrix as arrays, in process")):
        yield _line(title, [Run(float(line[place]), peak) for line in lines])


def _sizes(snapshot: Path, relations: int) -> str:
    """Say how large the snapshot is, and what of it is not the texts of ids and names."""
    content = snapshot.read_bytes()
    size = int.from_bytes(content[-48:-40], "little")
    parts = json.loads(content[-48 - size : -48])["parts"]
    texts = sum(part["size"] for name, part in parts.items() if name.startswith("texts"))
    each = (len(content) - texts) / relations
    shown = f"{len(content) / 2**20:,.0f} MiB; {each:.1f} bytes a relation beside the texts"
    return f"| snapshot of {relations:,} relations | {shown} | | | |"


def _table(lines: Iterator[str]) -> str:
    head = f"{os.cpu_count()} cores, load {os.getloadavg()[0]:.1f}, Python {sys.version.split()[0]}"
    return "\n".join(
        [
            f"{head}; the median of {_RUNS} runs after a warm-up, or one run where no range stands.",
            "",
            "| command | median s | fastest s | slowest s | peak MiB |",
            "|---|---:|---:|---:|---:|",
            *lines,
            "",
        ]
    )


def _line(title: str, runs: Sequence[Run]) -> str:
    times = [run.seconds for run in runs]
    peak = max(run.peak_bytes for run in runs) / 2**20
    spread = f"{min(times):.3g} | {max(times):.3g}" if len(times) > 1 else " | "
    return f"| {title} | {statistics.median(times):.3g} | {spread} | {peak:,.0f} |"


def _run(arguments: Sequence[str]) -> Run:
    began = time.perf_counter()
    _, peak = _told(_COMMAND, arguments)
    return Run(time.perf_counter() - began, peak)


def _told(script: str, arguments: Sequence[str]) -> tuple[str, int]:
    """Run a script; return what it printed, and the most memory that it had, 0 where unknown."""
    with tempfile.TemporaryDirectory() as home:
        file = Path(home) / "peak"
        ran = subprocess.run(
            [sys.executable, "-c", script, *arguments],
            check=True,
            stdout=subprocess.PIPE,
            text=True,
            env={**os.environ, "PEAK_FILE": str(file)},
        )
        return ran.stdout, int(file.read_text()) * 1024 if file.exists() else 0


def _keep(out: Path, name: str, text: str) -> None:
    out.mkdir(exist_ok=True)
    (out / f"commands-{name}.md").write_text(text, "utf-8")
    sys.stdout.write(text)


if __name__ == "__main__":
    sys.exit(main())
