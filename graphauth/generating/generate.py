"""Generate a whole data set: plan, write VO by VO, plant defects where asked, put in place."""

from __future__ import annotations

import random
import shutil
import tempfile
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from graphauth.generating.days import REFERENCE_DAY
from graphauth.generating.defects import Defect, GenerationError, plant_defects
from graphauth.generating.organisation import write_nation, write_region, write_vo
from graphauth.generating.plan import plan_regions
from graphauth.generating.planting import count_lines
from graphauth.generating.shape import Shape
from graphauth.generating.sizes import LARGEST, SMALLEST, Sizes, sizes_for
from graphauth.generating.staff import StaffWriter
from graphauth.generating.writing import TableFiles
from graphauth.i18n import message

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from contextlib import AbstractContextManager
    from datetime import date


@dataclass(frozen=True, slots=True)
class GenerationSummary:
    """What was written.

    Attributes
    ----------
    rows
        How many data rows each table has.
    reference_day
        The day that the dates were laid around.
    defects
        What was planted, in the order in which it is listed; empty for a clean data set.
    """

    folder: Path
    seed: int
    employees: int
    reference_day: date
    rows: Mapping[str, int]
    defects: tuple[Defect, ...]


def generate(
    out: Path,
    employees: int,
    seed: int,
    progress: Callable[[int, int], None] | None = None,
    *,
    defects: bool = False,
    overwrite: bool = False,
) -> GenerationSummary:
    """Write an invented data set of fifteen CSV tables into the folder `out`, whole or not at all.

    Parameters
    ----------
    out
        The folder; it may exist if it is empty, or if `overwrite` allows replacing it.
    employees
        How many people, from `SMALLEST` to `LARGEST`; VOs, units and roles follow from it.
    seed
        Same seed, same bytes, on every platform.
    progress
        Called with the employees written so far and in all, after every VO.
    defects
        Whether to plant the listed defects (`plant_defects`); otherwise the data is consistent.

    Raises
    ------
    GenerationError
        The number of employees is out of range, or `out` is in use.
    """
    _judge(out, employees, overwrite=overwrite)
    with _staging(out) as folder:
        rows = _write(folder, sizes_for(employees), seed, progress or _silent)
        planted = plant_defects(folder) if defects else ()
        if planted:
            rows = {table: count_lines(folder, table) - 1 for table in rows}
        _put_in_place(folder, out)
    return GenerationSummary(out, seed, employees, REFERENCE_DAY, rows, planted)


def _judge(out: Path, employees: int, *, overwrite: bool) -> None:
    if not SMALLEST <= employees <= LARGEST:
        raise GenerationError(
            message(
                "cannot generate `{count}` employees; ask for {smallest} to {largest}",
                count=employees,
                smallest=SMALLEST,
                largest=LARGEST,
            )
        )
    if out.is_symlink() or (out.exists() and not out.is_dir()):
        raise GenerationError(message("`{path}` is not a folder; name another", path=out))
    if out.exists() and not overwrite and any(out.iterdir()):
        raise GenerationError(
            message("the folder `{path}` is not empty; name an empty or a new one", path=out)
        )


def _staging(out: Path) -> AbstractContextManager[Path]:
    out.parent.mkdir(parents=True, exist_ok=True)
    return _TemporaryFolder(out.parent)


class _TemporaryFolder:
    """A folder beside the target, gone afterwards whatever happens."""

    def __init__(self, parent: Path) -> None:
        self._parent = parent

    def __enter__(self) -> Path:
        self._folder = Path(tempfile.mkdtemp(prefix=".generating-", dir=self._parent))
        inner = self._folder / "tables"
        inner.mkdir()
        return inner

    def __exit__(self, *_: object) -> None:
        shutil.rmtree(self._folder, ignore_errors=True)


def _put_in_place(folder: Path, out: Path) -> None:
    if out.exists():
        out.rename(folder.parent / "replaced")
    folder.rename(out)


def _silent(_done: int, _total: int) -> None:
    """Report nothing."""


def _write(
    folder: Path, sizes: Sizes, seed: int, progress: Callable[[int, int], None]
) -> dict[str, int]:
    with TableFiles(folder) as files:
        write_nation(files.lines)
        done = 0
        for region, vos in plan_regions(sizes, seed):
            write_region(region, vos, files.lines)
            for vo in vos:
                shape = Shape(vo)
                drawn = random.Random((seed * 1_000_003 + vo.number) * 2 + 1)
                write_vo(shape, sizes.density, drawn, files.lines)
                StaffWriter(shape, drawn, files.lines).write()
                files.flush()
                done += vo.employees
                progress(done, sizes.employees)
    return files.counts
