"""``graphauth lint``: what is inconsistent, why it matters, and who can put it right."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from graphauth import __version__
from graphauth.cli.lint_options import OPTIONS, lint_call
from graphauth.cli.options import command
from graphauth.i18n import message
from graphauth.render.formats import FINDING_FORMATS

if TYPE_CHECKING:
    from pathlib import Path

    from graphauth.cli.lint_options import LintCall
    from graphauth.cli.options import Call
    from graphauth.questions.lint import Report


@command(*OPTIONS, formats=FINDING_FORMATS)
def lint_command(call: Call, **given: Any) -> int:
    """Show what is inconsistent in the data, why it matters, and who can put it right.

    Exits 1 where there are findings at or above --fail-on. A configuration table may say what the
    options leave open: [lint] in graphauth.toml, or [tool.graphauth.lint] in pyproject.toml.
    """
    from graphauth.questions.lint import lint
    from graphauth.render.findings import write_findings

    if given["explain"]:
        return _explain(call, given["explain"])
    asked = lint_call(given)
    if given["listing"]:
        return _list(call, asked)
    access = call.open()
    with call.progress(message("checking")) as tell:
        report = lint(access.engine, call.system, call.day.toordinal(), asked.asked, tell)
    if given["write_baseline"] and asked.baseline is not None:
        return _accept(call, report, asked.baseline) or call.status(access)
    if report.gone:
        call.remark(
            message(
                "{count} findings of the baseline are found no more: write it anew",
                count=report.gone,
            )
        )
    write_findings(
        report, access.skipped, __version__, asked.fail_on, call.output, call.format, call.say
    )
    return call.status(access) or int(report.fails(asked.fail_on))


def _accept(call: Call, report: Report, baseline: Path) -> int:
    from graphauth.questions.lint_baseline import baseline_text
    from graphauth.render.output import write_text

    write_text(baseline_text(report.findings), baseline)
    call.remark(message("findings accepted: {count}", count=len(report.findings)))
    return 0


def _list(call: Call, asked: LintCall) -> int:
    from graphauth.render.output import write_sheet
    from graphauth.render.rules import rule_sheet

    write_sheet(rule_sheet(asked.asked.rules or (), call.say), call.output, call.format, call.say)
    return 0


def _explain(call: Call, word: str) -> int:
    from graphauth.questions.lint_rules import topic_asked
    from graphauth.render.output import write_text
    from graphauth.render.rules import rule_text

    write_text(rule_text(topic_asked(word), call.say), call.output)
    return 0


command = lint_command
