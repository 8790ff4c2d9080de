"""The file itself: named runs of bytes with checksums, an index at the end, and nothing else.

Bytes lie so: the mark of the kind, the sections one after the other, the index as JSON, and a
trailer that says how long the index is and what its SHA-256 is. Every section has a SHA-256 for
each block of `BLOCK` bytes, in the index. So what is read is verified, and nothing has to be read
that isn't needed: a file cut short lacks its trailer, an altered block doesn't match the index, an
altered index doesn't match the trailer.
"""

from __future__ import annotations

import mmap
from hashlib import file_digest, sha256
from struct import Struct
from typing import IO, TYPE_CHECKING, Final, NoReturn

from pydantic import BaseModel, ConfigDict, NonNegativeInt, ValidationError

from graphauth.errors import SnapshotError
from graphauth.i18n import Message, message

if TYPE_CHECKING:
    from pathlib import Path

MARK: Final = b"\x89GASNAP\n"
"""The first byte is no text in any encoding we read; the last shows a changed line ending."""
FORMAT: Final = 1
"""The version of the format; another one is refused."""
BLOCK: Final = 1 << 18
_TRAILER: Final = Struct("<Q32s8s")


class Part(BaseModel):
    """What the index says of one section.

    Attributes
    ----------
    at, size
        Where it begins in the file, and its bytes.
    sums
        The SHA-256 of each block, in hexadecimal.
    shape
        How its numbers are coded (`graphauth.snapshot.columns`).
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    at: NonNegativeInt
    size: NonNegativeInt
    sums: tuple[str, ...]
    shape: dict[str, int | str]


class Source(BaseModel):
    """A file that the data came from, and its SHA-256."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    name: str
    size: NonNegativeInt
    sha256: str


class Index(BaseModel):
    """The index: what stands where, and where it all came from."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    format: int
    written_by: str
    sources: tuple[Source, ...]
    files: tuple[str, ...]
    remarks: tuple[tuple[str, str, int, str, str, str, int], ...]
    skipped: NonNegativeInt
    parts: dict[str, Part]


class Writer:
    """Writes a container to an open file."""

    def __init__(self, out: IO[bytes]) -> None:
        self._out = out
        self._at = out.write(MARK)
        self.parts: Final[dict[str, Part]] = {}

    def add(self, name: str, shape: dict[str, int | str], content: bytes) -> None:
        """Write a section."""
        sums = tuple(
            sha256(content[begin : begin + BLOCK]).hexdigest()
            for begin in range(0, len(content), BLOCK)
        )
        self.parts[name] = Part(at=self._at, size=len(content), sums=sums, shape=shape)
        self._at += self._out.write(content)

    def finish(self, index: Index) -> None:
        """Write the index and the trailer."""
        text = index.model_dump_json().encode()
        self._out.write(text)
        self._out.write(_TRAILER.pack(len(text), sha256(text).digest(), MARK))


class Section:
    """One section of a mapped file; what is handed out has been verified."""

    def __init__(self, container: Container, name: str, part: Part) -> None:
        self._container = container
        self._part = part
        self._verified = bytearray(len(part.sums))
        self.name = name
        self.shape = part.shape

    def all(self) -> memoryview:
        """Return all its bytes."""
        return self.between(0, self._part.size)

    def between(self, begin: int, end: int) -> memoryview:
        """Return the bytes from `begin` up to `end`."""
        for block in range(begin // BLOCK, -(-end // BLOCK)):
            if not self._verified[block]:
                self._verify(block)
        return self._container.view[self._part.at + begin : self._part.at + end]

    def _verify(self, block: int) -> None:
        begin = self._part.at + block * BLOCK
        end = min(begin + BLOCK, self._part.at + self._part.size)
        if sha256(self._container.view[begin:end]).hexdigest() != self._part.sums[block]:
            self._container.refuse(message("part `{name}` is damaged", name=self.name))
        self._verified[block] = True


class Container:
    """A mapped file.

    Attributes
    ----------
    index
        What stands where.
    sections
        Its sections by name.
    view
        All its bytes, unverified.
    """

    def __init__(self, path: Path) -> None:
        self._path = path
        self.view = self._mapped()
        self.index = self._read_index()
        self.sections = {name: Section(self, name, part) for name, part in self.index.parts.items()}

    def verify(self) -> None:
        """Read and verify every section."""
        for section in self.sections.values():
            section.all()

    def section(self, name: str) -> Section:
        """Return a section."""
        if name not in self.sections:
            self.refuse(message("part `{name}` is missing", name=name))
        return self.sections[name]

    def refuse(self, why: Message) -> NoReturn:
        """Raise the error that says why this file can't be used, and what to do."""
        raise SnapshotError(message("`{path}`: {why}; compile it anew", path=self._path, why=why))

    def _mapped(self) -> memoryview:
        try:
            with self._path.open("rb") as file:
                return memoryview(mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ))
        except OSError as error:
            self.refuse(message("it can't be read ({reason})", reason=error.strerror))
        except ValueError:
            self.refuse(message("it is empty"))

    def _read_index(self) -> Index:
        if bytes(self.view[: len(MARK)]) != MARK:
            self.refuse(message("this is no snapshot"))
        if len(self.view) < len(MARK) + _TRAILER.size:
            self.refuse(message("it is cut short"))
        size, digest, mark = _TRAILER.unpack(self.view[-_TRAILER.size :])
        end = len(self.view) - _TRAILER.size
        if mark != MARK or size > end - len(MARK):
            self.refuse(message("it is cut short"))
        text = self.view[end - size : end]
        if sha256(text).digest() != digest:
            self.refuse(message("its index is damaged"))
        return self._parsed(bytes(text), end - size)

    def _parsed(self, text: bytes, end: int) -> Index:
        try:
            index = Index.model_validate_json(text)
        except ValidationError:
            self.refuse(message("its index is of another version"))
        if index.format != FORMAT:
            self.refuse(
                message(
                    "it has format {found}, and this graphauth reads format {known}",
                    found=index.format,
                    known=FORMAT,
                )
            )
        for part in index.parts.values():
            if part.at + part.size > end or len(part.sums) != -(-part.size // BLOCK):
                self.refuse(message("its index is damaged"))
        return index


def is_snapshot(path: Path) -> bool:
    """Whether the file begins as a snapshot does."""
    try:
        with path.open("rb") as file:
            return file.read(len(MARK)) == MARK
    except OSError:
        return False


def source_of(path: Path) -> Source:
    """Return a file's name, size and hash."""
    with path.open("rb") as file:
        digest = file_digest(file, "sha256").hexdigest()
    return Source(name=str(path), size=path.stat().st_size, sha256=digest)
