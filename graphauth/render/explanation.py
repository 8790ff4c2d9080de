"""An explanation as text: each support as a path, each condition a line, with dates and rows."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from graphauth.i18n import Message, message
from graphauth.render.plain import on_one_line
from graphauth.render.sheet import Sheet

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from graphauth.i18n import Translator
    from graphauth.model.answer import Condition, Decision, Explanation, Fact, Path

_YES, _NO = "✓", "✗"


def explanation_text(answer: Explanation, say: Translator) -> str:
    """Return an explanation as lines of text, for a person."""
    lines = (say(_verdict(answer)), *_body(answer, say))
    return "".join(f"{on_one_line(line)}\n" for line in lines)


def decision_text(answer: Decision, say: Translator) -> str:
    """Return a decision with its conditions as lines of text, for a person."""
    verdict = message("yes") if answer.decision else message("no")
    lines = (say(verdict), *condition_lines(answer.reasons, say))
    return "".join(f"{on_one_line(line)}\n" for line in lines)


def condition_lines(conditions: tuple[Condition, ...], say: Translator) -> Iterator[str]:
    """Yield a line for each condition: whether it holds, its clause, its words, dates and rows."""
    for one in conditions:
        mark = _YES if one.holds else _NO
        found = f": {say(one.found)}" if one.found is not None else ""
        facts = "; ".join(_fact(fact, say) for fact in one.facts)
        yield f"  {mark} {one.clause.number}  {say(one.said)}{found}" + (
            f"   [{facts}]" if facts else ""
        )


CONDITION_COLUMNS: Final = (
    "path",
    "assignment_id",
    "vo_id",
    "role_id",
    "clause",
    "condition",
    "holds",
    "said",
    "found",
    "valid_from",
    "valid_to",
    "places",
)


def condition_sheet(answer: Explanation, say: Translator) -> Sheet:
    """Return the conditions as rows: of every path of a yes, of every attempt of a no."""
    rows = (
        (
            number,
            path.assignment_id,
            path.vo_id,
            path.role_id,
            one.clause.number,
            one.clause.value,
            one.holds,
            say(one.said),
            say(one.found) if one.found is not None else "",
            _iso(one.facts[0].valid_from) if one.facts else "",
            _iso(one.facts[0].valid_to) if one.facts else "",
            "|".join(str(place) for fact in one.facts for place in fact.places),
        )
        for number, path in enumerate(answer.paths or answer.attempts, 1)
        for one in path.conditions
    )
    return Sheet("conditions", CONDITION_COLUMNS, rows)


def _iso(day: date | None) -> str:
    return "" if day is None else day.isoformat()


def _verdict(answer: Explanation) -> Message:
    place = {
        "employee": answer.employee_id,
        "unit": answer.unit_id,
        "system": answer.system_id,
        "day": answer.day,
    }
    if not answer.decision:
        if answer.role_id:
            return message(
                "NO: `{employee}` can't log in to `{system}` at `{unit}` as `{role}` on {day}",
                role=answer.role_id,
                **place,
            )
        return message("NO: `{employee}` can't log in to `{system}` at `{unit}` on {day}", **place)
    until = _until(answer.valid_until)
    if answer.roles:
        return message(
            "YES: `{employee}` can log in to `{system}` at `{unit}` as {roles} on {day}, {until}",
            roles=", ".join(f"`{role}`" for role in answer.roles),
            until=until,
            **place,
        )
    return message(
        "YES: `{employee}` can log in to `{system}` at `{unit}` on {day}, {until}",
        until=until,
        **place,
    )


def _body(answer: Explanation, say: Translator) -> Iterator[str]:
    for number, path in enumerate(answer.paths, 1):
        heading = message(
            "path {number} of {count}: assignment `{assignment}` at VO `{vo}`",
            number=number,
            count=len(answer.paths),
            assignment=path.assignment_id,
            vo=path.vo_id,
        )
        yield ""
        role = f", `{path.role_id}`" if len(answer.roles) > 1 else ""
        yield f"{say(heading)}{role}, {_span(path.valid_from, path.valid_until, say)}"
        yield from condition_lines(path.conditions, say)
    for path in answer.attempts:
        yield ""
        yield say(_attempt(path))
        yield from condition_lines(path.conditions, say)


def _attempt(path: Path) -> Message:
    missing = sum(not one.holds for one in path.conditions)
    if not path.assignment_id:
        return message("without an assignment: {missing} conditions fail", missing=missing)
    return message(
        "by assignment `{assignment}` at VO `{vo}`: {missing} conditions fail",
        assignment=path.assignment_id,
        vo=path.vo_id,
        missing=missing,
    )


def _fact(fact: Fact, say: Translator) -> str:
    span = _span(fact.valid_from, fact.valid_to, say)
    return ", ".join([span, *map(str, fact.places)])


def _span(first: date | None, last: date | None, say: Translator) -> str:
    if first is None and last is None:
        return say(message("without end"))
    if last is None:
        return say(message("from {first}", first=first))
    if first is None:
        return say(message("until {last}", last=last))
    return say(message("{first} to {last}", first=first, last=last))


def _until(last: date | None) -> Message:
    return message("without end") if last is None else message("until {last}", last=last)
