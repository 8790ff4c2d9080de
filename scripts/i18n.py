"""Collect the texts that a person reads, room by room, and compile their Swedish catalogues.

``python -m scripts.i18n`` (``make i18n``) writes one ``.po`` for each domain, keeps what is already
translated, drops what no code says any more, and compiles the ``.mo`` beside it. A text that it
could not translate stands there with an empty ``msgstr``: fill it in, and run it again.
"""

from __future__ import annotations

import ast
import sys
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Final

from babel.messages.catalog import Catalog
from babel.messages.extract import extract_from_file
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po

if TYPE_CHECKING:
    from collections.abc import Iterator

ROOT: Final = Path(__file__).resolve().parent.parent
PACKAGE: Final = ROOT / "graphauth"
CATALOGUES: Final = PACKAGE / "i18n" / "locales" / "sv" / "LC_MESSAGES"

# The longest path that matches decides. `i18n` says nothing itself; it only defines the markers.
DOMAINS: Final = {
    "__init__.py": "errors",
    "__main__.py": "cli",
    "access.py": "questions",
    "cli": "cli",
    "engines": "questions",
    "errors.py": "errors",
    "generating": "generating",
    "importing": "importing",
    "model": "errors",
    "privacy.py": "errors",
    "questions": "questions",
    "render": "render",
    "render/drawing": "drawing",
    "render/drawing.py": "drawing",
    "resources.py": "errors",
    "rules": "rules",
    "snapshot": "snapshot",
    "web": "web",
}
SILENT: Final = ("i18n",)
KEYWORDS: Final = {
    "message": None,
    "N_": None,
    "_": None,
    "gettext": None,
    "ngettext": (1, 2),
    "plural": (1, 2),
}
_HEADER: Final = """\
# Swedish texts of graphauth: {domain}.
# `make i18n` writes the keys; the translations are ours to write.
msgid ""
msgstr ""
"Language: sv\\n"
"Plural-Forms: nplurals=2; plural=(n != 1);\\n"
"MIME-Version: 1.0\\n"
"Content-Type: text/plain; charset=utf-8\\n"
"Content-Transfer-Encoding: 8bit\\n"

"""
_NO_DAY: Final = datetime(1970, 1, 1, tzinfo=UTC)  # a day of writing would differ at every run


class UnknownRoomError(Exception):
    """A module has texts, but `DOMAINS` doesn't say which catalogue they belong to."""


def domain_of(path: str) -> str:
    """Return the domain of a module.

    Parameters
    ----------
    path
        The module's path below ``graphauth/``, with ``/`` between its parts.

    Examples
    --------
    >>> domain_of("render/drawing/svg.py"), domain_of("render/text.py")
    ('drawing', 'render')
    """
    parts = path.split("/")
    for length in range(len(parts), 0, -1):
        domain = DOMAINS.get("/".join(parts[:length]))
        if domain is not None:
            return domain
    raise UnknownRoomError(f"`graphauth/{path}` has texts: name its domain in scripts/i18n.py")


def extracted() -> dict[str, Catalog]:
    """Return the texts that the code marks, as one untranslated catalogue for each domain."""
    templates: dict[str, Catalog] = {}
    for module in sorted(PACKAGE.rglob("*.py")):
        path = module.relative_to(PACKAGE).as_posix()
        if path.split("/")[0] not in SILENT:
            _collect(module, path, templates)
    return templates


def _collect(module: Path, path: str, templates: dict[str, Catalog]) -> None:
    for line, key, comments, _ in extract_from_file("python", module, KEYWORDS):
        domain = domain_of(path)
        template = templates.setdefault(domain, Catalog(domain=domain))
        place = (module.relative_to(ROOT).as_posix(), line)
        template.add(key, locations=[place], auto_comments=comments)
    for line, text in _helps(module) if path.startswith("cli/") else ():
        template = templates.setdefault(domain_of(path), Catalog(domain=domain_of(path)))
        template.add(text, locations=[(module.relative_to(ROOT).as_posix(), line)])


def _helps(module: Path) -> Iterator[tuple[int, str]]:
    """Yield the help of each command of a module: click takes it from the function's docstring."""
    for node in ast.walk(ast.parse(module.read_text(encoding="utf-8"))):
        if isinstance(node, ast.FunctionDef) and any(map(_makes_command, node.decorator_list)):
            yield node.lineno, ast.get_docstring(node) or ""


def _makes_command(decorator: ast.expr) -> bool:
    called = decorator.func if isinstance(decorator, ast.Call) else decorator
    return ast.unparse(called) in {"command", "click.group"}


def catalogue(domain: str) -> Catalog:
    """Return the committed Swedish catalogue of a domain; an empty one where there is none."""
    path = CATALOGUES / f"{domain}.po"
    if not path.exists():
        return Catalog(locale="sv", domain=domain)
    with path.open("rb") as file:
        return read_po(file, locale="sv", domain=domain)


def updated(template: Catalog, old: Catalog) -> Catalog:
    """Return the texts of `template` with what `old` translates of them."""
    new = Catalog(locale="sv", domain=template.domain)
    for text in template:
        if text.id:
            known = old.get(text.id)
            new.add(
                text.id,
                known.string if known else None,
                text.locations,
                text.flags,
                text.auto_comments,
            )
    return new


def write(new: Catalog) -> None:
    """Write the ``.po`` and the ``.mo`` of a catalogue."""
    CATALOGUES.mkdir(parents=True, exist_ok=True)
    target = CATALOGUES / f"{new.domain}.po"
    with target.open("wb") as file:
        file.write(_HEADER.format(domain=new.domain).encode())
        write_po(file, new, omit_header=True, include_lineno=False, width=100)
    new.creation_date = new.revision_date = _NO_DAY
    with target.with_suffix(".mo").open("wb") as file:
        write_mo(file, new)


def untranslated(of: Catalog) -> list[str]:
    """Return the texts of a catalogue that lack a translation, in their order."""
    return [str(text.id) for text in of if text.id and not _is_whole(text.string)]


def _is_whole(string: object) -> bool:
    return all(string) if isinstance(string, tuple | list) else bool(string)


def remove_unused(domains: set[str]) -> None:
    """Remove the catalogues of domains that no code has texts for."""
    for path in CATALOGUES.glob("*.?o"):
        if path.stem not in domains:
            path.unlink()


def main() -> int:
    """Update every catalogue, and name what is still to be translated."""
    templates = extracted()
    missing = 0
    for domain, template in sorted(templates.items()):
        new = updated(template, catalogue(domain))
        write(new)
        for text in untranslated(new):
            missing += 1
            sys.stderr.write(f"{domain}: not translated: {text!r}\n")
    remove_unused(set(templates))
    return 1 if missing else 0


if __name__ == "__main__":
    sys.exit(main())
