"""Which Neo4j the tests run, and what differs between its two lines.

``GRAPHAUTH_NEO4J_VERSION`` names another version than the usual one, such as ``2026.08.1``. From 2025
on a Neo4j needs Java 21 or later: ``JAVA_HOME`` names one where ``java`` on the path is older.
"""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path
from typing import Final

USUAL: Final = "5.26.30"
"""The newest of the line with long support; CI runs this one."""
_BOTH: Final = """\
server.default_listen_address=127.0.0.1
server.bolt.enabled=true
server.bolt.listen_address=127.0.0.1:{port}
server.bolt.advertised_address=127.0.0.1:{port}
server.http.enabled=false
server.https.enabled=false
dbms.security.auth_enabled=true
dbms.usage_report.enabled=false
server.memory.pagecache.size=64m
dbms.cypher.min_replan_interval=600s
"""


@dataclass(frozen=True)
class Release:
    """One version of Neo4j Community.

    Attributes
    ----------
    version
        As Maven Central names it.
    main
        The class that starts it.
    settings
        Its ``neo4j.conf``, with ``{port}`` where the port goes; a key that it doesn't know ends it.
    """

    version: str
    main: str
    settings: str


def release() -> Release:
    """Return the version that the environment names, or else the usual one."""
    version = os.environ.get("GRAPHAUTH_NEO4J_VERSION") or USUAL
    return _long_term(version) if version.startswith("5.") else _by_date(version)


def java() -> str:
    """Return the Java that runs it: ``JAVA_HOME``'s, or else the one on the path."""
    home = os.environ.get("JAVA_HOME")
    return str(Path(home, "bin", "java")) if home else "java"


def _long_term(version: str) -> Release:
    own = "internal.dbms.bolt.netty_server_shutdown_quiet_period=0\n"
    return Release(version, "org.neo4j.server.CommunityEntryPoint", _BOTH + own)


def _by_date(version: str) -> Release:
    own = """\
internal.dbms.bolt.netty_server_shutdown_quiet_period_duration=0
server.fleet_discovery.enabled=false
dbms.fleet_manager.enabled=false
"""
    return Release(version, "org.neo4j.server.Neo4jCommunity", _BOTH + own)
