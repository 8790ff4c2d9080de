"""Files that come with graphauth, in a checkout as in an installed wheel."""

from __future__ import annotations

from pathlib import Path
from typing import Final

_PACKAGE: Final = Path(__file__).parent


def resource_path(name: str) -> Path:
    """Return the path of a file or folder that ships with graphauth.

    Parameters
    ----------
    name
        Its path in a checkout: ``fixtures/gavleborg``.

    Raises
    ------
    FileNotFoundError
        When neither the package nor the checkout around it has it.

    Examples
    --------
    >>> resource_path("fixtures/gavleborg").name
    'gavleborg'
    """
    for home in (_PACKAGE / "_data", _PACKAGE.parent):
        if (home / name).exists():
            return home / name
    raise FileNotFoundError(name)
