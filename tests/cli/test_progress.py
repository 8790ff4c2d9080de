"""Progress: on a terminal, for what takes over a second, and never where it isn't wanted."""

from __future__ import annotations

import os
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from tests.cli.conftest import ROOT
from tests.cli.region import DAY

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

pty = pytest.importorskip("pty", reason="no pseudo-terminals here")

IMPATIENT = "progress._PATIENCE = 0.0"
PATIENT = "progress._PATIENCE = 60.0"


def told_on_terminal(
    region: Path, patience: str, *options: str, environment: Mapping[str, str] | None = None
) -> str:
    """Run ``matrix`` with standard error on a terminal; return what the terminal showed."""
    code = (
        f"import sys; from graphauth.cli import main, progress; {patience}; main.main(sys.argv[1:])"
    )
    ours, theirs = pty.openpty()
    process = subprocess.Popen(
        [sys.executable, "-c", code, "-d", region, "--at", DAY, "matrix", *options],
        stdout=subprocess.DEVNULL,
        stderr=theirs,
        env={**os.environ, "PYTHONPATH": str(ROOT), "TERM": "xterm", **(environment or {})},
    )
    os.close(theirs)
    shown = b""
    try:
        while block := os.read(ours, 4096):
            shown += block
    except OSError:  # Linux says so when the other end has closed
        pass
    finally:
        os.close(ours)
    assert process.wait() == 0
    return shown.decode()


def test_what_takes_long_shows_progress(region: Path) -> None:
    assert "reading" in told_on_terminal(region, IMPATIENT)


def test_what_is_quick_shows_none(region: Path) -> None:
    assert told_on_terminal(region, PATIENT) == ""


def test_progress_can_be_switched_off(region: Path) -> None:
    assert told_on_terminal(region, IMPATIENT, "--no-progress") == ""
    switched_off = {"GRAPHAUTH_NO_PROGRESS": "1"}
    assert told_on_terminal(region, IMPATIENT, environment=switched_off) == ""
