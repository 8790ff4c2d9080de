"""Rules as a person reads them: the list, and a rule explained."""

from __future__ import annotations

import textwrap
from string import Formatter
from typing import TYPE_CHECKING, Final

from graphauth.i18n import N_, message
from graphauth.render.sheet import Sheet
from graphauth.rules.base import Rule
from graphauth.rules.finding import CATEGORIES, FIXERS, SEVERITIES

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from graphauth.i18n import Text, Translator
    from graphauth.rules.base import Topic

RULE_COLUMNS: Final = ("rule", "name", "category", "severity", "fixer", "title")
_HEADINGS: Final = (
    N_("rule"),
    N_("name"),
    N_("category"),
    N_("severity"),
    N_("who puts it right"),
    N_("what"),
)
_WIDTH: Final = 88


def rule_sheet(rules: Iterable[Rule], say: Translator) -> Sheet:
    """Return rules as rows; a person reads the words, not the codes, of category and fixer."""
    known = {one.code: one for one in rules}
    rows = (
        (
            one.code,
            one.name(),
            one.category().value,
            one.severity.value,
            one.fixer.value,
            say(one.title),
        )
        for one in known.values()
    )

    def people(row: Iterable[object]) -> tuple[str, ...]:
        rule = known[str(next(iter(row)))]
        return (
            rule.code,
            rule.name(),
            say(CATEGORIES[rule.category()]),
            say(SEVERITIES[rule.severity]),
            say(FIXERS[rule.fixer]),
            say(rule.title),
        )

    return Sheet("rules", RULE_COLUMNS, rows, people=(_HEADINGS, people))


def rule_text(topic: type[Topic], say: Translator) -> str:
    """Return a rule explained: what it says, why it matters, how it is put right and by whom."""
    lines = [f"{topic.code} {say(topic.title)} ({topic.name()})"]
    lines.append(f"{say(CATEGORIES[topic.category()])}, {say(SEVERITIES[topic.severity])}")
    for heading, text in _sections(topic, say):
        lines += [
            "",
            heading,
            *textwrap.wrap(text, _WIDTH, initial_indent="  ", subsequent_indent="  "),
        ]
    return "".join(f"{line}\n" for line in lines)


def _sections(topic: type[Topic], say: Translator) -> Iterator[tuple[str, str]]:
    for number, text in enumerate(topic.kinds().values()):
        yield say(message("What it says")) if not number else "", with_gaps(text, say)
    yield say(message("Why it matters")), say(topic.why)
    fixer = say(FIXERS[topic.fixer])
    yield say(message("How it is put right, by {fixer}", fixer=fixer)), with_gaps(topic.fix, say)
    if issubclass(topic, Rule):
        for name, setting in topic.settings().items():
            key = f"{topic.code}.{name} = {setting.default}"
            yield say(message("Setting")), f"{key}: {say(setting.means)}"


def with_gaps(text: Text, say: Translator) -> str:
    """Return a text whose gaps show what they are for."""
    names = {name for _, name, _, _ in Formatter().parse(text.en) if name}
    return say(text, **{name: f"‹{name}›" for name in names})
