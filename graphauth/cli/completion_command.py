"""``graphauth completion``: the completion script of a shell."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click
from click.shell_completion import get_completion_class

from graphauth.cli.options import command
from graphauth.render.output import write_text

if TYPE_CHECKING:
    from graphauth.cli.options import Call


@command(click.argument("shell", type=click.Choice(["bash", "zsh", "fish"])))
def completion_command(call: Call, shell: str) -> int:
    """Print the completion script of a shell; put it where the shell reads such scripts.

    For bash: graphauth completion bash >> ~/.bashrc
    """
    root = click.get_current_context().find_root().command
    kind = get_completion_class(shell)
    assert kind is not None  # noqa: S101 - the choice lists only shells that click knows
    write_text(kind(root, {}, "graphauth", "_GRAPHAUTH_COMPLETE").source(), call.output)
    return 0


command = completion_command
