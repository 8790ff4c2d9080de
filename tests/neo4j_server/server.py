"""One Neo4j: a process of its own, with a home folder of its own, that can be stopped and killed."""

from __future__ import annotations

import ctypes
import os
import shutil
import signal
import socket
import subprocess
import sys
import time
from typing import TYPE_CHECKING, Final

import neo4j
from neo4j.exceptions import DriverError, Neo4jError

from tests.neo4j_server.library import PASSWORD, classpath, library
from tests.neo4j_server.release import java, release

if TYPE_CHECKING:
    from pathlib import Path

USER: Final = "neo4j"
_PATIENCE: Final = 180.0
_TRIES: Final = 3
_JVM: Final = (
    "-Xms512m",
    "-Xmx512m",
    "-XX:+UseSerialGC",
    "-XX:TieredStopAtLevel=1",
    "-XX:-UsePerfData",
    "--add-opens=java.base/java.nio=ALL-UNNAMED",
)


class Server:
    """A Neo4j on loopback.

    Parameters
    ----------
    home
        Its home folder; an existing one is started again with what it holds.
    """

    user = USER
    password = PASSWORD

    def __init__(self, home: Path) -> None:
        self._home = home
        self._library = library()
        self._process: subprocess.Popen[bytes] | None = None
        self.port = 0
        self._prepare()

    @property
    def uri(self) -> str:
        """The address that drivers connect to."""
        return f"bolt://127.0.0.1:{self.port}"

    @property
    def pid(self) -> int:
        """The process, while it is running."""
        assert self._process is not None
        return self._process.pid

    @property
    def is_running(self) -> bool:
        """Whether it has been started, and neither stopped nor killed since."""
        return self._process is not None

    def start(self) -> None:
        """Start it, and return when it answers; a port that was taken meanwhile is chosen anew."""
        for _ in range(_TRIES):
            self.port = self.port or _free_port()
            self._write_settings()
            self._process = self._launch()
            if self._answers():
                return
            self.port = 0
        raise RuntimeError(f"Neo4j did not start: {self._console()[-2000:]}")

    def stop(self) -> None:
        """Stop it in order, or kill it where it won't."""
        if self._process is None:
            return
        self._process.send_signal(signal.SIGTERM)
        try:
            self._process.wait(20)
        except subprocess.TimeoutExpired:
            self._process.kill()
            self._process.wait()
        self._process = None

    def kill(self) -> None:
        """Kill it (-9), as a machine that loses power does."""
        if self._process is not None:
            self._process.kill()
            self._process.wait()
            self._process = None

    def driver(self) -> neo4j.Driver:
        """Return a driver that is let in."""
        return neo4j.GraphDatabase.driver(self.uri, auth=(self.user, self.password))

    def _prepare(self) -> None:
        (self._home / "conf").mkdir(parents=True, exist_ok=True)
        users = self._home / "data" / "dbms"
        if not users.is_dir():
            users.mkdir(parents=True)
            shutil.copy(self._library / "auth.ini", users / "auth.ini")

    def _write_settings(self) -> None:
        text = release().settings.format(port=self.port)
        (self._home / "conf" / "neo4j.conf").write_text(text, "utf-8")

    def _launch(self) -> subprocess.Popen[bytes]:
        folders = [f"--home-dir={self._home}", f"--config-dir={self._home / 'conf'}"]
        command = [java(), *_JVM, "-cp", classpath(self._library)]
        command += [release().main, *folders, "--console-mode"]
        with (self._home / "console.log").open("wb") as console:
            return subprocess.Popen(
                command,
                stdin=subprocess.DEVNULL,
                stdout=console,
                stderr=subprocess.STDOUT,
                preexec_fn=_end_with_parent if sys.platform == "linux" else None,  # noqa: PLW1509
            )

    def _answers(self) -> bool:
        assert self._process is not None
        until = time.monotonic() + _PATIENCE
        while time.monotonic() < until and self._process.poll() is None:
            if _listens(self.port) and self._answers_once():
                return True
            time.sleep(0.1)
        if self._process.poll() is None:
            self.kill()
        return False

    def _answers_once(self) -> bool:
        try:
            with self.driver() as driver, driver.session(database="neo4j") as session:
                return bool(session.run("RETURN 1 AS one").single(strict=True)["one"])
        except (DriverError, Neo4jError):
            return False

    def _console(self) -> str:
        return (self._home / "console.log").read_text("utf-8", "replace")


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


def _listens(port: int) -> bool:
    with socket.socket() as probe:
        probe.settimeout(1)
        return probe.connect_ex(("127.0.0.1", port)) == 0


def _end_with_parent() -> None:
    """Ask Linux to end the child when the test run ends, however it ends (PR_SET_PDEATHSIG)."""
    ctypes.CDLL(None).prctl(1, signal.SIGTERM)
    os.setsid()
