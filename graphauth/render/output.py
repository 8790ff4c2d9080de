"""Where an answer goes: standard output, or a file that is written whole or not at all."""

from __future__ import annotations

import json
import sys
from contextlib import ExitStack, contextmanager
from typing import IO, TYPE_CHECKING

from graphauth.errors import UsageError
from graphauth.files import replacing
from graphauth.i18n import message
from graphauth.render.data import as_data
from graphauth.render.formats import BINARY, FORMATS
from graphauth.render.sheet import JSON_VERSION, completeness

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from pydantic import BaseModel

    from graphauth.i18n import Translator
    from graphauth.render.sheet import Sheet

_ENDINGS = {"": "table", ".txt": "table", ".xml": "junit", ".md": "markdown"}


def format_for(output: Path | None, asked: str | None, more: Sequence[str] = ()) -> str:
    """Return the format asked for, else what the file's ending says, else ``table``.

    Parameters
    ----------
    more
        Formats that this answer can be written in, beside those that every answer can.

    Raises
    ------
    UsageError
        When this answer can't be written so, the ending names no format, or a binary format is to
        go to a terminal.
    """
    known = ", ".join([*FORMATS, *more])
    if asked is not None and asked not in FORMATS and asked not in more:
        raise UsageError(
            message("no answer of this kind as {format}: use {known}", format=asked, known=known)
        )
    if asked is None and output is not None:
        ending = output.suffix.lower()
        asked = _ENDINGS.get(ending, ending[1:])
        if asked not in FORMATS and asked not in more:
            raise UsageError(
                message(
                    "no format ends in `{ending}`: name one with -f ({known})",
                    ending=ending,
                    known=known,
                )
            )
    if asked in BINARY and output is None and sys.stdout.isatty():
        raise UsageError(message("{format} is no text: name a file with -o", format=asked))
    return asked or "table"


def write_sheet(sheet: Sheet, output: Path | None, asked: str | None, say: Translator) -> None:
    """Write a sheet in the format asked for, to a file or to standard output."""
    writer = FORMATS[format_for(output, asked)]
    with opened(output) as out:
        writer(sheet, out, say)


def write_object(answer: BaseModel, skipped: int, output: Path | None, say: Translator) -> None:
    """Write one answer as a JSON object: version, completeness, and its fields."""
    fields = {name: as_data(value, say) for name, value in answer}
    whole = {"version": JSON_VERSION, **completeness(skipped, say), **fields}
    write_text(json.dumps(whole, ensure_ascii=False, indent=2) + "\n", output)


def write_text(text: str, output: Path | None) -> None:
    """Write a text to a file or to standard output."""
    with opened(output) as out:
        out.write(text.encode())


@contextmanager
def opened(output: Path | None) -> Iterator[IO[bytes]]:
    """Open standard output, or a temporary file that takes the output's place at the end.

    A device or a pipe that exists (``/dev/stdout``) is written to as it is.
    """
    if output is None:
        sys.stdout.flush()
        yield sys.stdout.buffer
        sys.stdout.buffer.flush()
    elif output.is_dir():
        raise UsageError(message("`{path}` is a folder: name a file", path=output))
    elif output.exists() and not output.is_file():
        with output.open("wb") as out:
            yield out
    else:
        with ExitStack() as stack:
            try:
                file = stack.enter_context(replacing(output))
            except OSError as error:
                raise UsageError(
                    message("can't write `{path}`: {reason}", path=output, reason=error.strerror)
                ) from error
            yield file
