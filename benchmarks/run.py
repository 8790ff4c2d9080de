"""The order of events: prepare, load each in a process of its own, compare, and only then time."""

from __future__ import annotations

import math
import statistics
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

from benchmarks.compare import compare
from benchmarks.contestant import BATCH, CHECK, LOAD, MATRIX, TICKETS, WHO, UnavailableError
from benchmarks.contestants import CONTESTANTS
from benchmarks.data import SEED, BenchData
from benchmarks.machine import describe_machine
from benchmarks.process import GIB, ContestantProcess
from benchmarks.result import Asked, Entry, Figure, Result

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from benchmarks.worker import Answers, Loaded

_SINGLE_CHECKS: Final = 2_000
_FIRST_BATCH: Final = 500
_WORTHWHILE: Final = 1.5
_CALL_SECONDS: Final = 900
_MIB: Final = 1 << 20


@dataclass(frozen=True)
class Limits:
    """How much each contestant gets.

    Attributes
    ----------
    rounds
        How often everything is timed; the contestants take turns within each.
    measure_seconds
        For one measure of one contestant in one round.
    answer_seconds
        For each kind of answer that is compared; what doesn't fit isn't timed either.
    """

    rounds: int = 5
    measure_seconds: float = 1.0
    answer_seconds: float = 10.0
    load_seconds: float = 300.0
    matrix_seconds: float = 120.0
    memory_bytes: int = 10 * GIB


@dataclass
class _Racer:
    process: ContestantProcess
    entry: Entry
    loaded: Loaded
    answers: Answers


def run(
    data: BenchData, names: Sequence[str], limits: Limits, say: Callable[[str], None]
) -> Result:
    """Measure the named contestants on one data set.

    Raises
    ------
    DisagreementError
        Two contestants answer differently; nothing was timed.
    """
    machine = describe_machine()
    entries = [Entry(name, CONTESTANTS[name].partition(":")[2]) for name in names]
    racers: list[_Racer] = []
    try:
        for entry in entries:
            say(f"{data.size}: loading {entry.name}")
            _admit(entry, data, limits, racers)
        say(f"{data.size}: comparing the answers of {len(racers)}")
        compare({one.entry.name: one.answers for one in racers}, data.questions, data.folder)
        if racers:
            _time(racers, data, limits, say)
    finally:
        for racer in racers:
            racer.process.close()
    tickets = next((one.answers.matrix for one in racers if one.answers.matrix is not None), None)
    return Result(
        data.size,
        data.day.isoformat(),
        SEED,
        data.employees,
        data.relations,
        tickets,
        limits.rounds,
        machine,
        _asked(racers),
        entries,
    )


def percentile(values: Sequence[float], share: float) -> float:
    """Return the nearest-rank percentile: the smallest value that `share` of all don't exceed.

    Examples
    --------
    >>> percentile([4, 1, 3, 2], 0.5), percentile(range(1, 101), 0.99)
    (2, 99)
    """
    ordered = sorted(values)
    return ordered[max(0, math.ceil(share * len(ordered)) - 1)]


def _admit(entry: Entry, data: BenchData, limits: Limits, racers: list[_Racer]) -> None:
    process = ContestantProcess(entry.name, limits.memory_bytes)
    try:
        process.call("build", seconds=_CALL_SECONDS * 2)
        loaded: Loaded = process.call("load", data.folder, data.day, seconds=limits.load_seconds)
        entry.title, entry.version, entry.notes = loaded.title, loaded.version, loaded.notes
        answers = process.call(
            "answer",
            data.questions,
            limits.answer_seconds,
            limits.matrix_seconds,
            seconds=_CALL_SECONDS,
        )
        entry.cannot = process.call("cannot", seconds=_CALL_SECONDS)
    except UnavailableError as reason:
        entry.unavailable = str(reason)
        process.close()
        return
    except BaseException:
        process.close()
        raise
    racers.append(_Racer(process, entry, loaded, answers))


def _time(
    racers: list[_Racer], data: BenchData, limits: Limits, say: Callable[[str], None]
) -> None:
    samples: dict[tuple[str, str], list[list[int]]] = {}
    wholes: dict[tuple[str, str], list[float]] = {}
    batches = {one.entry.name: _batch(one, data, limits) for one in racers}
    for number in range(limits.rounds):
        say(f"{data.size}: round {number + 1} of {limits.rounds}")
        for measure in (CHECK, TICKETS, WHO, BATCH, MATRIX):
            turn = number % len(racers)
            for racer in (*racers[turn:], *racers[:turn]):  # nobody is always first
                key = racer.entry.name, measure
                if measure in (CHECK, TICKETS, WHO):
                    asked = _compared(racer, measure, data)
                    taken = racer.process.call(
                        "time_each", measure, asked, limits.measure_seconds, seconds=_CALL_SECONDS
                    )
                    samples.setdefault(key, []).append(taken)
                elif measure not in racer.entry.cannot and not _once(wholes.get(key), limits):
                    whole = batches[racer.entry.name] if measure == BATCH else []
                    spent = racer.process.call("time_whole", measure, whole, seconds=_CALL_SECONDS)
                    wholes.setdefault(key, []).append(spent)
    for racer in racers:
        _fill(racer, data, samples, wholes, len(batches[racer.entry.name]))


def _once(before: list[float] | None, limits: Limits) -> bool:
    """Whether a call took so long that one measurement must do."""
    return before is not None and before[0] > limits.measure_seconds * 10


def _compared(racer: _Racer, measure: str, data: BenchData) -> list[tuple[Any, ...]]:
    asked, answers = data.questions, racer.answers
    if measure == CHECK:
        return list(asked.checks[: min(len(answers.checks), _SINGLE_CHECKS)])
    if measure == TICKETS:
        return [(one,) for one in asked.employees[: len(answers.tickets)]]
    return list(asked.logins[: len(answers.who)])


def _batch(racer: _Racer, data: BenchData, limits: Limits) -> list[Any]:
    """Return a batch of the size that suits the contestant; finding it is also a warm-up.

    Batches grow for about a quarter of a round, and longer while a larger one is answered faster
    by the check.
    """
    most = data.questions.checks[: len(racer.answers.batch)]
    size, rate = min(_FIRST_BATCH, len(most)), 0.0
    while size < len(most):
        spent = racer.process.call("time_whole", BATCH, most[:size], seconds=_CALL_SECONDS)
        gains = size / spent > rate * _WORTHWHILE
        if spent > limits.measure_seconds / 4 and not gains:
            break
        size, rate = size * 4, size / spent
    return list(most[:size])


def _fill(
    racer: _Racer,
    data: BenchData,
    samples: dict[tuple[str, str], list[list[int]]],
    wholes: dict[tuple[str, str], list[float]],
    batch: int,
) -> None:
    figures, loaded, name = racer.entry.figures, racer.loaded, racer.entry.name
    figures[LOAD] = _single(loaded.seconds)
    figures["reading"] = _single(loaded.reading_seconds)
    for measure in (CHECK, TICKETS, WHO):
        rounds = samples[name, measure]
        count = sum(len(one) for one in rounds)
        for suffix, share in (("p50", 0.5), ("p99", 0.99)):
            values = [percentile(one, share) / 1000 for one in rounds]
            figures[f"{measure}_{suffix}"] = _median(values, count)
    figures[BATCH] = _median([batch / spent for spent in wholes[name, BATCH]], batch)
    if (name, MATRIX) in wholes:
        spent = wholes[name, MATRIX]
        figures[MATRIX] = _median(spent, len(spent))
    resident = racer.process.call("resident", seconds=_CALL_SECONDS)
    figures["resident"] = _single(resident / _MIB)
    grown = loaded.after_bytes - loaded.before_bytes
    stored = grown if loaded.stored_bytes is None else loaded.stored_bytes
    figures["bytes"] = _single(stored / data.relations)


def _single(value: float) -> Figure:
    return Figure(value, value, value, 1)


def _median(values: Sequence[float], samples: int) -> Figure:
    return Figure(statistics.median(values), min(values), max(values), samples)


def _asked(racers: list[_Racer]) -> Asked:
    if not racers:
        return Asked(0.0, 0.0, 0.0, {})
    longest = max((one.answers for one in racers), key=lambda one: len(one.batch))
    compared = {
        one.entry.name: sum(
            len(part)
            for part in (
                one.answers.checks,
                one.answers.batch,
                one.answers.tickets,
                one.answers.who,
            )
        )
        for one in racers
    }
    return Asked(
        statistics.fmean(longest.batch),
        statistics.fmean(len(one) for one in longest.tickets),
        statistics.fmean(len(one) for one in longest.who),
        compared,
    )
