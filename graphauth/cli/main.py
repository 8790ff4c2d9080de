"""The entry point: chooses the language, runs the command, turns errors into exit statuses.

Nothing uncaught exits 1, which is an answer ("no"): what goes wrong exits 2 (usage), 3 (data),
4 (an engine, or a fault of ours), 5 (incomplete), 130 (interrupted); a closed pipe exits 0.
"""

from __future__ import annotations

import os
import sys
import traceback
from importlib import import_module
from typing import TYPE_CHECKING, Any, Final, NoReturn

import click

from graphauth import __version__
from graphauth.cli.click_texts import let_click_speak
from graphauth.cli.options import common_options
from graphauth.cli.texts import TranslatedGroup, language_asked, language_of
from graphauth.errors import DataRefusedError, GraphauthError
from graphauth.i18n import N_, message, translator_for
from graphauth.privacy import mask_personnummer
from graphauth.render.plain import on_one_line

if TYPE_CHECKING:
    from collections.abc import Sequence

COMMANDS: Final = {
    "check": N_("May this person log in here as this?"),
    "tickets": N_("The login choices that an employee gets."),
    "who": N_("Who can log in at a unit."),
    "matrix": N_("Every ticket, filtered as asked."),
    "why": N_("The proof of a ticket, or what is missing."),
    "coverage": N_("The staffing of every unit and role."),
    "expiring": N_("What ends soon, and who is then missing."),
    "lint": N_("What is inconsistent, and who can put it right."),
    "draw": N_("Pictures of roles, units, tickets and findings."),
    "validate": N_("Judge data without asking anything of it."),
    "compile": N_("Make data ready, so that answers start at once."),
    "export": N_("Write the data as a folder of CSV."),
    "generate": N_("Write an invented region of any size."),
    "neo4j": N_("Load data into a Neo4j, sync it, look at it."),
    "query": N_("Ask, show or list the Cypher questions."),
    "demo": N_("A tour on the demo region."),
    "completion": N_("Print the completion script of a shell."),
}
"""Command to short help; each lives in the module of its name, as `command`."""


_STDOUT: Final = 1


class PipeClosedError(Exception):
    """Nobody reads standard output any more (click would make a closed pipe an exit 1)."""


class LazyGroup(TranslatedGroup):
    """A group that knows its commands by name and imports one when it is run."""

    def invoke(self, ctx: click.Context) -> Any:
        """Run the command; a closed pipe is told apart from every other failure."""
        try:
            return super().invoke(ctx)
        except BrokenPipeError as error:
            raise PipeClosedError from error

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002
        """Return the names, in the order of the documentation."""
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002
        """Import a command; None where there is none of that name."""
        if cmd_name not in COMMANDS:
            return None
        loaded = import_module(f"graphauth.cli.{cmd_name}_command")
        command: click.Command = loaded.command
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """List the commands without importing them."""
        say = translator_for(language_of(ctx))
        with formatter.section(say("Commands")):
            formatter.write_dl([(name, say(short)) for name, short in COMMANDS.items()])


@click.group(cls=LazyGroup, add_help_option=False)
@common_options
@click.version_option(__version__, message="graphauth %(version)s")
def graphauth() -> None:
    """Who can log in where, as what, and why."""


def main(argv: Sequence[str] | None = None) -> NoReturn:
    """Run the command line and exit with its status."""
    arguments = list(sys.argv[1:] if argv is None else argv)
    language = language_asked(arguments)
    let_click_speak(language)
    sys.exit(_run(arguments, language))


def _run(arguments: list[str], language: str) -> int:
    say = translator_for("sv" if language == "sv" else "en")
    try:
        status: Any = graphauth.main(
            arguments, "graphauth", standalone_mode=False, obj={"language": language}
        )
        sys.stdout.flush()
    except (BrokenPipeError, PipeClosedError):
        _drop_output()
        return 0
    except (click.Abort, KeyboardInterrupt):
        _tell(say(message("interrupted")))
        return 130
    except click.exceptions.Exit as leaving:
        return leaving.exit_code
    except click.exceptions.NoArgsIsHelpError as error:
        click.echo(error.format_message(), err=True)
        return 2
    except click.ClickException as error:
        context = getattr(error, "ctx", None)
        _tell(*(context.get_usage().splitlines() if context else ()), error.format_message())
        return 2
    except GraphauthError as error:
        _tell(*_lines(error, say))
        return error.exit_status
    except SystemExit as leaving:  # 0: the shell's completion has been answered
        return 0 if leaving.code == 0 else _fault(leaving, say)
    except Exception as error:
        return _fault(error, say)
    return status if isinstance(status, int) else 0


def _lines(error: GraphauthError, say: Any) -> list[str]:
    if isinstance(error, DataRefusedError):
        return [*(say(one.line()) for one in error.errors), say(error.said)]
    return [say(error.said)]


def _fault(error: BaseException, say: Any) -> int:
    if os.environ.get("GRAPHAUTH_DEBUG"):
        traceback.print_exc()
    kind = type(error).__name__
    if isinstance(error, OSError):
        _drop_output()
        where = error.filename or "stdout"
        _tell(say(message("`{path}`: {reason}", path=where, reason=error.strerror or kind)))
    else:
        _tell(say(message("graphauth failed ({kind}); GRAPHAUTH_DEBUG=1 shows where", kind=kind)))
    return 4


def _drop_output() -> None:
    """Send what is still to be written nowhere, so that leaving Python doesn't fail on it."""
    devnull = os.open(os.devnull, os.O_WRONLY)
    os.dup2(devnull, _STDOUT)
    os.close(devnull)


def _tell(*lines: str) -> None:
    try:
        for line in lines:
            click.echo(on_one_line(mask_personnummer(line)), err=True)
    except BrokenPipeError:
        pass
