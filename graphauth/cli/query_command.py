"""``graphauth query``: the Cypher questions, listed, shown and asked."""

from __future__ import annotations

import json
import re
from datetime import date
from typing import TYPE_CHECKING, Any, cast

import click

from graphauth.cli.options import command
from graphauth.errors import UsageError
from graphauth.i18n import N_, message

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from graphauth.access import Access
    from graphauth.cli.options import Call
    from graphauth.engines.neo4j.statements import Statement
    from graphauth.render.sheet import Cell


@command(
    click.argument("name", required=False),
    click.option("--list", "listed", is_flag=True, help=N_("Say what each question answers.")),
    click.option(
        "--show",
        metavar="NAME",
        help=N_("Print a question with its parameters, as the Neo4j Browser takes it."),
    ),
    click.option(
        "--inline",
        is_flag=True,
        help=N_(
            "With --show: one statement with the values in it; the Browser shows its rows at once."
        ),
    ),
    click.option(
        "--param",
        "-p",
        "given",
        multiple=True,
        metavar="KEY=VALUE",
        help=N_("A parameter; list items are separated by |, null is no filter."),
    ),
)
def query_command(
    call: Call,
    name: str | None,
    *,
    listed: bool,
    show: str | None,
    inline: bool,
    given: tuple[str, ...],
) -> int:
    """Ask a question by the name of its Cypher file, of a Neo4j or, where they have it, of files.

    $day and $system are --at and --system where they are not given. What may be anything (a role, a
    unit) is null where it is not given.
    """
    if listed + (show is not None) + (name is not None) != 1:
        raise UsageError(message("name one question, or ask for --list or --show NAME"))
    if inline and show is None:
        raise UsageError(message("--inline goes with --show NAME"))
    if listed:
        return _list(call)
    from graphauth.questions.queries import TITLES

    asked = show or name or ""
    if asked not in TITLES:
        raise UsageError(message("no question `{name}`: see graphauth query --list", name=asked))
    return _show(call, asked, given, inline=inline) if show else _ask(call, asked, given)


def _list(call: Call) -> int:
    from graphauth.engines.neo4j.statements import statement
    from graphauth.questions.queries import NATIVE, TITLES

    rows = [
        (
            one,
            ", ".join(statement(f"queries/{one}").parameters),
            one in NATIVE,
            call.say.gettext(said),
        )
        for one, said in TITLES.items()
    ]
    _write(call, "queries", ("name", "parameters", "files", "answers"), rows, {})
    return 0


def _show(call: Call, name: str, given: tuple[str, ...], *, inline: bool) -> int:
    from graphauth.engines.neo4j.statements import statement
    from graphauth.questions.queries import kind_of
    from graphauth.render.output import write_text

    found = statement(f"queries/{name}")
    values = _values(call, found, given)
    literals = {
        one: _cypher(values.get(one, _sample(kind_of(name, one)))) for one in found.parameters
    }
    lines = [] if inline else [f":param {one} => {text};" for one, text in literals.items()]
    text = _inlined(found.text, literals) if inline else found.text
    write_text("\n".join([*lines, text.rstrip() + ";", ""]), call.output)
    return 0


def _inlined(text: str, literals: Mapping[str, str]) -> str:
    r"""Return a statement with values for its parameters; its comment line speaks of them still.

    Examples
    --------
    >>> _inlined("// A unit: $id.\nMATCH (u:Unit {id: $id})", {"id": "'U1'"})
    "// A unit: $id.\nMATCH (u:Unit {id: 'U1'})"
    """
    title, _, body = text.partition("\n")
    return f"{title}\n" + re.sub(r"\$(\w+)", lambda found: literals[found[1]], body)


def _ask(call: Call, name: str, given: tuple[str, ...]) -> int:
    from graphauth.engines.neo4j.statements import statement
    from graphauth.questions.queries import NATIVE, answer
    from graphauth.questions.validate import system_named

    found = statement(f"queries/{name}")
    values = _values(call, found, given)
    for one in found.parameters:
        if one not in values:
            raise UsageError(message("`{name}` needs --param {key}=…", name=name, key=one))
    access = call.open()
    if "system" in values:
        system_named(access.engine, values["system"])
    if access.engine.name == "neo4j":
        columns, rows = _asked(access, found, values)
        columns = NATIVE[name].columns if name in NATIVE else columns
    else:
        rows, columns = list(answer(access.engine, name, values)), NATIVE[name].columns
    _write(call, name, columns, rows, values)
    return call.status(access)


def _asked(
    access: Access, found: Statement, values: Mapping[str, Any]
) -> tuple[Sequence[str], list[Sequence[Cell]]]:
    """Ask a Neo4j with the very text of the file."""
    engine: Any = access.engine
    rows: list[dict[str, Any]] = engine.ask(found.text, values)
    columns = tuple(rows[0]) if rows else ()
    return columns, [[_cell(value) for value in row.values()] for row in rows]


def _values(call: Call, found: Statement, given: Iterable[str]) -> dict[str, Any]:
    """Return the parameters that were given, and those that go without saying."""
    from graphauth.questions.queries import Kind, kind_of, read_value

    name = found.name.rpartition("/")[2]
    kinds = {one: kind_of(name, one) for one in found.parameters}
    values: dict[str, Any] = {one: None for one, kind in kinds.items() if kind is Kind.FILTER}
    usual = {"day": call.day.isoformat(), "system": call.system}
    values |= {one: text for one, text in usual.items() if one in kinds}
    for one in given:
        key, equals, text = one.partition("=")
        if not equals or key not in kinds:
            known = ", ".join(kinds)
            raise UsageError(
                message(
                    "`{given}` is no parameter of `{name}`: it has {known}",
                    given=one,
                    name=name,
                    known=known,
                )
            )
        values[key] = read_value(kinds[key], key, text)
    return values


def _sample(kind: Any) -> Any:
    from graphauth.questions.queries import Kind

    return {Kind.LIST: ["…"], Kind.NUMBER: 100, Kind.DAY: "2026-11-23"}.get(kind, "…")


def _cypher(value: Any) -> str:
    r"""Return a value as a Cypher literal.

    Examples
    --------
    >>> _cypher(["it's", None]), _cypher(5)
    ("['it\\'s', null]", '5')
    """
    if value is None:
        return "null"
    if isinstance(value, list):
        return f"[{', '.join(map(_cypher, value))}]"
    if isinstance(value, str):
        quoted = value.replace("\\", "\\\\").replace("'", "\\'")
        return f"'{''.join(map(_seen, quoted))}'"
    return str(value)


def _seen(character: str) -> str:
    r"""Return a character so that it stays on its line, and can be seen there.

    A parameter is set on one line, and other readers than ours know more ends of a line than ``\n``.

    Examples
    --------
    >>> _seen("å"), _seen("\n"), _seen("\u2028")
    ('å', '\\u000a', '\\u2028')
    """
    if character.isprintable():
        return character
    units = character.encode("utf-16-be", "surrogatepass").hex()
    return "".join(f"\\u{units[at : at + 4]}" for at in range(0, len(units), 4))


def _cell(value: Any) -> Cell:
    if isinstance(value, date):
        return "" if value == date.max else value.isoformat()
    if isinstance(value, dict | list):
        return json.dumps(value, default=str, ensure_ascii=False)
    return cast("Cell", value)


def _write(
    call: Call,
    key: str,
    columns: Sequence[str],
    rows: Iterable[Sequence[Cell]],
    asked: Mapping[str, Any],
) -> None:
    from graphauth.render.output import write_sheet
    from graphauth.render.sheet import Sheet

    write_sheet(Sheet(key, columns, rows, asked), call.output, call.format, call.say)


command = query_command
