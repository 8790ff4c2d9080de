"""The options that every command takes, before or after its name, and what they come to."""

from __future__ import annotations

import os
import sys
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final, TypeVar

import click

from graphauth.cli.pseudonyms import pseudonyms_of, under_pseudonyms
from graphauth.cli.texts import TranslatedCommand, language_of
from graphauth.engines import ENGINES
from graphauth.engines.addresses import is_address
from graphauth.errors import UsageError
from graphauth.i18n import N_, message, translator_for
from graphauth.model.question import DEFAULT_SYSTEM
from graphauth.render.formats import FINDING_FORMATS, FORMATS, PICTURE_FORMATS
from graphauth.render.plain import on_one_line
from graphauth.render.sheet import left_out

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from datetime import date

    from graphauth.access import Access
    from graphauth.i18n import Message, Translator
    from graphauth.model.pseudonyms import Pseudonyms

Function = TypeVar("Function", bound="Callable[..., Any]")


class Sources(click.ParamType[str]):
    """The name of a data source; several in one variable stand as paths do in PATH.

    The address of a database stands alone, for it has a ``:`` of its own.
    """

    name = "data"
    envvar_list_splitter = os.path.pathsep

    def split_envvar_value(self, rv: str) -> list[str]:
        """Return the sources that a variable names."""
        return [rv] if is_address(rv) else list(super().split_envvar_value(rv))


class DayType(click.ParamType["date"]):
    """A day: 2026-11-23 or 20261123."""

    name = "day"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> date:
        """Return the day; a usage error for anything else."""
        from graphauth.access import day_of

        try:
            return day_of(value)
        except UsageError as error:
            say = translator_for(language_of(ctx) if ctx else "en")
            self.fail(say(error.said), param, ctx)


def _keep(ctx: click.Context, param: click.Parameter, value: Any) -> None:
    """Remember an option; what stands after the command goes before what stands ahead of it."""
    if value in (None, (), False) or param.name is None:
        return
    typed = ctx.get_parameter_source(param.name) is click.core.ParameterSource.COMMANDLINE
    if ctx.parent is not None and not typed:  # the group has heard the environment already
        return
    settings = ctx.find_root().ensure_object(dict)
    inherited = ctx.parent is not None and param.multiple and f"{param.name} typed" in settings
    settings[param.name] = (*settings[param.name], *value) if inherited else value
    if typed:
        settings[f"{param.name} typed"] = True


_OPTIONS: Final[tuple[dict[str, Any], ...]] = (
    {
        "names": ("-d", "--data"),
        "type": Sources(),
        "multiple": True,
        "metavar": "DATA",
        "env": "GRAPHAUTH_DATA",
        "help": N_(
            "A folder of CSV, a CSV file or HSA test data, several are merged; or a snapshot; or "
            "neo4j://HOST."
        ),
    },
    {
        "names": ("--engine",),
        "type": click.Choice(list(ENGINES)),
        "env": "GRAPHAUTH_ENGINE",
        "help": N_(
            "What answers: compiled, for speed; or the reference, the definition written out."
        ),
    },
    {
        "names": ("--at",),
        "type": DayType(),
        "metavar": "DAY",
        "env": "GRAPHAUTH_AT",
        "help": N_("The day asked about, 2026-11-23 or 20261123; today in Stockholm if not given."),
    },
    {
        "names": ("--system",),
        "metavar": "SYSTEM",
        "env": "GRAPHAUTH_SYSTEM",
        "help": N_("The system to log in to; clinic24 if not given."),
    },
    {
        "names": ("--lang",),
        "type": click.Choice(["sv", "en"]),
        "env": "GRAPHAUTH_LANG",
        "help": N_("Swedish or English."),
    },
    {
        "names": ("-f", "--format"),
        "type": click.Choice([*FORMATS, *FINDING_FORMATS, *PICTURE_FORMATS]),
        "env": "GRAPHAUTH_FORMAT",
        "help": N_("How the answer is written; table if not given."),
    },
    {
        "names": ("-o", "--output"),
        "type": click.Path(dir_okay=True, path_type=Path),
        "metavar": "FILE",
        "help": N_("Where the answer goes; its ending says the format."),
    },
    {
        "names": ("--pseudonymise",),
        "type": click.Path(path_type=Path),
        "metavar": "KEYFILE",
        "env": "GRAPHAUTH_PSEUDONYMISE",
        "help": N_("Replace ids and names by pseudonyms under the secret in a file of your own."),
    },
    {
        "names": ("--skip-invalid",),
        "is_flag": True,
        "env": "GRAPHAUTH_SKIP_INVALID",
        "help": N_("Leave out rows with errors; the answer is then incomplete (exit 5)."),
    },
    {
        "names": ("--exit-zero",),
        "is_flag": True,
        "env": "GRAPHAUTH_EXIT_ZERO",
        "help": N_("Exit 0 also for a no, for findings and for incomplete answers."),
    },
    {
        "names": ("--no-progress",),
        "is_flag": True,
        "env": "GRAPHAUTH_NO_PROGRESS",
        "help": N_("Show no progress, not even on a terminal."),
    },
)


def common_options(
    function: Function, formats: Sequence[str] = (*FINDING_FORMATS, *PICTURE_FORMATS)
) -> Function:
    """Add the common options to a command or to the group.

    Parameters
    ----------
    formats
        What the answer can be written as, beside what every answer can.
    """
    function = click.help_option("-h", "--help", help=N_("Show this message and exit."))(function)
    for option in reversed(_OPTIONS):
        given = dict(option)
        names, variable = given.pop("names"), given.pop("env", None)
        if "--format" in names:
            given["type"] = click.Choice([*FORMATS, *formats])
        add = click.option(
            *names, **given, envvar=variable, expose_value=False, callback=_keep, default=None
        )
        function = add(function)
    return function


def command(
    *parameters: Callable[[Any], Any], formats: Sequence[str] = ()
) -> Callable[[Callable[..., Any]], click.Command]:
    """Make a function a command: its parameters, then the common options.

    `formats` are what its answer can be written as, beside what every answer can.

    The function is called with a `Call` first. Its docstring is the help.
    """

    def wrap(function: Callable[..., Any]) -> click.Command:
        name = function.__name__.removesuffix("_command").replace("_", "-")

        def run(**values: Any) -> Any:
            call = Call.of(click.get_current_context(), tuple(formats))
            if call.key_file is not None:
                call, values = under_pseudonyms(call, name, values)
            status = function(call, **values)
            return 0 if call.exit_zero and status in (1, 5) else status

        run.__doc__ = function.__doc__
        wrapped = common_options(run, formats)
        for parameter in reversed(parameters):
            wrapped = parameter(wrapped)
        made = click.command(
            name, cls=TranslatedCommand, help=_help(function), add_help_option=False
        )
        return made(wrapped)

    return wrap


def _help(function: Callable[..., Any]) -> str:
    import inspect

    return inspect.cleandoc(function.__doc__ or "")


@dataclass(frozen=True)
class Call:
    """What a call asks for, the command's own parameters aside."""

    data: tuple[str, ...]
    engine: str | None
    at: date | None
    system: str
    say: Translator
    format: str | None
    output: Path | None
    skip_invalid: bool
    exit_zero: bool
    no_progress: bool
    opened: Access | None
    formats: tuple[str, ...]
    key_file: Path | None = None

    @classmethod
    def of(cls, ctx: click.Context, formats: tuple[str, ...] = ()) -> Call:
        """Gather the options of a call."""
        settings: dict[str, Any] = ctx.find_root().ensure_object(dict)
        return cls(
            data=settings.get("data", ()),
            engine=settings.get("engine"),
            at=settings.get("at"),
            system=settings.get("system", DEFAULT_SYSTEM),
            say=translator_for(language_of(ctx)),
            format=settings.get("format"),
            output=settings.get("output"),
            skip_invalid=settings.get("skip_invalid", False),
            exit_zero=settings.get("exit_zero", False),
            no_progress=settings.get("no_progress", False),
            opened=settings.get("opened"),
            formats=formats,
            key_file=settings.get("pseudonymise"),
        )

    @cached_property
    def pseudonyms(self) -> Pseudonyms | None:
        """The pseudonyms to answer under; None where the answer is as it is."""
        return None if self.key_file is None else pseudonyms_of(self.key_file)

    @cached_property
    def day(self) -> date:
        """The day asked about; today in Stockholm where none was, read once for the whole call."""
        from graphauth.access import today

        return self.at or today()

    def sources(self) -> list[Path]:
        """Return the data sources, as files.

        Raises
        ------
        UsageError
            When none is named, or one is a database.
        """
        if any(map(is_address, self.named())):
            raise UsageError(message("this reads files: name a folder with -d, not a database"))
        return [Path(one) for one in self.data]

    def named(self) -> tuple[str, ...]:
        """Return the data sources as they were named: files, or the address of a database.

        Raises
        ------
        UsageError
            When none is named.
        """
        if not self.data:
            raise UsageError(message("which data? name it with -d FOLDER, or set GRAPHAUTH_DATA"))
        return self.data

    def open(self) -> Access:
        """Open the data, with progress on a terminal."""
        self.require_format()
        if self.opened is not None:
            return self.opened
        from graphauth.access import open_access

        named = self.named()
        with self.reading() as progress:
            access = open_access(
                named,
                engine=self.engine,
                skip_invalid=self.skip_invalid,
                pseudonyms=self.pseudonyms,
                progress=progress,
            )
        click.get_current_context().call_on_close(access.engine.close)
        if access.skipped:
            self.remark(left_out(access.skipped))
        return access

    def require_format(self) -> None:
        """Refuse a format or an output that can't be, before anything long is begun.

        Raises
        ------
        UsageError
            When the ending names no format, or a binary format is to go to a terminal.
        """
        from graphauth.render.output import format_for

        format_for(self.output, self.format, self.formats)

    @contextmanager
    def progress(self, text: Message) -> Iterator[Callable[[int, int], None] | None]:
        """Give a function to be told ``(done, total)``; None where nobody looks."""
        if self.no_progress or not sys.stderr.isatty():
            yield None
            return
        from graphauth.cli.progress import progress

        with progress(text, self.say) as tell:
            yield tell

    @contextmanager
    def reading(self) -> Iterator[Callable[[str, int, int], None] | None]:
        """Give a function to be told ``(file, done, total)``; None where nobody looks."""
        with self.progress(message("reading")) as tell:
            yield None if tell is None else (lambda _, done, total: tell(done, total))

    def remark(self, said: Message) -> None:
        """Say something on standard error."""
        click.echo(on_one_line(self.say(said)), err=True)

    def question(self, **more: object) -> dict[str, object]:
        """Return what was asked, for JSON."""
        return {"system": self.system, "day": self.day.isoformat(), **more}

    def status(self, access: Access) -> int:
        """Return 5 where rows were skipped, else 0."""
        return 5 if access.skipped else 0
