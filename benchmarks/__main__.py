"""``python -m benchmarks``: one table of one run, in ``out/``, as Markdown and as JSON."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from benchmarks.compare import DisagreementError
from benchmarks.contestants import CONTESTANTS
from benchmarks.data import SIZES, prepare
from benchmarks.plot import draw
from benchmarks.process import ContestantError
from benchmarks.report import update_docs
from benchmarks.result import Result, read_result
from benchmarks.run import Limits, run
from benchmarks.table import render

if TYPE_CHECKING:
    from collections.abc import Sequence

_DOCS = Path("docs/performance.md")


def main(arguments: Sequence[str] | None = None) -> int:
    """Run what is asked for; 1 where contestants disagree or one of them breaks."""
    asked = _parser().parse_args(arguments)
    limits = Limits(
        rounds=asked.rounds,
        load_seconds=asked.load_seconds,
        memory_bytes=int(asked.memory_gib * (1 << 30)),
    )
    names = asked.only or list(CONTESTANTS)
    try:
        for size in () if asked.no_run else asked.size or ["region"]:
            _say(f"{size}: preparing data and questions")
            _keep(run(prepare(size), names, limits, _say), asked.out)
    except (DisagreementError, ContestantError) as reason:
        _say(f"nothing is reported: {reason}")
        return 1
    kept = [read_result(path) for path in _kept(asked.out)]
    if kept:
        (asked.out / "benchmark.svg").write_text(draw(kept), encoding="utf-8")
    if asked.docs and kept:
        update_docs(_DOCS, kept)
    return 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description=__doc__)
    parser.add_argument("--size", action="append", choices=SIZES, help="may be repeated [region]")
    parser.add_argument(
        "--only", action="append", choices=CONTESTANTS, help="may be repeated [all]"
    )
    parser.add_argument("--rounds", type=int, default=Limits.rounds)
    parser.add_argument("--load-seconds", type=float, default=Limits.load_seconds)
    parser.add_argument("--memory-gib", type=float, default=Limits.memory_bytes / (1 << 30))
    parser.add_argument("--out", type=Path, default=Path("out"))
    parser.add_argument("--docs", action="store_true", help=f"put the tables of --out in {_DOCS}")
    parser.add_argument("--no-run", action="store_true", help="only draw and write what --out has")
    return parser


def _kept(out: Path) -> list[Path]:
    paths = (out / f"benchmark-{size}.json" for size in SIZES)
    return [path for path in paths if path.exists()]


def _keep(result: Result, out: Path) -> None:
    result.write(out / f"benchmark-{result.size}.json")
    text = render(result)
    (out / f"benchmark-{result.size}.md").write_text(text, encoding="utf-8")
    sys.stdout.write(text)


def _say(text: str) -> None:
    sys.stderr.write(f"{text}\n")


if __name__ == "__main__":
    sys.exit(main())
