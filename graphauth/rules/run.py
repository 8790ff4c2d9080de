"""Run rules, on a day and on the days after it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

from graphauth.rules.asking import Asking, Source, order_of

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from graphauth.engines.base import Engine
    from graphauth.rules.asking import Result
    from graphauth.rules.base import Rule
    from graphauth.rules.finding import Finding


def run(
    engine: Engine,
    rules: Sequence[Rule],
    day: int,
    system: str,
    progress: Callable[[int, int], None] | None = None,
) -> list[Result]:
    """Run rules on a day, in their order.

    Parameters
    ----------
    engine
        Holds the data (`graphauth.rules.asking`).
    day
        The asked day, as an ordinal.
    system
        A declared system.
    progress
        Told how many rules are done, and how many there are.
    """
    asking = Asking(Source(engine, system), day)
    results = []
    for done, rule in enumerate(rules):
        if progress is not None:
            progress(done, len(rules))
        results.append(asking.result(rule))
    return results


def foresee(
    engine: Engine,
    results: Sequence[Result],
    day: int,
    within: int,
    system: str,
    progress: Callable[[int, int], None] | None = None,
) -> list[Result]:
    """Add to results on a day what becomes a finding in the days after it, each once.

    Parameters
    ----------
    results
        What `run` returned for the day.
    within
        So many days are looked ahead.
    """
    source = Source(engine, system)
    asked = [one.rule for one in results if one.asked and one.rule.dated]
    ahead = {rule.code: _days_ahead(source, rule, day, day + within) for rule in asked}
    days = sorted(set().union(*ahead.values()))
    found = {one.rule.code: {each.fingerprint: each for each in one.findings} for one in results}
    for done, later in enumerate(days):
        if progress is not None:
            progress(done, len(days))
        asking = Asking(source, later)
        for rule in asked:
            if later in ahead[rule.code]:
                _add(found[rule.code], asking.result(rule), later)
    return [
        replace(one, findings=tuple(sorted(found[one.rule.code].values(), key=order_of)))
        for one in results
    ]


def _days_ahead(source: Source, rule: Rule, day: int, last: int) -> set[int]:
    own = Asking(source, day).turning_days(rule, last)
    return {*source.engine.changes(day + 1, last), *own} if last > day else set()


def _add(known: dict[str, Finding], result: Result, later: int) -> None:
    for finding in result.findings:
        starts = {"starts": date.fromordinal(later)}
        known.setdefault(finding.fingerprint, finding.model_copy(update=starts))
