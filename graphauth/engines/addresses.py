"""Addresses of databases, told apart from files; nothing here loads a driver."""

from __future__ import annotations

import re
from typing import Final

SCHEMES: Final = ("neo4j", "neo4j+s", "neo4j+ssc", "bolt", "bolt+s", "bolt+ssc")
_ADDRESS: Final = re.compile(rf"({'|'.join(map(re.escape, SCHEMES))})://", re.IGNORECASE)


def is_address(source: str) -> bool:
    """Whether a data source is the address of a Neo4j, rather than a path.

    Examples
    --------
    >>> is_address("neo4j+s://x.databases.neo4j.io"), is_address("fixtures/gavleborg")
    (True, False)
    """
    return _ADDRESS.match(source) is not None
