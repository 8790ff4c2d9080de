"""The jars of Neo4j Community and its shell: fetched by Maven once, and kept in cache folders.

A folder is named by its version and the hash of ``pom.xml``. Whoever comes second waits for the
first; what is half fetched is never seen, since a folder is renamed when whole.
"""

from __future__ import annotations

import fcntl
import hashlib
import os
import shutil
import subprocess
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Final

from tests.neo4j_server.release import USUAL, java, release

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

POM: Final = Path(__file__).with_name("pom.xml")
PASSWORD: Final = "pröva-inte-detta"  # noqa: S105
"""The password of the servers that the tests start; they listen on loopback only."""
_COPY: Final = "org.apache.maven.plugins:maven-dependency-plugin:3.8.1:copy-dependencies"
_MINUTES: Final = 15


def missing_tools() -> list[str]:
    """Return what this machine lacks to run a Neo4j of its own."""
    return [Path(tool).name for tool in (java(), "mvn") if shutil.which(tool) is None]


def library() -> Path:
    """Return the folder that holds ``lib/*.jar`` and ``auth.ini``, fetched where it isn't yet."""
    return _kept("neo4j", release().version, _set_password)


def shell_library() -> Path:
    """Return the folder that holds ``lib/*.jar`` of cypher-shell, of one version for every Neo4j."""
    return _kept("cypher-shell", USUAL, lambda _: None)


def classpath(home: Path) -> str:
    """Return the class path of a library."""
    return str(home / "lib" / "*")


def _kept(artifact: str, version: str, complete: Callable[[Path], None]) -> Path:
    made_by = hashlib.sha256(POM.read_bytes()).hexdigest()[:16]
    home = _cache() / f"{artifact}-{version}-{made_by}"
    with _locked(home.with_name(f"{home.name}.lock")):
        if not home.is_dir():
            unfinished = home.with_name(f"{home.name}.{os.getpid()}")
            try:
                _fetch(artifact, version, unfinished / "lib")
                complete(unfinished)
                unfinished.rename(home)
            finally:
                shutil.rmtree(unfinished, ignore_errors=True)
    return home


def _cache() -> Path:
    base = Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache")
    folder = base / "graphauth-tests"
    folder.mkdir(parents=True, exist_ok=True)
    return folder


@contextmanager
def _locked(path: Path) -> Iterator[None]:
    with path.open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield


def _fetch(artifact: str, version: str, target: Path) -> None:
    target.mkdir(parents=True)
    wanted = [f"-Dneo4j.artifact={artifact}", f"-Dneo4j.version={version}"]
    options = [f"-f{POM}", "-DincludeScope=runtime", f"-DoutputDirectory={target}"]
    _run(["mvn", "-B", "-ntp", "-q", "-C", *wanted, *options, _COPY])


def _set_password(home: Path) -> None:
    """Let Neo4j itself write its file of one user, which every server's home then gets a copy of."""
    made = home / "made"
    (made / "conf").mkdir(parents=True)
    admin = ["-cp", classpath(home), "org.neo4j.server.startup.Neo4jAdminCommand"]
    places = {"NEO4J_HOME": str(made), "NEO4J_CONF": str(made / "conf")}
    _run([java(), *admin, "dbms", "set-initial-password", PASSWORD], places)
    (made / "data" / "dbms" / "auth.ini").rename(home / "auth.ini")
    shutil.rmtree(made)


def _run(command: list[str], environment: dict[str, str] | None = None) -> None:
    done = subprocess.run(
        command,
        check=False,
        env={**os.environ, "JAVA_TOOL_OPTIONS": "", **(environment or {})},
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        timeout=60 * _MINUTES,
    )
    if done.returncode:
        said = done.stdout.decode("utf-8", "replace")[-2000:]
        raise RuntimeError(f"{command[0]} failed ({done.returncode}): {said}")
