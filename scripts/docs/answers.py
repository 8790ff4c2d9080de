"""The reference of the answers: columns, formats, exit codes."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from graphauth.cli import validate_command
from graphauth.render.explanation import CONDITION_COLUMNS
from graphauth.render.findings.rows import FINDING_COLUMNS
from graphauth.render.sheets import (
    CHECK_COLUMNS,
    COVERAGE_COLUMNS,
    FORECAST_COLUMNS,
    TICKET_COLUMNS,
)

if TYPE_CHECKING:
    from collections.abc import Mapping

_INTRODUCTION: Final = """\
# The answers

<!-- written by `make docs` from scripts/docs/answers.py; a column without words here is an error -->

Every command answers as a table, whether a person or a pipe reads it, unless `-f` says otherwise or
the ending of the file after `-o` does: `json`, `jsonl`, `csv`, `xlsx`, `parquet` (which needs
`graphauth[parquet]`). A file is written whole or not at all. Answers go to standard output; progress
and remarks go to standard error.

A table adds names and translates its headings; it is for people. The other formats have the columns
below, in English whatever the language, and rows in a fixed order. A blank cell in `csv` is `""` in
`json` where it is text, `null` where it is not.

`json` is one object: `version`, what was asked, `complete`, and the rows. Where rows with errors were
left out (`--skip-invalid`), `complete` is false, `incomplete_because` says why, and the exit code is
5 in every format. Its schemas: [schemas/](schemas/).
"""
_ROLE_COLUMN: Final = "the role; blank where the system has none"
_SHEETS: Final[Mapping[str, tuple[tuple[str, ...], str, Mapping[str, str]]]] = {
    "matrix, tickets, who": (
        TICKET_COLUMNS,
        "One row for each employee, unit and role, sorted by these in byte order of UTF-8.",
        {
            "employee_id": "who can log in",
            "unit_id": "where",
            "role_id": "as what; blank where the system has no roles",
            "vo_id": "the first supporting VO in byte order",
            "specialty_id": "the role's specialty",
            "profession_id": "the role's profession",
            "capability_id": "the role's capability; blank where it has none",
            "valid_until": "the last day of the unbroken run of days on which it holds; blank: without end",
        },
    ),
    "coverage": (
        COVERAGE_COLUMNS,
        "One row for each valid unit and role that it validly offers, registered or not, sorted by "
        "unit and role. *Unstaffed* is `holders` 0.",
        {
            "unit_id": "the unit",
            "role_id": "the role",
            "vo_id": "the first valid owner of the unit in byte order; blank: none is valid",
            "holders": "valid employees with a valid grant of the role",
            "able": "those who have a ticket for it at this unit; 0 where the system has no roles",
        },
    ),
    "expiring": (
        FORECAST_COLUMNS,
        "Tickets first, in the order of the matrix; then unit-roles, sorted by unit and role. With "
        "`--within N` at day D, what ends on one of the days D to D + N is here, both counted in.",
        {
            "kind": "`ticket`, or `unstaffed`: a role that somebody holds at D, and then nobody",
            "ends": "the ticket's last day; for a unit-role the day before the first one unstaffed",
            "employee_id": "whose ticket; blank for a unit-role",
            "unit_id": "the unit",
            "role_id": _ROLE_COLUMN,
            "vo_id": "as in the matrix and the coverage",
            "holders": "for a unit-role: how many hold it at D",
        },
    ),
    "check": (
        CHECK_COLUMNS,
        "One row; with `--batch` one for each line of the file, in its order. `-f json` of a single "
        "check carries the conditions that decided it.",
        {
            "employee_id": "as asked",
            "unit_id": "as asked",
            "role_id": "as asked",
            "decision": "`true` or `false`; blank in a batch where the line names an id that is not declared",
        },
    ),
    "why": (
        CONDITION_COLUMNS,
        "As `csv` and the like: one row for each condition of each path (of a yes) or attempt (of a "
        "no), the nearest attempt first. `-f json` holds the whole explanation.",
        {
            "path": "the number of the path or attempt, from 1",
            "assignment_id": "the assignment it goes through; blank: there is none",
            "vo_id": "the VO where the assignment is granted",
            "role_id": "the role; blank where several are tried, or the system has none",
            "clause": "the number of the clause in the definition of a ticket, 1 to 5",
            "condition": "which condition: `employee_valid`, `member`, …",
            "holds": "whether it holds",
            "said": "the condition in words, in the language asked for",
            "found": "where it doesn't hold: what was found in its place",
            "valid_from": "first day of the period it holds in; blank: open",
            "valid_to": "last day of the period; blank: open",
            "places": "the rows that say so, `FILE:ROW`, separated by `|`",
        },
    ),
    "lint": (
        FINDING_COLUMNS,
        "One row for each finding, in the order of the rules' codes and then of the ids. `xlsx` has a "
        "sheet for each who may put findings right; `sarif`, `junit` and `markdown` are forms of "
        "their own; `-f json` also holds the path that witnesses a finding, every place, and how each "
        "rule came out (`found` of `population`).",
        {
            "rule": "the code of the [rule](rules/README.md)",
            "name": "the rule's name in words",
            "severity": "`error`, `warning` or `info`",
            "message": "what is wrong, in the language asked for",
            "fix": "how it is put right",
            "fixer": "by whom: `nearest-manager`, `it-support`, `catalogue-owner`, `vo-head`, "
            "`e-health-developer`, `hsa-administrator` or `hr`",
            "nodes": "what it is about, `Label:id`, separated by a vertical bar, the culprit first",
            "file": "the file of the first row that says so",
            "row": "that row's line",
            "starts": "with `--within`: the first day on which it will be so; blank: it is so",
            "fingerprint": "the same for as long as the rule finds the same about the same ids",
        },
    ),
    "validate": (
        validate_command.COLUMNS,
        "Errors in reading order, then remarks. As a table, an error is `FILE:ROW:COLUMN CODE message`.",
        {
            "severity": "`error` (the data is refused) or `remark`",
            "file": "the file; `FILE!SHEET` in a workbook",
            "row": "the line where the record starts, the header is 1; blank or 0: the whole file",
            "column": "the canonical name of the column; blank: the whole row",
            "code": "what kind of error or remark",
            "message": "what is wrong and what to do, in the language asked for",
        },
    ),
}
_EXIT_CODES: Final = """\
## Exit codes

| code | means |
|---|---|
| 0 | yes; an answer, empty or not; data without errors; a closed pipe |
| 1 | the "no" of `check` or `why`; findings of `lint` at or above `--fail-on` |
| 2 | the question is wrong: an unknown option, something that is no day, a role where the system has none |
| 3 | the data has errors, or an id in the question is not declared |
| 4 | an engine, a file or graphauth itself failed (`GRAPHAUTH_DEBUG=1` shows where) |
| 5 | the answer is incomplete: rows with errors were left out |
| 130 | interrupted |

`--exit-zero` turns 1 and 5 into 0. A batch exits 0 whatever its decisions, and 3 where one of its
lines names an id that is not declared; every other line is answered all the same.
"""


def page() -> str:
    """Return the page."""
    return "\n".join([_INTRODUCTION, *map(_section, _SHEETS), _EXIT_CODES])


def _section(name: str) -> str:
    columns, sentence, words = _SHEETS[name]
    rows = [f"| `{column}` | {words[column]} |" for column in columns]
    return "\n".join(
        [f"## {name}", "", sentence, "", "| column | what it holds |", "|---|---|", *rows, ""]
    )
