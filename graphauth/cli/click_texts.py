"""What click itself says, marked so that our catalogue translates it.

Only the texts that our command line can meet; one that click words anew stays English until it is
marked here again.
"""

from __future__ import annotations

import gettext
import os
from pathlib import Path
from typing import Final

from graphauth import i18n
from graphauth.i18n import N_

_LOCALES: Final = Path(i18n.__file__).parent / "locales"
_CATALOGUE: Final = "cli"


def plural(one: str, many: str) -> tuple[str, str]:
    """Mark a text that has a plural, and return it as it is."""
    return one, many


CLICK_TEXTS: Final = (
    N_("Usage:"),
    N_("Options"),
    N_("Positional arguments"),
    N_("Commands"),
    N_("Show this message and exit."),
    N_("Show the version and exit."),
    N_("Missing command."),
    N_("Missing argument"),
    N_("Missing option"),
    N_("Missing parameter"),
    N_("required"),
    N_("file"),
    N_("directory"),
    N_("path"),
    N_("Invalid value: {message}"),
    N_("Invalid value for {param_hint}: {message}"),
    N_("No such option {name!r}."),
    N_("No such command {name!r}."),
    N_("Choose from:\n\t{choices}"),
    N_("{value!r} is not a valid {number_type}."),
    N_("{value} is not in the range {range}."),
    N_("{name} {filename!r} does not exist."),
    N_("{name} {filename!r} is a file."),
    N_("{name} {filename!r} is a directory."),
    N_("{name} {filename!r} is not readable."),
    N_("{name} {filename!r} is not writable."),
    N_("Option {name!r} does not take a value."),
    plural("Option {name!r} requires an argument.", "Option {name!r} requires {nargs} arguments."),
    plural("Got unexpected extra argument ({args})", "Got unexpected extra arguments ({args})"),
    plural("{value!r} is not {choice}.", "{value!r} is not one of {choices}."),
    plural("Did you mean {possibility}?", "(Did you mean one of: {possibilities}?)"),
)


def let_click_speak(language: str) -> None:
    """Make click say its own texts in `language`: it asks gettext's current catalogue."""
    os.environ["LANGUAGE"] = language
    gettext.bindtextdomain(_CATALOGUE, str(_LOCALES))
    gettext.textdomain(_CATALOGUE)
