"""What the driver raises, said as graphauth's errors."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING

from neo4j.exceptions import (
    AuthError,
    ConfigurationError,
    DriverError,
    Neo4jError,
    ServiceUnavailable,
    SessionExpired,
)

from graphauth.errors import BackendUnavailableError, EngineError
from graphauth.i18n import message

if TYPE_CHECKING:
    from collections.abc import Iterator

    from graphauth.i18n import Message

_TIMED_OUT = ("TransactionTimedOut", "TransactionTimedOutClientConfiguration")
_WITHOUT_PERMISSION = ("Forbidden", "AccessMode")


@contextmanager
def failures_said(address: str) -> Iterator[None]:
    """Raise graphauth's errors for those of the driver.

    Raises
    ------
    BackendUnavailableError
        When the database can't be reached, refuses the credentials, or went away.
    EngineError
        When it refuses or fails in any other way.
    """
    try:
        yield
    except AuthError as error:
        raise BackendUnavailableError(_refused(address)) from error
    except (ServiceUnavailable, SessionExpired, ConnectionError) as error:
        raise BackendUnavailableError(
            message("Neo4j at `{address}` can't be reached, or went away", address=address)
        ) from error
    except Neo4jError as error:
        raise _said(error, address) from error
    except (DriverError, ConfigurationError, OSError, ValueError) as error:
        said = message(
            "Neo4j at `{address}` failed: {reason}", address=address, reason=type(error).__name__
        )
        raise EngineError(said) from error


def _refused(address: str) -> Message:
    return message(
        "Neo4j at `{address}` refuses the credentials; set NEO4J_USERNAME and NEO4J_PASSWORD",
        address=address,
    )


def _said(error: Neo4jError, address: str) -> EngineError:
    code = error.code or type(error).__name__
    if code.rpartition(".")[2] in _TIMED_OUT:
        return EngineError(
            message("Neo4j at `{address}` took too long and stopped the question", address=address)
        )
    if code.rpartition(".")[2] in _WITHOUT_PERMISSION:
        return EngineError(
            message("Neo4j at `{address}` lets this user read, not write", address=address)
        )
    if code.endswith("DatabaseNotFound"):
        return BackendUnavailableError(
            message("Neo4j at `{address}` has no such database: {code}", address=address, code=code)
        )
    return EngineError(
        message("Neo4j at `{address}` failed: {reason}", address=address, reason=code)
    )
