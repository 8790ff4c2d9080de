"""The Python face: open data, ask, get frozen answers.

Examples
--------
>>> import graphauth as ga
>>> access = ga.open("fixtures/gavleborg")
>>> len(access.systems)
5
"""

from __future__ import annotations

from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Final
from zoneinfo import ZoneInfo

from graphauth.engines import DEFAULT_ENGINE, ENGINES
from graphauth.engines.addresses import is_address
from graphauth.errors import UsageError
from graphauth.i18n import message
from graphauth.model.answer import Coverage, Ticket
from graphauth.model.days import parse_day
from graphauth.model.question import DEFAULT_SYSTEM, Filters
from graphauth.questions import rows
from graphauth.questions.answers import Staffing, Tickets
from graphauth.questions.forecast import as_answer, as_ticket, expiring

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
    from types import TracebackType

    from graphauth.engines.base import Engine
    from graphauth.model.answer import Decision, Explanation
    from graphauth.model.dataset import DataSet
    from graphauth.model.entities import System
    from graphauth.model.pseudonyms import Pseudonyms
    from graphauth.questions.forecast import Expiring
    from graphauth.questions.lint import Report
    from graphauth.snapshot import Snapshot

_STOCKHOLM: Final = "Europe/Stockholm"

Day = date | str | None


def today() -> date:
    """Return today's date in Stockholm: the one place where graphauth reads a clock."""
    return datetime.now(ZoneInfo(_STOCKHOLM)).date()


def open_access(
    data: str | Path | Sequence[str | Path],
    *,
    engine: str | None = None,
    skip_invalid: bool = False,
    pseudonyms: Pseudonyms | None = None,
    progress: Callable[[str, int, int], None] | None = None,
) -> Access:
    """Open a data set, or several merged in their order, for questions.

    Parameters
    ----------
    data
        A folder of CSV, a CSV file, a folder of HSA test data, or several of them; or a snapshot; or
        the address of a Neo4j, ``neo4j://host``, with credentials in the environment.
    engine
        One of `ENGINES`, for files; None for the default.
    skip_invalid
        Leave out the rows that carry errors instead of refusing the data set.
    pseudonyms
        Answer under pseudonyms (`graphauth.model.pseudonyms`); ids are then asked by theirs.
    progress
        Told the file being read, the bytes read so far, and the bytes in all.

    Raises
    ------
    DataRefusedError
        With every error in the data.
    SnapshotError
        When a snapshot is damaged, or of another version.
    UsageError
        When there is no such engine, or a snapshot or a database among several sources.
    EngineError
        When a database can't be reached, or holds no data set.
    """
    named = [data] if isinstance(data, str | Path) else list(data)
    if any(is_address(str(one)) for one in named):
        if pseudonyms is not None:
            raise UsageError(message("a database can't be read under pseudonyms: name files"))
        return _open_database([str(one) for one in named], engine)
    sources = paths_of(data)
    if pseudonyms is None and (snapshot := snapshot_among(sources)) is not None:
        return _mapped(snapshot, engine or DEFAULT_ENGINE)
    dataset = dataset_of(
        sources, skip_invalid=skip_invalid, pseudonyms=pseudonyms, progress=progress
    )
    return Access(engine_over(dataset, engine or DEFAULT_ENGINE), skipped=dataset.skipped)


def dataset_of(
    sources: Sequence[Path],
    *,
    skip_invalid: bool = False,
    pseudonyms: Pseudonyms | None = None,
    progress: Callable[[str, int, int], None] | None = None,
) -> DataSet:
    """Return the data alone, without an engine; arguments and errors as for `open_access`."""
    from graphauth.importing import read
    from graphauth.model.pseudonyms import pseudonymised

    snapshot = snapshot_among(sources)
    if snapshot is not None:
        dataset = snapshot.dataset
    else:
        dataset = read(sources, skip_invalid=skip_invalid, progress=progress)
    return dataset if pseudonyms is None else pseudonymised(dataset, pseudonyms)


def compile_data(
    data: str | Path | Sequence[str | Path],
    output: str | Path,
    *,
    skip_invalid: bool = False,
    pseudonyms: Pseudonyms | None = None,
    progress: Callable[[str, int, int], None] | None = None,
) -> DataSet:
    """Compile data into a snapshot file, which `open_access` maps instead of reading.

    Parameters
    ----------
    data, skip_invalid, pseudonyms, progress
        As for `open_access`; under pseudonyms the snapshot doesn't name what it was made from.
    output
        The file to write, by custom ``.gasnap``; one that is there is replaced, at the end.

    Returns
    -------
    DataSet
        What was compiled.

    Raises
    ------
    DataRefusedError
        With every error in the data; nothing is written.
    OSError
        When the file can't be written; what was there stays.
    """
    from graphauth import __version__
    from graphauth.engines.compiled.stored import stored_arrays
    from graphauth.snapshot import is_snapshot, write_snapshot

    sources = paths_of(data)
    if any(map(is_snapshot, sources)):
        raise UsageError(message("a snapshot is compiled already: name what it was made from"))
    dataset = dataset_of(
        sources, skip_invalid=skip_invalid, pseudonyms=pseudonyms, progress=progress
    )
    read_from = dataset.files if pseudonyms is None else ()
    files = [Path(name) for name in read_from if Path(name).is_file()]
    write_snapshot(Path(output), dataset, files, stored_arrays, f"graphauth {__version__}")
    return dataset


def paths_of(data: str | Path | Sequence[str | Path]) -> list[Path]:
    """Return the sources as paths."""
    return [Path(one) for one in ([data] if isinstance(data, str | Path) else data)]


def snapshot_among(sources: Sequence[Path]) -> Snapshot | None:
    """Open the snapshot that is the only source; None where there is none among them.

    Raises
    ------
    UsageError
        When a snapshot is one of several sources.
    SnapshotError
        When it is damaged, or of another version.
    """
    from graphauth.snapshot import SUFFIX, is_snapshot, open_snapshot

    if not any(is_snapshot(one) or one.suffix == SUFFIX for one in sources if one.is_file()):
        return None
    if len(sources) > 1:
        raise UsageError(
            message("a snapshot stands alone: merge its sources, and compile them together")
        )
    return open_snapshot(sources[0])


def _mapped(snapshot: Snapshot, engine: str) -> Access:
    skipped = snapshot.dataset.skipped
    if engine != DEFAULT_ENGINE:
        return Access(engine_over(snapshot.dataset, engine), skipped=skipped)
    from graphauth.engines.compiled import CompiledEngine
    from graphauth.engines.compiled.stored import StoredRelations

    compiled = CompiledEngine(snapshot.dataset, StoredRelations(snapshot))
    return Access(compiled, skipped=skipped)


def _open_database(sources: list[str], engine: str | None) -> Access:
    if len(sources) > 1:
        raise UsageError(message("a database stands alone: it can't be merged with other data"))
    if engine is not None:
        raise UsageError(message("a database is its own engine: leave --engine out"))
    from graphauth.engines.neo4j.engine import Neo4jEngine

    opened = Neo4jEngine.at(sources[0])
    return Access(opened, skipped=opened.skipped)


def engine_over(dataset: DataSet, engine: str) -> Engine:
    """Return the engine of that name over a data set."""
    if engine not in ENGINES:
        known = ", ".join(ENGINES)
        raise UsageError(message("no engine `{engine}`: use {known}", engine=engine, known=known))
    if engine == "reference":
        from graphauth.engines.reference import ReferenceEngine

        return ReferenceEngine(dataset)
    from graphauth.engines.compiled import CompiledEngine

    return CompiledEngine(dataset)


class Access:
    """One opened data set, and the questions that can be asked of it.

    `at` is a `datetime.date`, a text like ``2026-11-23``, or None for today in Stockholm. An id that
    is not declared raises `UnknownIdError`; a role where the system has none, `UsageError`.

    Attributes
    ----------
    engine
        The engine behind it, whose methods hand out plain rows.
    skipped
        Rows left out because of errors; where it is not 0, answers are incomplete.
    """

    def __init__(self, engine: Engine, *, skipped: int = 0) -> None:
        self.engine = engine
        self.skipped = skipped

    def __enter__(self) -> Access:
        """Return itself."""
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """Close the engine."""
        self.engine.close()

    @property
    def systems(self) -> Mapping[str, System]:
        """The declared systems by id."""
        return self.engine.systems()

    def check(
        self,
        employee: str,
        unit: str,
        role: str | None = None,
        *,
        at: Day = None,
        system: str = DEFAULT_SYSTEM,
    ) -> Decision:
        """Answer whether an employee may log in at a unit as a role, with the reasons.

        The answer is true or false in an ``if``.
        """
        from graphauth.questions.explain import decide

        return decide(self.engine, system, employee, unit, role, day_of(at))

    def why(
        self,
        employee: str,
        unit: str,
        role: str | None = None,
        *,
        at: Day = None,
        system: str = DEFAULT_SYSTEM,
    ) -> Explanation:
        """Return every proof of a ticket, or what is missing; without a role, of any ticket there."""
        from graphauth.questions.explain import explain

        return explain(self.engine, system, employee, unit, role, day_of(at))

    def tickets(self, employee: str, *, at: Day = None, system: str = DEFAULT_SYSTEM) -> Tickets:
        """Return the login choices that an employee gets, sorted by unit and role."""
        found = rows.tickets(self.engine, system, employee, day_of(at).toordinal())
        return Tickets(map(as_ticket, found))

    def who(
        self,
        unit: str,
        role: str | None = None,
        *,
        at: Day = None,
        system: str = DEFAULT_SYSTEM,
    ) -> Tickets:
        """Return who can log in at a unit, as one role or as any, sorted by employee and role."""
        found = rows.who(self.engine, system, unit, role, day_of(at).toordinal())
        return Tickets(map(as_ticket, found))

    def matrix(
        self, *, at: Day = None, system: str = DEFAULT_SYSTEM, **filters: str | Iterable[str]
    ) -> Iterator[Ticket]:
        """Yield every ticket that passes the filters, sorted by employee, unit and role.

        Filters are the fields of `graphauth.model.question.Filters` (``vos=...``, ``units=...``):
        an id, or several.
        """
        day = day_of(at).toordinal()
        return map(as_ticket, rows.matrix(self.engine, system, day, filters_of(filters)))

    def coverage(
        self, *, at: Day = None, system: str = DEFAULT_SYSTEM, **filters: str | Iterable[str]
    ) -> Staffing:
        """Return the staffing of every unit × role, sorted by unit and role."""
        day = day_of(at).toordinal()
        found = rows.coverage(self.engine, system, day, filters_of(filters))
        return Staffing(Coverage(**row._asdict()) for row in found)

    def expiring(
        self,
        within: int,
        *,
        at: Day = None,
        system: str = DEFAULT_SYSTEM,
        **filters: str | Iterable[str],
    ) -> Expiring:
        """Return the tickets that end within a number of days, and who is then missing where."""
        day = day_of(at).toordinal()
        return as_answer(expiring(self.engine, system, day, within, filters_of(filters)))

    def lint(
        self,
        *,
        at: Day = None,
        system: str = DEFAULT_SYSTEM,
        select: Sequence[str] = (),
        ignore: Sequence[str] = (),
        within: int = 0,
        profile: str | None = None,
        limits: Mapping[str, Mapping[str, int]] | None = None,
        **own: str | Iterable[str],
    ) -> Report:
        """Return what is inconsistent, and how each rule came out.

        Parameters
        ----------
        select, ignore
            Words that name rules: codes, their beginnings, categories or names.
        within
            Look so many days ahead, too; what is yet to come has `starts`.
        profile
            ``"test-data"`` leaves out the rules about what ids look like.
        limits
            Rule to setting to value: ``{"GA206": {"days": 400}}``.
        own
            ``vos=...`` or ``units=...``: only findings about what belongs to these.

        Raises
        ------
        UsageError
            When a word names no rule, or a rule has no such setting.
        """
        from graphauth.questions.lint import Asked, lint
        from graphauth.questions.lint_rules import rules_asked

        unknown = set(own) - {"vos", "units"}
        if unknown:
            raise UsageError(
                message("lint is not narrowed by `{name}`: use vos, units", name=min(unknown))
            )
        scope = filters_of(own)
        asked = Asked(
            rules=rules_asked(select, ignore, profile, limits),
            within=within,
            vos=scope.vos or frozenset(),
            units=scope.units or frozenset(),
        )
        return lint(self.engine, system, day_of(at).toordinal(), asked)


def day_of(at: Day) -> date:
    """Return the day that is meant.

    Raises
    ------
    UsageError
        When a text is no day.
    """
    if at is None:
        return today()
    if isinstance(at, date):
        return at
    try:
        return date.fromordinal(parse_day(at))
    except ValueError:
        raise UsageError(
            message("`{text}` is no day: write it like 2026-11-23 or 20261123", text=at)
        ) from None


def filters_of(given: Mapping[str, str | Iterable[str]]) -> Filters:
    """Return filters from keyword arguments.

    Raises
    ------
    UsageError
        When there is no such filter.
    """
    unknown = set(given) - set(Filters.__dataclass_fields__)
    if unknown:
        known = ", ".join(Filters.__dataclass_fields__)
        raise UsageError(
            message("no filter `{name}`: use {known}", name=sorted(unknown)[0], known=known)
        )
    return Filters(
        **{name: frozenset({ids} if isinstance(ids, str) else ids) for name, ids in given.items()}
    )
