"""``graphauth lint``: what is inconsistent, why it matters, and who can put it right."""

from __future__ import annotations

from typing import TYPE_CHECKING

from graphauth.cli.options import command

if TYPE_CHECKING:
    from graphauth.cli.options import Call
    from graphauth.questions.lint import Report


@command()
def lint_command(call: Call) -> int:
    """Show what is inconsistent in the data, why it matters, and who can put it right.

    Exits 1 where there are findings.
    """
    from graphauth.questions.lint import lint

    access = call.open()
    report = lint(access.engine, call.system, call.day.toordinal())
    _show(call, report, access.skipped)
    return call.status(access) or int(bool(report.findings))


def _show(call: Call, report: Report, skipped: int) -> None:
    from dataclasses import replace

    from graphauth.render.findings import finding_sheet, findings_text
    from graphauth.render.output import format_for, write_object, write_sheet, write_text

    kind = format_for(call.output, call.format)
    if kind == "table":
        write_text(findings_text(report, call.say), call.output)
    elif kind == "json":
        write_object(report, skipped, call.output, call.say)
    else:
        sheet = replace(finding_sheet(report, call.question(), call.say), skipped=skipped)
        write_sheet(sheet, call.output, call.format, call.say)


command = lint_command
