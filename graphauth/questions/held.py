"""Questions about everything: asked of columns in memory, wherever the data is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from graphauth.engines.base import ReadsBack
from graphauth.engines.compiled.engine import CompiledEngine

if TYPE_CHECKING:
    from graphauth.engines.base import Engine


def held(engine: Engine) -> Engine:
    """Return an engine that holds its data: the same, or one over what it has read back.

    A question that looks at every row on many days, or by many rules, is answered sooner by
    reading each row once than by asking a database for each day and each rule.
    """
    return CompiledEngine(engine.whole()) if isinstance(engine, ReadsBack) else engine
