"""``graphauth neo4j``: a data set into a Neo4j, kept up to date there, and looked at."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, Final

import click

from graphauth.cli.options import command
from graphauth.engines.addresses import is_address
from graphauth.errors import UsageError
from graphauth.i18n import N_, message

if TYPE_CHECKING:
    from collections.abc import Iterable

    from graphauth.cli.options import Call
    from graphauth.model.dataset import DataSet

_URI: Final = "NEO4J_URI"


@command(
    click.argument("action", type=click.Choice(["load", "sync", "status"])),
    click.argument("places", nargs=-1, metavar="[ADDRESS] [DATA]..."),
    click.option(
        "--dry-run", is_flag=True, help=N_("Show what would be written, and write nothing.")
    ),
    click.option(
        "--anew",
        is_flag=True,
        help=N_("Empty the database first, where it holds nothing but graphauth's own (load)."),
    ),
)
def neo4j_command(
    call: Call, action: str, places: tuple[str, ...], *, dry_run: bool, anew: bool
) -> int:
    """Put a data set into a Neo4j, keep it up to date there, or look at what is there.

    load writes the data into an empty database; one that died goes on where it was. sync writes
    only what differs, all at once or not at all. status shows what is published, and where data is
    named, what differs from it.

    ADDRESS is neo4j://HOST or bolt://HOST, or NEO4J_URI; DATA may also be named with -d. User and
    password stand in NEO4J_USERNAME and NEO4J_PASSWORD.
    """
    call.require_format()
    address, data = _sorted_out((*call.data, *places))
    _require_fitting(action, dry_run=dry_run, anew=anew)
    if action != "status" and not data:
        raise UsageError(message("which data? name it with -d FOLDER, or set GRAPHAUTH_DATA"))
    dataset = _read(call, data) if data else None
    from graphauth.cli import neo4j_actions
    from graphauth.engines.neo4j.connection import Database

    database = Database(address)
    try:
        if action == "load" and dataset is not None:
            return neo4j_actions.load(call, database, dataset, anew=anew, dry_run=dry_run)
        if action == "sync" and dataset is not None:
            return neo4j_actions.sync(call, database, dataset, dry_run=dry_run)
        return neo4j_actions.status(call, database, dataset)
    finally:
        database.close()


def _sorted_out(named: Iterable[str]) -> tuple[str, list[str]]:
    """Return the database and the data that were named, in whatever order."""
    given = list(dict.fromkeys(named))
    addresses = [one for one in given if is_address(one)]
    if not addresses and os.environ.get(_URI):
        addresses = [os.environ[_URI]]
    if len(addresses) != 1:
        raise UsageError(message("which database? name one: neo4j://HOST, or set NEO4J_URI"))
    return addresses[0], [one for one in given if not is_address(one)]


def _require_fitting(action: str, *, dry_run: bool, anew: bool) -> None:
    if anew and action != "load":
        raise UsageError(message("--anew goes with load only"))
    if dry_run and action == "status":
        raise UsageError(message("status writes nothing: leave --dry-run out"))


def _read(call: Call, data: list[str]) -> DataSet:
    from graphauth.access import dataset_of, paths_of

    with call.reading() as progress:
        return dataset_of(paths_of(data), skip_invalid=call.skip_invalid, progress=progress)


command = neo4j_command
