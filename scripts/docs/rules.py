"""A page for each consistency rule, from its own file: what it says, why, how it is put right."""

from __future__ import annotations

from functools import partial
from itertools import groupby
from string import Formatter
from typing import TYPE_CHECKING, Final

from graphauth.i18n import Text, translator_for
from graphauth.rules.base import Rule
from graphauth.rules.catalogue import topics
from graphauth.rules.finding import CATEGORIES, FIXERS, SEVERITIES

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from graphauth.i18n.translator import Language
    from graphauth.rules.base import Topic

_ENDINGS: Final[dict[Language, str]] = {"en": ".md", "sv": ".sv.md"}
_WORDS: Final = {
    "written": Text(
        en="written by `make docs` from the rule's own file",
        sv="skriven av `make docs` ur regelns egen fil",
    ),
    "says": Text(en="What it says", sv="Vad den säger"),
    "why": Text(en="Why it matters", sv="Varför det spelar roll"),
    "fix": Text(en="How it is put right", sv="Så rättas det"),
    "fixer": Text(en="By whom", sv="Av vem"),
    "settings": Text(en="Settings", sv="Inställningar"),
    "setting": Text(en="setting", sv="inställning"),
    "default": Text(en="default", sv="förval"),
    "means": Text(en="means", sv="betyder"),
    "where": Text(en="Where it stands", sv="Var den finns"),
    "check": Text(en="the check", sv="kontrollen"),
    "twin": Text(en="the same as Cypher", sv="samma sak i Cypher"),
    "example": Text(en="an example, broken and clean", sv="ett exempel, trasigt och helt"),
    "rows": Text(
        en="It is about rows as they were read: out of a database, they are read back for it.",
        sv="Den handlar om rader som de lästes: ur en databas läses de tillbaka för den.",
    ),
    "forms": Text(
        en="The profile `test-data` leaves it out.", sv="Profilen `test-data` utelämnar den."
    ),
}


def pages() -> dict[str, Callable[[], str]]:
    """Return the index and every rule's text, in each language, by its path."""
    found: dict[str, Callable[[], str]] = {}
    for language, ending in _ENDINGS.items():
        found[f"docs/rules/README{ending}"] = partial(_index, language)
        for topic in topics():
            found[f"docs/rules/{topic.code}{ending}"] = partial(_page, topic, language)
    return found


def _page(topic: type[Topic], language: Language) -> str:
    return "\n".join(_lines(topic, translator_for(language).gettext)) + "\n"


def _lines(topic: type[Topic], say: Callable[[str | Text], str]) -> Iterator[str]:
    yield f"# {topic.code} {say(topic.title)}"
    yield f"\n<!-- {say(_WORDS['written'])} -->\n"
    severity, category = say(SEVERITIES[topic.severity]), say(CATEGORIES[topic.category()])
    yield f"`{topic.name()}` · {category} · {severity}"
    yield f"\n## {say(_WORDS['says'])}\n"
    for text in topic.kinds().values():
        yield f"- {_with_gaps(text, say)}"
    yield f"\n## {say(_WORDS['why'])}\n\n{say(topic.why)}"
    yield f"\n## {say(_WORDS['fix'])}\n\n{_with_gaps(topic.fix, say)}"
    yield f"\n{say(_WORDS['fixer'])}: {say(FIXERS[topic.fixer])}."
    if issubclass(topic, Rule):
        yield from _of_a_rule(topic, say)


def _of_a_rule(rule: type[Rule], say: Callable[[str | Text], str]) -> Iterator[str]:
    if rule.about_rows:
        yield f"\n{say(_WORDS['rows'])}"
    if rule.about_id_forms:
        yield f"\n{say(_WORDS['forms'])}"
    settings = rule.settings()
    if settings:
        headings = " | ".join(say(_WORDS[one]) for one in ("setting", "default", "means"))
        yield f"\n## {say(_WORDS['settings'])}\n\n| {headings} |\n|---|---|---|"
    for name, setting in settings.items():
        yield f"| `{rule.code}.{name}` | {setting.default} | {say(setting.means)} |"
    yield f"\n## {say(_WORDS['where'])}\n"
    path = rule.__module__.replace(".", "/")
    yield f"- [{say(_WORDS['check'])}](../../{path}.py)"
    if rule.twin() is not None:
        yield f"- [{say(_WORDS['twin'])}](../../{rule.twin()})"
    yield f"- [{say(_WORDS['example'])}](../../fixtures/rules/{rule.code})"


def _with_gaps(text: Text, say: Callable[[str | Text], str]) -> str:
    names = {name for _, name, _, _ in Formatter().parse(text.en) if name}
    return say(text).format(**{name: f"‹{name}›" for name in names})


_INDEX: Final = {
    "title": Text(en="Consistency rules", sv="Reglerna i rimlighetskontrollen"),
    "intro": Text(
        en="På svenska: [README.sv.md](README.sv.md). `graphauth lint` asks each of these "
        "([how](../lint.md)). A code and a name never change their meaning; a new rule takes the "
        "next free number of its category (`make new-rule`).",
        sv="In English: [README.md](README.md). `graphauth lint` ställer var och en av dessa "
        "([så här](../lint.sv.md)). En kod och ett namn ändrar aldrig betydelse; en ny regel tar "
        "nästa lediga nummer i sin kategori (`make new-rule`).",
    ),
    "code": Text(en="code", sv="kod"),
    "what": Text(en="what", sv="vad"),
    "name": Text(en="name", sv="namn"),
    "severity": Text(en="severity", sv="allvarlighetsgrad"),
}


def _index(language: Language) -> str:
    say = translator_for(language).gettext
    lines = [f"# {say(_INDEX['title'])}", f"\n<!-- {say(_WORDS['written'])} -->\n"]
    lines.append(say(_INDEX["intro"]))
    columns = [say(one) for one in (_INDEX["code"], _INDEX["what"], _INDEX["name"])]
    columns += [say(_INDEX["severity"]), say(_WORDS["fixer"])]
    for category, of_category in groupby(topics(), key=lambda one: one.category()):
        lines += [f"\n## {say(CATEGORIES[category])}\n", f"| {' | '.join(columns)} |"]
        lines.append("|---|---|---|---|---|")
        lines += [_row(topic, language, say) for topic in of_category]
    return "\n".join(lines) + "\n"


def _row(topic: type[Topic], language: Language, say: Callable[[str | Text], str]) -> str:
    page = f"[{topic.code}]({topic.code}{_ENDINGS[language]})"
    cells = (page, say(topic.title), f"`{topic.name()}`", say(SEVERITIES[topic.severity]))
    return f"| {' | '.join(cells)} | {say(FIXERS[topic.fixer])} |"
