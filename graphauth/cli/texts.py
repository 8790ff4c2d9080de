"""Help in the reader's language."""

from __future__ import annotations

import copy
import os
from typing import TYPE_CHECKING, Any

import click

from graphauth.i18n import translator_for

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from graphauth.i18n import Translator
    from graphauth.i18n.translator import Language


def language_asked(
    arguments: Sequence[str], environment: Mapping[str, str] = os.environ
) -> Language:
    """Return the language of a call: the last ``--lang``, ``GRAPHAUTH_LANG``, else the locale's.

    Examples
    --------
    >>> language_asked(["who", "--lang", "sv"], {}), language_asked([], {"LANG": "sv_SE.UTF-8"})
    ('sv', 'sv')
    """
    for number, argument in reversed(list(enumerate(arguments))):
        if argument == "--lang" and number + 1 < len(arguments):
            return _language(arguments[number + 1])
        if argument.startswith("--lang="):
            return _language(argument.removeprefix("--lang="))
    for name in ("GRAPHAUTH_LANG", "LC_ALL", "LC_MESSAGES", "LANG"):
        if environment.get(name):
            return _language(environment[name])
    return "en"


def _language(text: str) -> Language:
    return "sv" if text.casefold().startswith("sv") else "en"


def language_of(ctx: click.Context) -> Language:
    """Return the language that `main` chose for this call."""
    chosen = (ctx.find_root().obj or {}).get("language")
    return "sv" if chosen == "sv" else "en"


class TranslatedCommand(click.Command):
    """A command whose help is said in the reader's language."""

    def format_help(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the help, translated."""
        click.Command.format_help(_in_language(self, ctx), ctx, formatter)


class TranslatedGroup(click.Group):
    """A group whose help is said in the reader's language."""

    def format_help(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the help, translated."""
        click.Group.format_help(_in_language(self, ctx), ctx, formatter)


def _in_language(command: Any, ctx: click.Context) -> Any:
    say = translator_for(language_of(ctx))
    translated = copy.copy(command)
    translated.help = say.gettext(command.help or "")
    translated.params = [_parameter(one, say) for one in command.params]
    return translated


def _parameter(parameter: click.Parameter, say: Translator) -> click.Parameter:
    if not isinstance(parameter, click.Option) or not parameter.help:
        return parameter
    translated = copy.copy(parameter)
    translated.help = say.gettext(parameter.help)
    return translated
