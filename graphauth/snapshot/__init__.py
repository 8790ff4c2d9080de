"""Snapshot files: a data set and what an engine made of it, mapped instead of read.

A snapshot is opened without being read: what a question touches is verified and decoded when it is
touched. `graphauth/snapshot/container.py` says how the bytes lie.
"""

from graphauth.snapshot.container import is_snapshot
from graphauth.snapshot.reading import Snapshot, open_snapshot
from graphauth.snapshot.writing import SUFFIX, write_snapshot

__all__ = ["SUFFIX", "Snapshot", "is_snapshot", "open_snapshot", "write_snapshot"]
