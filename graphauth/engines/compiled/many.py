"""Questions about many at once: the tickets of thousands of employees are a few passes over arrays.

Most employees have one assignment that counts. For them a ticket is a grant and a unit behind the
one door, and nothing can carry it on where one of these ends: no join, no union. The others' paths
are joined and united in full. What the two ways find is laid together and sorted.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

import numpy as np

from graphauth.engines.compiled.doors import Leads
from graphauth.engines.compiled.intervals import Facts, rows_of, starts_of, unite
from graphauth.model.columns import distinct, rows_between

if TYPE_CHECKING:
    from collections.abc import Iterator

    from graphauth.engines.compiled.doors import Doors
    from graphauth.engines.compiled.intervals import Ints, Mask
    from graphauth.engines.compiled.links import Links
    from graphauth.engines.compiled.relations import Relations

CHUNK: Final = 20_000
"""So many employees are looked at a time: it bounds memory, and a chunk's arrays fit the caches."""


class TicketArrays(NamedTuple):
    """Tickets by numbers, int32, a row each; where the system has no roles, a role is 0."""

    employee: Ints
    unit: Ints
    role: Ints
    vo: Ints
    until: Ints

    def take(self, rows: Ints | Mask) -> TicketArrays:
        """Return these rows."""
        return TicketArrays(*(column[rows] for column in self))


class Chosen(NamedTuple):
    """What is asked for: employees by number, sorted; of units and roles a mask, None for all."""

    people: Ints
    units: Mask | None = None
    roles: Mask | None = None

    def chunks(self) -> Iterator[Chosen]:
        """Yield the same for some employees at a time."""
        for begin in range(0, len(self.people), CHUNK):
            yield self._replace(people=self.people[begin : begin + CHUNK])


class Held(NamedTuple):
    """Links of some employees: each one's place among them, the other end, the days."""

    place: Ints
    end: Ints
    first: Ints
    last: Ints

    def take(self, rows: Ints | Mask) -> Held:
        """Return these rows."""
        return Held(*(column[rows] for column in self))

    def at(self, day: int) -> Mask:
        """Return which rows hold at the day."""
        return (self.first <= day) & (day <= self.last)


class Entries(NamedTuple):
    """Employees who go through a door in a role: a ticket for each unit behind it.

    `key` is the place of (door, role) in `Leads.key`; `last` the last day of grant and membership.
    """

    place: Ints
    key: Ints
    vo: Ints
    role: Ints
    last: Ints


class ManyQuestions:
    """One system's questions about many at once."""

    def __init__(self, relations: Relations, doors: Doors) -> None:
        self._members = relations.members
        self._grants = relations.granted(doors.system)
        self._doors = doors
        self._units = max(doors.units, 1)

    def tickets(self, chosen: Chosen, day: int) -> Iterator[TicketArrays]:
        """Yield the tickets, some employees at a time, sorted by employee, unit and role."""
        now = _at(self._doors.leads, day, chosen.units)
        for part in chosen.chunks():
            entries, members, grants = self._entries(part, day)
            found = self._laid_out(entries, now)
            if len(members.place):
                found = _together(found, self._joined(members, grants, day, part.units))
            key = (found.employee.astype(np.int64) * self._units + found.unit) * self._doors.roles
            found = found.take(np.argsort(key + found.role))
            yield found._replace(employee=part.people[found.employee].astype(np.int32))

    def count(self, chosen: Chosen, day: int) -> int:
        """Count the tickets."""
        now = _at(self._doors.leads, day, chosen.units)
        sizes, total = np.diff(now.begin), 0
        for part in chosen.chunks():
            entries, members, grants = self._entries(part, day)
            total += int(sizes[entries.key].sum())
            if len(members.place):
                total += len(self._joined_at(members, grants, day, part.units).unit)
        return total

    def able(self, chosen: Chosen, day: int) -> tuple[Ints, Ints]:
        """Count who has a ticket: return ``unit * roles + role``, sorted, and how many."""
        now, roles = _at(self._doors.leads, day, chosen.units), self._doors.roles
        through = np.zeros(len(now.key), np.int64)
        others = []
        for part in chosen.chunks():
            entries, members, grants = self._entries(part, day)
            through += np.bincount(entries.key, minlength=len(through))
            if len(members.place):
                found = self._joined_at(members, grants, day, part.units)
                others.append(found.unit.astype(np.int64) * roles + found.role)
        behind = np.diff(now.begin)
        logins = now.unit.astype(np.int64) * roles + np.repeat(now.key % roles, behind)
        joined = np.sort(np.concatenate([np.empty(0, np.int64), *others]))
        begin = np.flatnonzero(starts_of(joined))
        keys = distinct(np.concatenate([logins, joined[begin]]))
        count = np.bincount(np.searchsorted(keys, logins), np.repeat(through, behind), len(keys))
        count[np.searchsorted(keys, joined[begin])] += np.diff(np.append(begin, len(joined)))
        return keys, count.astype(np.int64)

    def check(self, employee: Ints, unit: Ints, role: Ints, day: int) -> Mask:
        """Whether each ticket holds; all arrays are as long as there are questions."""
        leads, doors = self._doors.leads, self._doors
        grants = _held(self._grants, employee)
        granted = np.zeros(len(employee), np.bool_)
        granted[grants.place[(grants.end == role[grants.place]) & grants.at(day)]] = True
        members = self._members_of(employee)
        members = members.take(granted[members.place] & members.at(day))
        known, key = _keys(leads, members.end, role[members.place], doors.roles)
        slices, row = rows_between(leads.begin[key], leads.begin[key + 1] - leads.begin[key])
        place = members.place[known][slices]
        there = (leads.unit[row] == unit[place]) & (leads.first[row] <= day)
        yes = np.zeros(len(employee), np.bool_)
        yes[place[there & (day <= leads.last[row])]] = True
        return yes

    def _entries(self, chosen: Chosen, day: int) -> tuple[Entries, Held, Held]:
        """Return how those with one assignment enter, and memberships and grants of the others."""
        members, grants = self._members_of(chosen.people), _held(self._grants, chosen.people)
        members, grants = members.take(members.last >= day), grants.take(grants.last >= day)
        if chosen.roles is not None:
            grants = grants.take(chosen.roles[grants.end])
        one = np.bincount(members.place, minlength=len(chosen.people)) == 1
        alone = one[members.place]
        entries = self._alone(members.take(alone), grants, len(chosen.people), day)
        return entries, members.take(~alone), grants.take(~one[grants.place])

    def _alone(self, members: Held, grants: Held, people: int, day: int) -> Entries:
        members = members.take(members.first <= day)
        door, until = np.full(people, -1, np.int32), np.zeros(people, np.int32)
        door[members.place], until[members.place] = members.end, members.last
        grants = grants.take((grants.first <= day) & (door[grants.place] >= 0))
        through = door[grants.place]
        known, key = _keys(self._doors.leads, through, grants.end, self._doors.roles)
        grants, through = grants.take(known), through[known]
        last = np.minimum(grants.last, until[grants.place])
        return Entries(grants.place, key, self._doors.vo[through], grants.end, last)

    def _laid_out(self, entries: Entries, now: Leads) -> TicketArrays:
        """Return a ticket for each unit behind each entry; employees are places among the chosen."""
        begin = now.begin[entries.key]
        entry, row = rows_between(begin, now.begin[entries.key + 1] - begin)
        until = np.minimum(entries.last[entry], now.last[row])
        place, role, vo = entries.place[entry], entries.role[entry], entries.vo[entry]
        return TicketArrays(place.astype(np.int32), now.unit[row], role, vo, until)

    def _joined(self, members: Held, grants: Held, day: int, units: Mask | None) -> TicketArrays:
        """Return the tickets of these memberships and grants: every path, joined and united."""
        paths, vo = self._paths(members, grants, units)
        live = paths.last >= day
        paths, vo = paths.take(live), vo[live]
        now = paths.at(day)
        least = _least(paths.key[now], vo[now])
        held = unite(paths)
        held = held.take(held.at(day))
        return self._tickets(held.key, least, held.last)

    def _joined_at(self, members: Held, grants: Held, day: int, units: Mask | None) -> TicketArrays:
        """Return the same tickets, without the day that they end on and without their VO."""
        members, grants = members.take(members.at(day)), grants.take(grants.at(day))
        paths, _ = self._paths(members, grants, units)
        keys = distinct(paths.key[paths.at(day)])
        none = np.empty(len(keys), np.int32)
        return self._tickets(keys, none, none)

    def _paths(self, members: Held, grants: Held, units: Mask | None) -> tuple[Facts, Ints]:
        """Return the paths, keyed by (place, unit, role), and the VO that each leads over."""
        leads, roles = self._doors.leads, self._doors.roles
        member, granted = rows_of(grants.place, members.place)
        first = np.maximum(members.first[member], grants.first[granted])
        last = np.minimum(members.last[member], grants.last[granted])
        known, key = _keys(leads, members.end[member], grants.end[granted], roles)
        member, granted, first, last = member[known], granted[known], first[known], last[known]
        path, row = rows_between(leads.begin[key], leads.begin[key + 1] - leads.begin[key])
        first = np.maximum(first[path], leads.first[row])
        last = np.minimum(last[path], leads.last[row])
        kept = first <= last
        if units is not None:
            kept &= units[leads.unit[row]]
        path, row = path[kept], row[kept]
        member, granted = member[path], granted[path]
        at_unit = members.place[member] * self._units + leads.unit[row]
        facts = Facts(at_unit * roles + grants.end[granted], first[kept], last[kept])
        return facts, self._doors.vo[members.end[member]]

    def _tickets(self, keys: Ints, vo: Ints, until: Ints) -> TicketArrays:
        at_unit, role = np.divmod(keys, self._doors.roles)
        place, unit = np.divmod(at_unit, self._units)
        place, unit, role = (column.astype(np.int32) for column in (place, unit, role))
        return TicketArrays(place, unit, role, vo, until)

    def _members_of(self, people: Ints) -> Held:
        """Return memberships as links to doors; those that open nothing are left out."""
        members = _held(self._members, people)
        door = self._doors.of[members.end]
        return members._replace(end=door).take(door >= 0)


def _held(links: Links, people: Ints) -> Held:
    place, row = links.rows(people)
    return Held(place, links.end[row], links.first[row], links.last[row])


def _keys(leads: Leads, door: Ints, role: Ints, roles: int) -> tuple[Mask, Ints]:
    """Return which (door, role) lead anywhere, and for those the place in ``leads.key``."""
    wanted = door.astype(np.int64) * roles + role
    place = np.searchsorted(leads.key, wanted)
    known = np.zeros(len(wanted), np.bool_)
    inside = place < len(leads.key)
    known[inside] = leads.key[place[inside]] == wanted[inside]
    return known, place[known]


def _at(leads: Leads, day: int, units: Mask | None) -> Leads:
    """Return what leads at the day, to these units; the keys stay, some with nothing behind."""
    kept = (leads.first <= day) & (day <= leads.last)
    if units is not None:
        kept &= units[leads.unit]
    before = np.concatenate([[0], np.cumsum(kept)])
    begin = before[leads.begin].astype(np.int32)
    return Leads(leads.key, begin, leads.unit[kept], leads.first[kept], leads.last[kept])


def _together(one: TicketArrays, other: TicketArrays) -> TicketArrays:
    return TicketArrays(*(np.concatenate(pair) for pair in zip(one, other, strict=True)))


def _least(keys: Ints, values: Ints) -> Ints:
    """Return the least value of each key, in order of the keys."""
    order = np.lexsort((values, keys))
    keys, values = keys[order], values[order]
    return values[starts_of(keys)]
