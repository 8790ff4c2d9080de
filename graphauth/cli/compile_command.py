"""``graphauth compile``: data made ready, so that a question needn't read it again."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from graphauth.cli.options import command
from graphauth.errors import UsageError
from graphauth.i18n import message

if TYPE_CHECKING:
    from graphauth.cli.options import Call


@command(
    click.argument(
        "sources", nargs=-1, metavar="[DATA]...", type=click.Path(path_type=Path), required=False
    )
)
def compile_command(call: Call, sources: tuple[Path, ...]) -> int:
    """Compile data into a snapshot, one file that is mapped instead of read: -o region.gasnap.

    Every question answers over it as over the data, and starts at once, however large it is. It
    keeps checksums of everything, the day and the system are still free, and it names the files it
    was made from with their hashes. It holds what the data holds: keep it as safe.
    """
    from graphauth.access import compile_data

    if call.output is None:
        raise UsageError(message("where to? name a file with -o: -o region.gasnap"))
    if call.output.is_dir():
        raise UsageError(message("`{path}` is a folder: name a file", path=call.output))
    chosen = list(sources) or call.sources()
    with call.reading() as progress:
        try:
            dataset = compile_data(
                chosen,
                call.output,
                skip_invalid=call.skip_invalid,
                pseudonyms=call.pseudonyms,
                progress=progress,
            )
        except OSError as error:
            raise UsageError(
                message("can't write `{path}`: {reason}", path=call.output, reason=error.strerror)
            ) from error
    rows = sum(map(len, dataset.tables.values()))
    size = call.output.stat().st_size
    call.remark(
        message("wrote {path}: {rows} rows, {size} bytes", path=call.output, rows=rows, size=size)
    )
    return 5 if dataset.skipped else 0


command = compile_command
