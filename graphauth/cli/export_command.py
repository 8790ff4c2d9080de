"""``graphauth export``: the data, merged and cleaned, as a folder of CSV."""

from __future__ import annotations

from typing import TYPE_CHECKING

from graphauth.cli.options import command
from graphauth.errors import UsageError
from graphauth.i18n import message

if TYPE_CHECKING:
    from graphauth.cli.options import Call


@command()
def export_command(call: Call) -> int:
    """Write the data as a folder of CSV, as it was read: merged, without personnummer.

    With --lang sv the headers are Swedish and the files open in a Swedish Excel.
    """
    from graphauth.access import dataset_of
    from graphauth.importing import write_folder

    if call.output is None:
        raise UsageError(message("where to? name a new folder with -o"))
    with call.reading() as progress:
        dataset = dataset_of(
            call.sources(),
            skip_invalid=call.skip_invalid,
            pseudonyms=call.pseudonyms,
            progress=progress,
        )
    write_folder(dataset, call.output, call.say.language)
    call.remark(message("wrote {folder}", folder=call.output))
    return 5 if dataset.skipped else 0


command = export_command
