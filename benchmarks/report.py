"""Puts measured tables into the documentation, between two marks, and the plot beside it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from benchmarks.plot import draw
from benchmarks.table import render

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from benchmarks.result import Result

BEGIN: Final = "<!-- begin: written by `python -m benchmarks --docs` -->"
END: Final = "<!-- end -->"


def update_docs(page: Path, results: Sequence[Result]) -> None:
    """Replace what stands between the marks by the tables, and write the plot beside the page.

    Raises
    ------
    ValueError
        The page lacks a mark.
    """
    text = page.read_text(encoding="utf-8")
    page.with_suffix(".svg").write_text(draw(results), encoding="utf-8")
    page.write_text(replace_section(text, "\n".join(map(render, results))), encoding="utf-8")


def replace_section(text: str, section: str, begin_mark: str = BEGIN) -> str:
    r"""Return the page with `section` between a mark and the next `END`.

    Examples
    --------
    >>> replace_section(f"a {BEGIN} old {END} z", "new").split()[-5:]
    ['new', '<!--', 'end', '-->', 'z']
    """
    before, begin, rest = text.partition(begin_mark)
    _, end, after = rest.partition(END)
    if not (begin and end):
        raise ValueError(f"the page needs the marks `{begin_mark}` and `{END}`")
    return f"{before}{begin_mark}\n\n{section.strip()}\n\n{END}{after}"
