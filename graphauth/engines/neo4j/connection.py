"""One database over Bolt: reads and writes as managed transactions, each within a bounded time."""

from __future__ import annotations

import os
from contextlib import suppress
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final, TypeVar
from urllib.parse import urlsplit

import neo4j

from graphauth.engines.neo4j.bounded import within
from graphauth.engines.neo4j.failures import failures_said
from graphauth.engines.neo4j.statements import statement
from graphauth.errors import EngineError, UsageError
from graphauth.i18n import message

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from graphauth.engines.neo4j.statements import Question

Result = TypeVar("Result")
Row = dict[str, Any]

_CONNECTING: Final = 5.0
_AGENT: Final = "graphauth"


@dataclass(frozen=True, slots=True)
class Patience:
    """How long things may take, in seconds.

    Attributes
    ----------
    question, writing
        A read and a write transaction; the server ends what takes longer.
    retrying
        Trying again what failed for a reason that may pass.
    margin
        What is waited beyond that for a server that has gone quiet.
    """

    question: float = 120.0
    writing: float = 3600.0
    retrying: float = 15.0
    margin: float = 15.0


class Transaction:
    """What may be done inside one transaction."""

    def __init__(self, driven: neo4j.ManagedTransaction) -> None:
        self._driven = driven

    def ask(self, asked: Question) -> list[Row]:
        """Return all rows of a statement."""
        return self._rows(asked.text, asked.parameters)

    def run(self, name: str, parameters: Mapping[str, object]) -> list[Row]:
        """Run ``cypher/<name>.cypher`` and return its rows."""
        return self._rows(statement(name).text, parameters)

    def _rows(self, text: str, parameters: Mapping[str, object]) -> list[Row]:
        found = self._driven.run(text, dict(parameters))
        names = found.keys()
        return [dict(zip(names, record.values(), strict=True)) for record in found]


class Database:
    """A Neo4j database, and who is let in.

    The user and the password stand in ``NEO4J_USERNAME`` and ``NEO4J_PASSWORD``, a database other
    than the user's own in ``NEO4J_DATABASE``; never in the address, which others can see.

    Parameters
    ----------
    address
        ``neo4j://host`` (routes in a cluster), ``bolt://host``, or with ``+s`` encrypted.

    Raises
    ------
    UsageError
        When the address carries credentials, or has a part that means nothing.
    BackendUnavailableError
        When nobody answers there, or the credentials are refused.
    """

    def __init__(self, address: str, patience: Patience | None = None) -> None:
        self.address = _checked(address)
        self._patience = patience or Patience()
        self._name = os.environ.get("NEO4J_DATABASE") or None
        self._bookmarks = neo4j.GraphDatabase.bookmark_manager()
        with failures_said(self.address):
            self._driver = neo4j.GraphDatabase.driver(
                self.address,
                auth=_credentials(),
                user_agent=_AGENT,
                connection_timeout=_CONNECTING,
                connection_acquisition_timeout=self._patience.retrying,
                max_transaction_retry_time=self._patience.retrying,
                notifications_min_severity="OFF",
            )
        try:
            self._guarded(self._patience.margin, self._driver.verify_connectivity)
        except BaseException:
            self.close()
            raise

    def close(self) -> None:
        """Let go of the connections; closing twice is no error."""
        with suppress(EngineError), failures_said(self.address):
            within(_CONNECTING, self._driver.close)

    def server(self) -> str:
        """Return the server's name and version: ``Neo4j/5.26.30``."""
        return self._guarded(self._patience.margin, self._driver.get_server_info).agent

    def read(self, work: Callable[[Transaction], Result]) -> Result:
        """Do `work` in a read transaction, again where the driver says that it may help."""
        return self._managed(neo4j.READ_ACCESS, self._patience.question, work)

    def write(self, work: Callable[[Transaction], Result]) -> Result:
        """Do `work` in a write transaction, again where the driver says that it may help."""
        return self._managed(neo4j.WRITE_ACCESS, self._patience.writing, work)

    def alter_schema(self, name: str) -> None:
        """Run a statement of ``cypher/schema/``, in a transaction of its own."""
        self.write(lambda transaction: transaction.run(name, {}))

    def _managed(
        self, access: str, seconds: float, work: Callable[[Transaction], Result]
    ) -> Result:
        @neo4j.unit_of_work(timeout=seconds, metadata={"app": _AGENT})
        def unit(driven: neo4j.ManagedTransaction) -> Result:
            return work(Transaction(driven))

        def run() -> Result:
            with self._session(access) as session:
                reading = access == neo4j.READ_ACCESS
                return session.execute_read(unit) if reading else session.execute_write(unit)

        return self._guarded(seconds + self._patience.retrying + self._patience.margin, run)

    def _session(self, access: str) -> neo4j.Session:
        return self._driver.session(
            database=self._name, default_access_mode=access, bookmark_manager=self._bookmarks
        )

    def _guarded(self, seconds: float, work: Callable[[], Result]) -> Result:
        with failures_said(self.address):
            return within(seconds, work)


def _credentials() -> tuple[str, str] | None:
    password = os.environ.get("NEO4J_PASSWORD")
    user = os.environ.get("NEO4J_USERNAME") or os.environ.get("NEO4J_USER") or "neo4j"
    return (user, password) if password else None


def _checked(address: str) -> str:
    try:
        parts = urlsplit(address)
        _ = parts.port
    except ValueError:
        raise UsageError(_no_address(parts_of=address.rpartition("@")[2])) from None
    if "@" in parts.netloc:
        raise UsageError(
            message(
                "no user or password in an address: set NEO4J_USERNAME and NEO4J_PASSWORD instead"
            )
        )
    if not parts.hostname or parts.path not in ("", "/") or parts.query or parts.fragment:
        raise UsageError(_no_address(parts_of=address))
    return f"{parts.scheme.lower()}://{parts.netloc}"


def _no_address(parts_of: str) -> Any:
    return message(
        "`{address}` is no address of a Neo4j: write it like neo4j://host:7687, and name a database "
        "with NEO4J_DATABASE",
        address=parts_of,
    )
