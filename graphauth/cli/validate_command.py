"""``graphauth validate``: data judged, without asking anything of it."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from graphauth.cli.options import command
from graphauth.i18n import N_, message

if TYPE_CHECKING:
    from graphauth.cli.options import Call
    from graphauth.i18n import Message
    from graphauth.importing import Reading

COLUMNS = ("severity", "file", "row", "column", "code", "message")


@command(
    click.option(
        "--rejected",
        metavar="DIR",
        type=click.Path(file_okay=False, path_type=Path),
        help=N_("Write the rejected rows there, as CSV that can be mended and read again."),
    )
)
def validate_command(call: Call, rejected: Path | None) -> int:
    """Judge data without asking anything of it: every error, in one pass, and remarks.

    Exits 3 where there are errors; remarks (unknown columns, personnummer dropped) are no errors.
    """
    from graphauth.access import snapshot_among
    from graphauth.importing import Reading, judge, write_rejected

    call.require_format()
    snapshot = snapshot_among(call.sources())
    if snapshot is not None:
        snapshot.verify()
        for name in snapshot.changed_sources():
            call.remark(message("`{file}` has changed since this was compiled", file=name))
        _show(call, Reading(snapshot.dataset, (), ()))
        return 0
    with call.reading() as progress:
        reading = judge(call.sources(), progress=progress)
    if rejected is not None and reading.rejected:
        write_rejected(reading.rejected, rejected)
    _show(call, reading)
    return 3 if reading.errors else 0


def _show(call: Call, reading: Reading) -> None:
    from graphauth.model.dataset import RemarkKind
    from graphauth.render.output import format_for, write_sheet, write_text
    from graphauth.render.plain import on_one_line
    from graphauth.render.remarks import remark_text
    from graphauth.render.sheet import Sheet

    every = reading.dataset.remarks if reading.dataset else ()
    remarks = [one for one in every if one.kind is not RemarkKind.ROW_SKIPPED]
    if format_for(call.output, call.format) == "table":
        lines = [call.say(one.line()) for one in reading.errors]
        lines += [call.say(remark_text(one)) for one in remarks]
        lines.append(call.say(_summary(reading)))
        write_text("".join(f"{on_one_line(line)}\n" for line in lines), call.output)
        return
    errors = [
        ("error", one.file, one.row, one.column, one.code, call.say(one.said))
        for one in reading.errors
    ]
    told = [
        ("remark", *one.place, one.column, one.kind.value, call.say(remark_text(one)))
        for one in remarks
    ]
    sheet = Sheet("problems", COLUMNS, [*errors, *told], {"valid": not reading.errors})
    write_sheet(sheet, call.output, call.format, call.say)


def _summary(reading: Reading) -> Message:
    if reading.errors:
        return message("the data set is refused; errors: {count}", count=len(reading.errors))
    tables = reading.dataset.tables if reading.dataset else {}
    rows = sum(map(len, tables.values()))
    return message("the data set is sound: {rows} rows", rows=rows)


command = validate_command
