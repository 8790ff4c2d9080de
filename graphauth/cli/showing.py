"""Showing tickets: what three commands do alike."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from graphauth.access import Access
    from graphauth.cli.options import Call
    from graphauth.model.answer import TicketRow


def show_tickets(call: Call, access: Access, rows: Iterable[TicketRow], **asked: object) -> int:
    """Write tickets in the format asked for, and return the exit status."""
    from graphauth.render.output import write_sheet
    from graphauth.render.sheets import ticket_sheet

    sheet = ticket_sheet(rows, access.engine, call.day.toordinal(), call.question(**asked))
    sheet = replace(sheet, skipped=access.skipped)
    write_sheet(sheet, call.output, call.format, call.say)
    return call.status(access)
