"""The reference engine: the definition, written out as path queries over a networkx graph."""

from graphauth.engines.reference.engine import ReferenceEngine

__all__ = ["ReferenceEngine"]
