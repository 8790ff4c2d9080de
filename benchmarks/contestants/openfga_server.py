"""Finds or builds the OpenFGA server, and runs one on SQLite below a temporary folder."""

from __future__ import annotations

import os
import shutil
import socket
import sqlite3
import subprocess
import tempfile
import time
from pathlib import Path
from typing import Final

import psutil

from benchmarks.contestant import UnavailableError

VERSION: Final = "1.22.1"
_PACKAGE: Final = f"github.com/openfga/openfga/cmd/openfga@v{VERSION}"
_BUILT: Final = Path(".cache/bench/bin")
_BUILD_SECONDS: Final = 1200
_START_SECONDS: Final = 30
# limits off and deadlines long, so that no answer is cut; caches stay off, as they are by default
_SETTINGS: Final = {
    "OPENFGA_DATASTORE_ENGINE": "sqlite",
    "OPENFGA_LOG_LEVEL": "none",
    "OPENFGA_METRICS_ENABLED": "false",
    "OPENFGA_PLAYGROUND_ENABLED": "false",
    "OPENFGA_PROFILER_ENABLED": "false",
    "OPENFGA_LIST_OBJECTS_MAX_RESULTS": "0",
    "OPENFGA_LIST_OBJECTS_DEADLINE": "60s",
    "OPENFGA_LIST_USERS_MAX_RESULTS": "0",
    "OPENFGA_LIST_USERS_DEADLINE": "60s",
    "OPENFGA_REQUEST_TIMEOUT": "60s",
    "OPENFGA_MAX_TUPLES_PER_WRITE": "1000",
    "OPENFGA_MAX_CHECKS_PER_BATCH_CHECK": "500",
}


def find_server() -> Path:
    """Return the server's binary; build it from the Go module proxy where it isn't there yet.

    Raises
    ------
    UnavailableError
        There is no binary and no Go toolchain, or the build failed.
    """
    built = _BUILT.resolve() / "openfga"
    if built.exists():
        return built
    go = shutil.which("go")
    if go is None:
        raise UnavailableError("no Go toolchain to build the server with")
    built.parent.mkdir(parents=True, exist_ok=True)
    environment = {**os.environ, "GOBIN": str(built.parent)}
    done = subprocess.run(
        [go, "install", _PACKAGE],
        env=environment,
        capture_output=True,
        text=True,
        timeout=_BUILD_SECONDS,
        check=False,
    )
    if done.returncode:
        raise UnavailableError(f"the server could not be built: {done.stderr.strip()[-200:]}")
    return built


class OpenFgaServer:
    """A server process with its own SQLite file; both are gone after `stop`."""

    def __init__(self, binary: Path) -> None:
        self._binary = binary
        self._folder = Path(tempfile.mkdtemp(prefix="bench-openfga-"))
        self._file = self._folder / "store.db"
        self.port, grpc = _free_ports()
        self._environment = {
            **os.environ,
            **_SETTINGS,
            "OPENFGA_DATASTORE_URI": f"file:{self._file}",
            "OPENFGA_HTTP_ADDR": f"127.0.0.1:{self.port}",
            "OPENFGA_GRPC_ADDR": f"127.0.0.1:{grpc}",
        }
        self._run("migrate")

    def start(self) -> None:
        """Start serving, and wait until it does.

        Raises
        ------
        UnavailableError
            It doesn't serve within half a minute.
        """
        self._process = subprocess.Popen(
            [self._binary, "run"],
            env=self._environment,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        until = time.monotonic() + _START_SECONDS
        while time.monotonic() < until and self._process.poll() is None:
            with socket.socket() as probe:
                if probe.connect_ex(("127.0.0.1", self.port)) == 0:
                    return
            time.sleep(0.02)
        self._halt()
        raise UnavailableError(f"the server did not start within {_START_SECONDS} s")

    def analyse(self) -> None:
        """Stop, let SQLite gather its statistics, and start again (they are read at opening)."""
        self._halt()
        connection = sqlite3.connect(self._file)
        connection.execute("ANALYZE")
        connection.commit()
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        connection.close()
        self.start()

    def resident_bytes(self) -> int:
        """Return the server's resident memory."""
        return int(psutil.Process(self._process.pid).memory_info().rss)

    def stored_bytes(self) -> int:
        """Return the size of the SQLite file."""
        return self._file.stat().st_size

    def stop(self) -> None:
        """Stop serving, and remove the file."""
        self._halt()
        shutil.rmtree(self._folder, ignore_errors=True)

    def _run(self, command: str) -> None:
        done = subprocess.run(
            [self._binary, command],
            env=self._environment,
            capture_output=True,
            text=True,
            check=False,
        )
        if done.returncode:
            raise UnavailableError(f"`openfga {command}` failed: {done.stderr.strip()[-200:]}")

    def _halt(self) -> None:
        self._process.terminate()
        try:
            self._process.wait(timeout=15)
        except subprocess.TimeoutExpired:
            self._process.kill()
            self._process.wait()


def _free_ports() -> tuple[int, int]:
    with socket.socket() as one, socket.socket() as other:
        one.bind(("127.0.0.1", 0))
        other.bind(("127.0.0.1", 0))
        return one.getsockname()[1], other.getsockname()[1]
