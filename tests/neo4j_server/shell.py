"""cypher-shell: what people paste into the Browser, read by a program that reads the same lines."""

from __future__ import annotations

import os
import subprocess
from typing import TYPE_CHECKING, Any, Final

from tests.neo4j_server.library import classpath, shell_library
from tests.neo4j_server.release import java
from tests.neo4j_server.shared import require_tools

if TYPE_CHECKING:
    from tests.neo4j_server.shared import Address

_OPTIONS: Final = ("--format", "plain", "--non-interactive")
_SECONDS: Final = 120


def cypher_shell(address: Address, text: str) -> str:
    """Return what cypher-shell prints when `text` is piped into it; it ends at the first error.

    Raises
    ------
    RuntimeError
        When it ends with an error, or says anything of one.
    """
    require_tools()
    command = [java(), "-Dfile.encoding=UTF-8", "-cp", classpath(shell_library())]
    done = subprocess.run(
        [*command, "org.neo4j.shell.Main", "-a", address.uri, *_OPTIONS],
        check=False,
        input=text.encode(),
        env={**os.environ, **address.environment(), "NEO4J_CYPHER_SHELL_HISTORY": "in-memory"},
        capture_output=True,
        timeout=_SECONDS,
    )
    if done.returncode or done.stderr:
        raise RuntimeError(f"cypher-shell ended with {done.returncode}: {done.stderr.decode()}")
    return done.stdout.decode()


def as_printed(value: Any) -> str:
    r"""Return a value as cypher-shell prints it in its plain format.

    Examples
    --------
    >>> as_printed([None, True, 5, 'say "hi"', {"id": "e\\1"}])
    '[NULL, TRUE, 5, "say \\"hi\\"", {id: "e\\1"}]'
    """
    match value:
        case None | bool():
            return str(value).upper().replace("NONE", "NULL")
        case str():
            return '"' + value.replace('"', '\\"') + '"'
        case list():
            return f"[{', '.join(map(as_printed, value))}]"
        case dict():
            return f"{{{', '.join(f'{key}: {as_printed(one)}' for key, one in value.items())}}}"
        case _:
            return value.iso_format() if hasattr(value, "iso_format") else str(value)
