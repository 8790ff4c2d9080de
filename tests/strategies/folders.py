"""Regions written as folders of CSV, in every style that the file contract allows."""

from __future__ import annotations

import csv
import io
from typing import TYPE_CHECKING

from graphauth.model.schema import TABLE, Cell

if TYPE_CHECKING:
    from pathlib import Path
    from random import Random

    from tests.strategies.regions import Row, Tables

TRUE = ["true", "1", "yes", "Ja", "SANT", "True"]
FALSE = ["false", "0", "no", "nej", "Falskt", ""]


def write_sources(tables: Tables, home: Path, random: Random) -> list[Path]:
    """Write the tables as one source, or two with the rows of dated tables dealt between them."""
    if random.random() < 0.6:
        return [_write(tables, home / "one", random)]
    halves: tuple[Tables, Tables] = ({}, {})
    for name, rows in tables.items():
        dated = TABLE[name].is_dated
        for row in rows:
            halves[random.random() < 0.5 if dated else 0].setdefault(name, []).append(row)
    return [_write(half, home / name, random) for half, name in zip(halves, "ab", strict=True)]


def _write(tables: Tables, folder: Path, random: Random) -> Path:
    folder.mkdir()
    (folder / "catalogues.csv").write_text("catalogue_id,name\n", "utf-8")
    for name, rows in tables.items():
        if not rows and random.random() < 0.5:
            continue
        stem = random.choice([name, TABLE[name].swedish, name.upper(), name.replace("_", " ")])
        (folder / f"{stem}.csv").write_bytes(_encoded(_text(name, rows, random), random))
    return folder


def _text(name: str, rows: list[Row], random: Random) -> str:
    columns = list(TABLE[name].columns)
    random.shuffle(columns)
    headers = [random.choice([one.name, one.name.upper(), *one.swedish]) for one in columns]
    out = io.StringIO()
    writer = csv.writer(
        out,
        delimiter=random.choice(",;\t"),
        lineterminator=random.choice(["\n", "\r\n"]),
        quoting=random.choice([csv.QUOTE_MINIMAL, csv.QUOTE_ALL]),
    )
    writer.writerow([_padded(header, random) for header in headers])
    for row in rows:
        cells = [_styled(one.cell, row.get(one.name, ""), random) for one in columns]
        if random.random() < 0.05:
            writer.writerow([""] * len(cells))
        writer.writerow([_padded(cell, random) for cell in cells])
    return out.getvalue()


def _styled(cell: Cell, text: str, random: Random) -> str:
    match cell:
        case Cell.BOOLEAN:
            return random.choice(TRUE if text == "true" else FALSE)
        case Cell.FROM | Cell.TO:
            return text.replace("-", "") if random.random() < 0.3 else text
        case Cell.LIST:
            return text.replace("|", random.choice(["|", " | ", "||"]))
        case _:
            return text


def _padded(text: str, random: Random) -> str:
    return f" {text} " if random.random() < 0.1 and '"' not in text else text


def _encoded(text: str, random: Random) -> bytes:
    encoding = random.choice(["utf-8", "utf-8-sig", "cp1252"])
    return text.encode(encoding)
