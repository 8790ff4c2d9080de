"""The reference of the tables: what files a data set consists of, column by column."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from graphauth.model.schema import RELATIONSHIPS, TABLES, Cell

if TYPE_CHECKING:
    from graphauth.model.schema import Column, Relationship, TableSchema

_INTRODUCTION: Final = """\
# The tables

<!-- written by `make docs` from graphauth/model/schema.py -->

A data set is a folder of CSV files, one for each table; a table that is missing is empty. Tables and
columns may be called by their English or their Swedish names, in any case, with a space, `-` or `_`
between words. Lists inside a cell are separated by `|`. Days are inclusive; blank means open.
Columns marked * must be filled. In a *limit*, blank permits everything, anything else only what it names.
"""
_CONTENTS: Final = {
    Cell.ID: "an id",
    Cell.TEXT: "text",
    Cell.CHOICE: "one of",
    Cell.LIST: "a list",
    Cell.BOOLEAN: "yes or no (blank: no)",
    Cell.FROM: "first day",
    Cell.TO: "last day",
}


def page() -> str:
    """Return the page."""
    parts = [_INTRODUCTION, *map(_table, TABLES), _graph()]
    return "\n".join(parts)


def _table(table: TableSchema) -> str:
    rows = [_row(_header(column), _swedish(column), _content(column)) for column in table.columns]
    head = [f"## {table.name} ({table.swedish})", "", _sentence(table), ""]
    return "\n".join([*head, *_head("column", "Swedish", "content"), *rows, ""])


def _sentence(table: TableSchema) -> str:
    key = " and ".join(f"`{name}`" for name in table.key)
    declares = f" It declares the nodes `{table.label}`." if table.label else ""
    dated = " Rows hold in periods; there may be several for one key." if table.is_dated else ""
    return f"A row is identified by {key}.{declares}{dated}"


def _header(column: Column) -> str:
    return f"`{column.name}`{'*' if column.required else ''}"


def _swedish(column: Column) -> str:
    return ", ".join(f"`{name}`" for name in column.swedish)


def _content(column: Column) -> str:
    said = _CONTENTS[column.cell]
    if column.choices:
        said += " " + ", ".join(f"`{ours}` (`{swedish}`)" for ours, swedish in column.choices)
    if column.refers_to:
        said += f" of `{column.refers_to}`"
    return said + (", a limit" if column.limit else "")


def _graph() -> str:
    rows = [_relationship(relationship) for relationship in RELATIONSHIPS]
    return "\n".join(["## The graph", "", *_head("relationship", "read from"), *rows, ""])


def _relationship(of: Relationship) -> str:
    return _row(
        f"`({of.start})-[:{of.rel}]->({of.end})`",
        f"`{of.table}`: `{of.start_column}`, `{of.end_column}`",
    )


def _head(*titles: str) -> list[str]:
    return [_row(*titles), "|" + "---|" * len(titles)]


def _row(*cells: str) -> str:
    return f"| {' | '.join(cells)} |"
