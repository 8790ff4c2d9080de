"""The engines: one definition, three ways to answer."""

from typing import Final

ENGINES: Final = ("compiled", "reference")
"""The names of the engines that answer over files, the default first."""
DEFAULT_ENGINE: Final = ENGINES[0]
