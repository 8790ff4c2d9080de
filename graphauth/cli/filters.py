"""The filters of ``matrix``, ``coverage`` and ``expiring``: each repeatable, and they combine."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

import click

from graphauth.i18n import N_
from graphauth.model.question import Filters

if TYPE_CHECKING:
    from collections.abc import Callable

_HELP: Final = {
    "employee": N_("Only these employees."),
    "unit": N_("Only these units."),
    "role": N_("Only these roles."),
    "vo": N_("Only tickets shown under these VOs."),
    "provider": N_("Only VOs of these care providers."),
    "specialty": N_("Only roles of these specialties."),
    "profession": N_("Only roles of these professions."),
    "capability": N_("Only roles of these capabilities."),
}
_FIELDS: Final = {
    "employee": "employees",
    "unit": "units",
    "role": "roles",
    "vo": "vos",
    "provider": "providers",
    "specialty": "specialties",
    "profession": "professions",
    "capability": "capabilities",
}


def filter_options(*but: str) -> list[Callable[[Any], Any]]:
    """Return the options, without those named."""
    return [
        click.option(f"--{name}", multiple=True, metavar="ID", help=text)
        for name, text in _HELP.items()
        if name not in but
    ]


def chosen(values: dict[str, tuple[str, ...]]) -> Filters:
    """Return the filters that were given."""
    return Filters(
        **{_FIELDS[name]: frozenset(ids) for name, ids in values.items() if name in _FIELDS and ids}
    )


def asked(values: dict[str, tuple[str, ...]]) -> dict[str, object]:
    """Return the filters that were given, for JSON."""
    return {name: list(ids) for name, ids in values.items() if ids}
