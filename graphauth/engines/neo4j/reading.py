"""Questions that never see half a data set: each is checked by the version it was asked at."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING, Final

from graphauth.engines.neo4j.state import EMPTY, Stage, State, read_state, require_published
from graphauth.errors import EngineError
from graphauth.i18n import message

if TYPE_CHECKING:
    from graphauth.engines.neo4j.connection import Database, Row, Transaction
    from graphauth.engines.neo4j.statements import Question

_PATIENCE: Final = 60.0
_DEAD_AFTER: Final = 5.0
_PAUSE: Final = 0.05


class Reader:
    """Asks, and asks again where a sync was applied in between (decision 0006)."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self._state = EMPTY

    def state(self) -> State:
        """Return the state as it was last seen; the first call reads it.

        Raises
        ------
        EngineError
            When nothing is published.
        """
        if self._state.stage is not Stage.PUBLISHED:
            self._state = self._settled()
        return self._state

    def refresh(self) -> State:
        """Return the state, read anew."""
        self._state = self._settled()
        return self._state

    def ask(self, *questions: Question) -> tuple[State, list[list[Row]]]:
        """Return what data set was asked, and the rows of each question.

        Raises
        ------
        EngineError
            When nothing is published, or syncs come too fast for any answer.
        """
        until = time.monotonic() + _PATIENCE
        while time.monotonic() < until:
            before = self.state()
            rows, after = self._database.read(lambda transaction: _asked(transaction, questions))
            if after == before:
                return before, rows
            self._state = after
        raise EngineError(message("the data set changes faster than it can be read; try again"))

    def ask_at(self, state: State, asked: Question) -> list[Row]:
        """Return the rows of a question that goes on with an answer begun at a state.

        Raises
        ------
        EngineError
            When another data set is published there now.
        """
        seen, (rows,) = self.ask(asked)
        if seen != state:
            raise EngineError(message("the data set has changed in mid-answer; ask again"))
        return rows

    def _settled(self) -> State:
        """Return the state once no sync is being applied; mend that of a sync that died."""
        began = time.monotonic()
        while time.monotonic() - began < _PATIENCE:
            state = self._database.read(read_state)
            if state.stage is not Stage.SYNCING:
                require_published(state)
                return state
            if time.monotonic() - began > _DEAD_AFTER:
                self._database.write(recover)
            time.sleep(_PAUSE)
        raise EngineError(message("a sync is being applied and takes too long; try again later"))


def recover(transaction: Transaction, writer: str | None = None) -> None:
    """Publish what a sync has left, whole as it is; one that is being applied is waited for.

    Parameters
    ----------
    writer
        The sync that is meant; None for any.
    """
    transaction.run("load/recover_sync", {"writer": writer})


def _asked(
    transaction: Transaction, questions: tuple[Question, ...]
) -> tuple[list[list[Row]], State]:
    return [transaction.ask(one) for one in questions], read_state(transaction)
