"""Findings in every format: for terminals, programs, people with spreadsheets, and CI."""

from __future__ import annotations

from typing import TYPE_CHECKING

from graphauth.render.formats import FINDING_FORMATS
from graphauth.render.output import format_for, opened, write_object, write_sheet, write_text

if TYPE_CHECKING:
    from pathlib import Path

    from graphauth.i18n import Translator
    from graphauth.questions.lint import Report
    from graphauth.rules.finding import Severity


def write_findings(
    report: Report,
    skipped: int,
    version: str,
    fail_on: Severity,
    output: Path | None,
    asked: str | None,
    say: Translator,
) -> None:
    """Write findings in the format asked for, to a file or to standard output.

    Parameters
    ----------
    skipped
        Rows of the data that were left out because of errors.
    version
        Of graphauth, for SARIF.
    fail_on
        From which severity on a finding fails its case in JUnit.
    """
    match format_for(output, asked, FINDING_FORMATS):
        case "table":
            from graphauth.render.findings.text import findings_text

            write_text(findings_text(report, say), output)
        case "json":
            write_object(report, skipped, output, say)
        case "sarif":
            from graphauth.render.findings.sarif import sarif_text

            write_text(sarif_text(report, skipped, version, say), output)
        case "junit":
            from graphauth.render.findings.junit import junit_text

            write_text(junit_text(report, fail_on, say), output)
        case "markdown":
            from graphauth.render.findings.markdown import markdown_text

            write_text(markdown_text(report, say), output)
        case "xlsx":
            from graphauth.render.findings.workbook import workbook_bytes

            with opened(output) as out:
                out.write(workbook_bytes(report, say))
        case other:
            from graphauth.render.findings.rows import finding_sheet

            write_sheet(finding_sheet(report, skipped, say), output, other, say)
