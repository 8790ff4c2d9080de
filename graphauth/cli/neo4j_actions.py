"""What ``graphauth neo4j`` does once it knows the database and the data, and how it shows it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from graphauth.i18n import N_, message
from graphauth.render.sheet import Sheet

if TYPE_CHECKING:
    from collections.abc import Sequence

    from graphauth.cli.options import Call
    from graphauth.engines.neo4j.connection import Database
    from graphauth.engines.neo4j.differences import Count
    from graphauth.engines.neo4j.state import State
    from graphauth.model.dataset import DataSet
    from graphauth.render.sheet import Cell

_COLUMNS: Final = ("kind", "added", "changed", "removed", "moved")


def load(call: Call, database: Database, dataset: DataSet, *, anew: bool, dry_run: bool) -> int:
    """Load the data set and say how much it was; with `dry_run`, say only how much it would be."""
    from graphauth.engines.neo4j import loading

    if dry_run:
        rows = loading.prepare(database, dataset, anew=anew)
        call.remark(message("{rows} nodes and relationships would be written", rows=rows))
        return _complete(dataset)
    with call.progress(message("loading")) as progress:
        rows = loading.load(database, dataset, anew=anew, progress=progress)
    call.remark(message("loaded and published: {rows} nodes and relationships", rows=rows))
    return _complete(dataset)


def sync(call: Call, database: Database, dataset: DataSet, *, dry_run: bool) -> int:
    """Write what differs, and show it; with `dry_run`, only show it."""
    from graphauth.engines.neo4j import syncing

    with call.progress(message("writing")) as progress:
        found = syncing.sync(database, dataset, dry_run=dry_run, progress=progress)
    asked: dict[str, object] = {"address": database.address, "dry_run": dry_run}
    _show_differences(call, found.counts(), asked)
    said = N_("{rows} would be written") if dry_run else N_("{rows} written")
    call.remark(
        message("nothing differs") if not found.total() else message(said, rows=found.total())
    )
    return _complete(dataset)


def status(call: Call, database: Database, dataset: DataSet | None) -> int:
    """Show what the database holds, and what differs from the data set where one is named."""
    from graphauth.engines.neo4j.contents import count
    from graphauth.engines.neo4j.state import read_state

    state = database.read(read_state)
    contents = database.read(count)
    rows: list[Sequence[Cell]] = [("server", database.server()), *_of_state(state)]
    rows += [*contents.labels.items(), *contents.types.items()]
    rows.append(("foreign", contents.is_foreign))
    rows = [(what, str(value)) for what, value in rows]
    if dataset is None:
        _show(call, Sheet("status", ("what", "value"), rows, {"address": database.address}))
        return 0
    from graphauth.engines.neo4j.syncing import compare

    _, found = compare(database, dataset)
    _show_differences(call, found.counts(), {"address": database.address, **_asked(state)})
    call.remark(
        message("what differs from the data: {rows}", rows=found.total())
        if found.total()
        else message("nothing differs")
    )
    return _complete(dataset)


def _of_state(state: State) -> list[Sequence[Cell]]:
    from graphauth.engines.neo4j.state import SCHEMA_VERSION

    return [
        ("schema", SCHEMA_VERSION),
        ("state", state.stage.value),
        ("version", state.version),
        ("skipped", state.skipped),
        ("fingerprint", state.fingerprint),
    ]


def _asked(state: State) -> dict[str, object]:
    return {"state": state.stage.value, "version": state.version}


def _show_differences(call: Call, counts: Sequence[Count], asked: dict[str, object]) -> None:
    _show(call, Sheet("differences", _COLUMNS, counts, asked))


def _show(call: Call, sheet: Sheet) -> None:
    from graphauth.render.output import write_sheet

    write_sheet(sheet, call.output, call.format, call.say)


def _complete(dataset: DataSet) -> int:
    return 5 if dataset.skipped else 0
