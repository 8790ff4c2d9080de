"""Remarks on reading, in words."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from graphauth.i18n import N_, message
from graphauth.model.dataset import RemarkKind

if TYPE_CHECKING:
    from graphauth.i18n import Message
    from graphauth.model.dataset import Remark

_TEXTS: Final = {
    RemarkKind.UNKNOWN_COLUMN: N_("{place}: column `{column}` is not known and was not read"),
    RemarkKind.OTHER_FILE: N_("{place}: the file is no table and was not read"),
    RemarkKind.DIFFERING_ROW: N_(
        "{place}: `{subject}` stands here with other values; the first row counts"
    ),
    RemarkKind.REPEATED_ROW: N_("{place}: `{subject}` is repeated"),
    RemarkKind.UNKNOWN_CHOICE: N_("{place}: `{subject}` is no known value of {column}"),
    RemarkKind.PERSONNUMMER_DROPPED: N_("{place}: {count} personnummer dropped from {column}"),
    RemarkKind.PROTECTED_NAMES_DROPPED: N_(
        "{place}: the names in {count} rows of protected employees were dropped"
    ),
    RemarkKind.ROW_SKIPPED: N_("{place}: the row was left out because of its errors"),
    RemarkKind.TWO_PEOPLE: N_("{place}: `{subject}` belongs to two people"),
    RemarkKind.TWO_OWNERS: N_("{place}: `{subject}` stands under two VOs"),
    RemarkKind.SUB_UNIT: N_("{place}: `{subject}` points at a sub-unit and was limited to it"),
}


def remark_text(remark: Remark) -> Message:
    """Return a remark in words."""
    return message(
        _TEXTS[remark.kind],
        place=remark.place,
        column=remark.column,
        subject=remark.subject,
        count=remark.count,
    )
