"""Running the command line as a person does: in this process, or in one of its own."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path
from typing import IO, TYPE_CHECKING, NamedTuple, Protocol

import pytest

from graphauth.cli.main import main
from tests.cli.region import DAY, write_region

if TYPE_CHECKING:
    from collections.abc import Mapping

ROOT = Path(__file__).parents[2]
_ASKED_BY_ENVIRONMENT = ("GRAPHAUTH_", "LC_", "LANG", "NO_COLOR")


class Ran(NamedTuple):
    """What a command did."""

    status: int
    out: str
    err: str


class Run(Protocol):
    def __call__(self, *arguments: object) -> Ran: ...


class Start(Protocol):
    def __call__(
        self,
        *arguments: object,
        stdout: IO[bytes] | int = ...,
        environment: Mapping[str, str] | None = None,
    ) -> subprocess.Popen[bytes]: ...


@pytest.fixture(autouse=True)
def _nothing_asked_by_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in list(os.environ):
        if name.startswith(_ASKED_BY_ENVIRONMENT):
            monkeypatch.delenv(name)


@pytest.fixture
def region(tmp_path: Path) -> Path:
    return write_region(tmp_path / "region")


@pytest.fixture
def run(capfd: pytest.CaptureFixture[str]) -> Run:
    """Run the command line in this process; nothing but its arguments and the environment count."""

    def run(*arguments: object) -> Ran:
        capfd.readouterr()
        with pytest.raises(SystemExit) as leaving:
            main([str(one) for one in arguments])
        told = capfd.readouterr()
        assert isinstance(leaving.value.code, int)
        return Ran(leaving.value.code, told.out, told.err)

    return run


@pytest.fixture
def ask(run: Run, region: Path) -> Run:
    """Run a command on the small region, on its day."""

    def ask(*arguments: object) -> Ran:
        return run("-d", region, "--at", DAY, *arguments)

    return ask


@pytest.fixture
def start() -> Start:
    """Start the command line as a process of its own."""

    def start(
        *arguments: object,
        stdout: IO[bytes] | int = subprocess.PIPE,
        environment: Mapping[str, str] | None = None,
    ) -> subprocess.Popen[bytes]:
        return subprocess.Popen(
            [sys.executable, "-m", "graphauth", *map(str, arguments)],
            stdin=subprocess.DEVNULL,
            stdout=stdout,
            stderr=subprocess.PIPE,
            env={**os.environ, "PYTHONPATH": str(ROOT), **(environment or {})},
        )

    return start
