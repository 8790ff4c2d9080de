"""Showing rows: what the commands do alike."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from graphauth.access import Access
    from graphauth.cli.options import Call
    from graphauth.model.answer import TicketRow
    from graphauth.render.sheet import Sheet


def show_tickets(call: Call, access: Access, rows: Iterable[TicketRow], **asked: object) -> int:
    """Write tickets in the format asked for, and return the exit status."""
    from graphauth.render.sheets import ticket_sheet

    sheet = ticket_sheet(rows, access.engine, call.day.toordinal(), call.question(**asked))
    return show(call, access, sheet)


def show(call: Call, access: Access, sheet: Sheet) -> int:
    """Write a sheet, complete or not as the data is, and return the exit status."""
    from graphauth.render.output import write_sheet

    sheet = replace(sheet, skipped=access.skipped)
    write_sheet(sheet, call.output, call.format, call.say)
    return call.status(access)
