"""The reference of the commands, from their own help, in both languages."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Final

import click

from graphauth.cli.click_texts import let_click_speak
from graphauth.cli.main import COMMANDS, graphauth
from graphauth.i18n import translator_for

if TYPE_CHECKING:
    from collections.abc import Callable

    from graphauth.i18n.translator import Language

_WIDTH: Final = 88
_NOTE: Final = "<!-- written by `make docs` from the commands' own help -->"
_INDEX: Final = {
    "en": """\
# The commands

{note}

På svenska: [README.sv.md](README.sv.md). What the answers hold, and the exit codes:
[answers](../answers.md). The options below also work after a command. A variable asks what its
option asks: `GRAPHAUTH_DATA` (several sources separated as in `PATH`), `GRAPHAUTH_ENGINE`,
`GRAPHAUTH_AT`, `GRAPHAUTH_SYSTEM`, `GRAPHAUTH_LANG`, `GRAPHAUTH_FORMAT`, `GRAPHAUTH_SKIP_INVALID`,
`GRAPHAUTH_EXIT_ZERO`, `GRAPHAUTH_NO_PROGRESS`; an option goes before it. Without `--lang` or its
variable the locale decides: Swedish where it begins with `sv`, else English.
""",
    "sv": """\
# Kommandona

{note}

In English: [README.md](README.md). Vad svaren innehåller, och slutkoderna:
[svaren](../answers.md) (på engelska). Flaggorna nedan får också stå efter ett kommando. En variabel
frågar detsamma som sin flagga: `GRAPHAUTH_DATA` (flera källor åtskilda som i `PATH`),
`GRAPHAUTH_ENGINE`, `GRAPHAUTH_AT`, `GRAPHAUTH_SYSTEM`, `GRAPHAUTH_LANG`, `GRAPHAUTH_FORMAT`,
`GRAPHAUTH_SKIP_INVALID`, `GRAPHAUTH_EXIT_ZERO`, `GRAPHAUTH_NO_PROGRESS`; flaggan går före. Utan
`--lang` eller dess variabel avgör språkinställningen: svenska om den börjar på `sv`, annars engelska.
""",
}


def pages() -> dict[str, Callable[[], str]]:
    """Return every page by its path."""
    found: dict[str, Callable[[], str]] = {}
    languages: tuple[tuple[Language, str], ...] = (("en", ".md"), ("sv", ".sv.md"))
    for language, ending in languages:
        found[f"docs/commands/README{ending}"] = partial(_index, language, ending)
        for name in COMMANDS:
            found[f"docs/commands/{name}{ending}"] = partial(_page, language, name)
    return found


def _index(language: Language, ending: str) -> str:
    say = translator_for(language)
    listed = [f"- [{name}]({name}{ending}): {say(short)}" for name, short in COMMANDS.items()]
    text = _INDEX[language].format(note=_NOTE)
    return "\n".join([text, *listed, "", _help(language, graphauth, "graphauth", None), ""])


def _page(language: Language, name: str) -> str:
    root = click.Context(graphauth, info_name="graphauth", obj={"language": language})
    command = graphauth.get_command(root, name)
    assert command is not None
    return "\n".join([f"# {name}", "", _NOTE, "", _help(language, command, name, root), ""])


def _help(language: Language, command: click.Command, name: str, root: click.Context | None) -> str:
    let_click_speak(language)
    context = click.Context(
        command,
        info_name=name,
        parent=root,
        obj={"language": language},
        terminal_width=_WIDTH,
    )
    try:
        return f"```text\n{command.get_help(context)}\n```"
    finally:
        let_click_speak("en")
