"""What ``lint`` is asked: its options, and the configuration table beneath them."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

import click

from graphauth.errors import UsageError
from graphauth.i18n import N_, message

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from graphauth.questions.lint import Asked
    from graphauth.rules.finding import Severity

_SEVERITY: Final = click.Choice(["error", "warning", "info"])

OPTIONS: Final[tuple[Callable[[Any], Any], ...]] = (
    click.option(
        "--select",
        multiple=True,
        metavar="RULES",
        help=N_("Only these rules: codes, their beginnings, categories or names, with commas."),
    ),
    click.option("--ignore", multiple=True, metavar="RULES", help=N_("Not these rules.")),
    click.option("--severity", type=_SEVERITY, help=N_("Show findings from this severity on.")),
    click.option(
        "--fail-on", type=_SEVERITY, help=N_("Exit 1 from this severity on; info if not given.")
    ),
    click.option(
        "--vo",
        multiple=True,
        metavar="ID",
        help=N_("Only findings about what belongs to these VOs."),
    ),
    click.option(
        "--unit",
        multiple=True,
        metavar="ID",
        help=N_("Only findings about what belongs to these units."),
    ),
    click.option(
        "--within",
        type=click.IntRange(min=0, max=3660),
        default=0,
        metavar="DAYS",
        help=N_("Also what becomes a finding within so many days, if nobody acts."),
    ),
    click.option(
        "--profile",
        type=click.Choice(["test-data"]),
        help=N_("test-data leaves out the rules about what ids look like."),
    ),
    click.option(
        "--set",
        "limits",
        multiple=True,
        metavar="RULE.NAME=NUMBER",
        help=N_("A limit of a rule: GA206.days=400."),
    ),
    click.option(
        "--baseline",
        type=click.Path(dir_okay=False, path_type=Path),
        metavar="FILE",
        help=N_("Findings that are accepted: only others are shown."),
    ),
    click.option(
        "--write-baseline",
        is_flag=True,
        help=N_("Accept all that is found now: write it to the file of --baseline."),
    ),
    click.option(
        "--config",
        type=click.Path(exists=True, dir_okay=False, path_type=Path),
        metavar="FILE",
        envvar="GRAPHAUTH_CONFIG",
        help=N_("The configuration, instead of the nearest graphauth.toml or pyproject.toml."),
    ),
    click.option("--no-config", is_flag=True, help=N_("Read no configuration.")),
    click.option(
        "--explain", metavar="RULE", help=N_("Explain a rule instead: its code or its name.")
    ),
    click.option("--list", "listing", is_flag=True, help=N_("List the rules instead.")),
)


@dataclass(frozen=True)
class LintCall:
    """A call of ``lint``: what is asked, and what to do with what is found.

    Attributes
    ----------
    fail_on
        Findings of this severity or a worse one exit 1.
    baseline
        The file of accepted findings; None: there is none.
    """

    asked: Asked
    fail_on: Severity
    baseline: Path | None


def lint_call(given: dict[str, Any]) -> LintCall:
    """Return what the options ask; what they leave open, the configuration says.

    Raises
    ------
    UsageError
        When an option or the configuration means nothing.
    """
    from graphauth.cli.configuration import Configuration, nearest, read_configuration
    from graphauth.questions.lint import Asked
    from graphauth.questions.lint_rules import codes_of, rules_asked
    from graphauth.rules.finding import Severity

    path = given["config"] or (None if given["no_config"] else nearest(Path.cwd()))
    said = Configuration() if path is None else read_configuration(path)
    ignored = _words(given["ignore"]) or said.ignore
    rules = rules_asked(
        _words(given["select"]) or said.select,
        ignored,
        given["profile"] or said.profile,
        _merged(said.settings, _limits(given["limits"])),
    )
    asked = Asked(
        rules=rules,
        within=given["within"],
        vos=frozenset(given["vo"]),
        units=frozenset(given["unit"]),
        severity=Severity(given["severity"] or said.severity or "info"),
        suppressions=said.suppressions,
        unjudged=frozenset(codes_of(ignored)),
    )
    baseline = given["baseline"] or said.baseline
    if given["write_baseline"]:
        return _writing(asked, baseline)
    return LintCall(
        _accepting(asked, baseline), Severity(given["fail_on"] or said.fail_on or "info"), baseline
    )


def _writing(asked: Asked, baseline: Path | None) -> LintCall:
    from graphauth.rules.finding import Severity

    if baseline is None:
        raise UsageError(message("--write-baseline needs a file: name it with --baseline"))
    return LintCall(asked, Severity.ERROR, baseline)


def _accepting(asked: Asked, baseline: Path | None) -> Asked:
    from graphauth.questions.lint_baseline import read_baseline

    return asked if baseline is None else replace(asked, baseline=read_baseline(baseline))


def _words(given: Iterable[str]) -> list[str]:
    return [word.strip() for one in given for word in one.split(",") if word.strip()]


def _limits(given: Iterable[str]) -> dict[str, dict[str, int]]:
    limits: dict[str, dict[str, int]] = {}
    for one in given:
        rule, _, rest = one.partition(".")
        name, _, number = rest.partition("=")
        if not rule or not name or not number.isascii() or not number.isdigit():
            raise UsageError(
                message("`{text}` sets nothing: write it like GA206.days=400", text=one)
            )
        limits.setdefault(rule, {})[name] = int(number)
    return limits


def _merged(said: Any, given: dict[str, dict[str, int]]) -> dict[str, dict[str, int]]:
    return {rule: {**said.get(rule, {}), **given.get(rule, {})} for rule in {**said, **given}}
