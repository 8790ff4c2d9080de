"""The compiled engine: the relations as sorted integer arrays with day intervals, any day at once."""

from graphauth.engines.compiled.engine import CompiledEngine

__all__ = ["CompiledEngine"]
