"""graphauth: who can log in where, and why.

Examples
--------
>>> import graphauth as ga
>>> access = ga.open("fixtures/gavleborg")
>>> access.engine.name
'compiled'
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from graphauth.access import Access as Access
    from graphauth.access import compile_data as compile
    from graphauth.access import open_access as open
    from graphauth.errors import DataRefusedError as DataRefusedError
    from graphauth.errors import GraphauthError as GraphauthError
    from graphauth.errors import UnknownIdError as UnknownIdError
    from graphauth.errors import UsageError as UsageError
    from graphauth.model.answer import Coverage as Coverage
    from graphauth.model.answer import Decision as Decision
    from graphauth.model.answer import Explanation as Explanation
    from graphauth.model.answer import Ticket as Ticket
    from graphauth.questions.answers import Staffing as Staffing
    from graphauth.questions.answers import Tickets as Tickets
    from graphauth.questions.forecast import Expiring as Expiring
    from graphauth.questions.lint import Report as Report
    from graphauth.rules.finding import Finding as Finding

__version__ = "0.1.0"

_HOMES = {
    "open": ("graphauth.access", "open_access"),
    "compile": ("graphauth.access", "compile_data"),
    "Access": ("graphauth.access", "Access"),
    "Staffing": ("graphauth.questions.answers", "Staffing"),
    "Tickets": ("graphauth.questions.answers", "Tickets"),
    "Coverage": ("graphauth.model.answer", "Coverage"),
    "Decision": ("graphauth.model.answer", "Decision"),
    "Explanation": ("graphauth.model.answer", "Explanation"),
    "Ticket": ("graphauth.model.answer", "Ticket"),
    "Expiring": ("graphauth.questions.forecast", "Expiring"),
    "Finding": ("graphauth.rules.finding", "Finding"),
    "Report": ("graphauth.questions.lint", "Report"),
    "GraphauthError": ("graphauth.errors", "GraphauthError"),
    "DataRefusedError": ("graphauth.errors", "DataRefusedError"),
    "UnknownIdError": ("graphauth.errors", "UnknownIdError"),
    "UsageError": ("graphauth.errors", "UsageError"),
}

__all__ = [
    "Access",
    "Coverage",
    "DataRefusedError",
    "Decision",
    "Expiring",
    "Explanation",
    "Finding",
    "GraphauthError",
    "Report",
    "Staffing",
    "Ticket",
    "Tickets",
    "UnknownIdError",
    "UsageError",
    "__version__",
    "compile",
    "open",
]


def __getattr__(name: str) -> object:
    """Load a public name when it is first asked for, so that the import alone is light."""
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    home, attribute = _HOMES[name]
    return getattr(import_module(home), attribute)


def __dir__() -> list[str]:
    """Name the public names, loaded or not."""
    return sorted({*globals(), *__all__})
