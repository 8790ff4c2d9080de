"""The tutorials: prose by hand, and under each command what it prints on the demo region."""

from __future__ import annotations

import re
import shlex
from functools import cache, partial
from pathlib import Path
from typing import TYPE_CHECKING, Final

from graphauth.access import open_access
from graphauth.cli.replay import printed_by

if TYPE_CHECKING:
    from collections.abc import Callable

    from graphauth.access import Access
    from graphauth.i18n.translator import Language

_ROOT: Final = Path(__file__).resolve().parent.parent.parent
_REGION: Final = "fixtures/gavleborg"
_DAY: Final = "2026-11-23"
_LINES: Final = 14
_BLOCK: Final = re.compile(r"```console\n\$ graphauth (.*)\n(?:.*\n)*?```\n")


def pages() -> dict[str, Callable[[], str]]:
    """Return every tutorial by its path."""
    return {
        "docs/tutorial.md": partial(refreshed, "docs/tutorial.md", "en"),
        "docs/tutorial.sv.md": partial(refreshed, "docs/tutorial.sv.md", "sv"),
    }


def refreshed(name: str, language: Language) -> str:
    """Return a tutorial with each command's answer as it is now, long ones cut with ``…``."""
    text = (_ROOT / name).read_text(encoding="utf-8")
    return _BLOCK.sub(lambda found: _block(found[1], language), text)


def commands(name: str) -> list[str]:
    """Return the commands of a tutorial."""
    return _BLOCK.findall((_ROOT / name).read_text(encoding="utf-8"))


@cache
def _block(line: str, language: Language) -> str:
    arguments = ["-d", str(_ROOT / _REGION), "--at", _DAY, *shlex.split(line)]
    lines = [one.replace(f"{_ROOT}/", "") for one in printed_by(arguments, language, _region())]
    shown = lines if len(lines) <= _LINES else [*lines[:_LINES], "…"]
    return "\n".join(["```console", f"$ graphauth {line}", *shown, "```", ""])


@cache
def _region() -> Access:
    return open_access(_ROOT / _REGION)
