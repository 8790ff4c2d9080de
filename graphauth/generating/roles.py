"""Role catalogues: which roles a specialty has, made of its professions and their capabilities."""

from __future__ import annotations

from dataclasses import dataclass

from graphauth.generating.vocabulary import (
    CAPABILITIES,
    PRIMARY_CARE,
    PROFESSIONS,
    USUAL,
    Profession,
    Specialty,
)


@dataclass(frozen=True, slots=True)
class Role:
    """A competence role: specialty (its catalogue's), profession, and capability (may be blank)."""

    role_id: str
    profession: Profession
    capability: str
    name: str


@dataclass(frozen=True, slots=True)
class Catalogue:
    """A role catalogue over one specialty, the commonest roles first."""

    catalogue_id: str
    name: str
    specialty_id: str
    specialty: Specialty
    roles: tuple[Role, ...]


def specialist_catalogue(prefix: str, specialty: Specialty, wanted: int) -> Catalogue:
    """Return a specialty's own catalogue of at most `wanted` roles, and at least one."""
    return _catalogue(prefix, specialty, f"Rollkatalog {specialty.name}", wanted)


def primary_catalogue(prefix: str, wanted: int) -> Catalogue:
    """Return the catalogue that all of a region's primary care shares."""
    return _catalogue(prefix, PRIMARY_CARE, "Rollkatalog primärvård, Min vård", wanted)


def _catalogue(prefix: str, specialty: Specialty, name: str, wanted: int) -> Catalogue:
    every = [_role(prefix, specialty, *parts) for parts in _combinations(specialty)]
    return Catalogue(
        f"{prefix}katalog-{specialty.key}",
        name,
        f"{prefix}{specialty.key}",
        specialty,
        tuple(every[: max(1, wanted)]),
    )


def _combinations(specialty: Specialty) -> list[tuple[Profession, str]]:
    """Return (profession, capability) pairs: every profession's first capability, then the seconds, …."""
    professions = [PROFESSIONS[key] for key in (*USUAL, *specialty.professions)]
    rounds = max(len(profession.capabilities) for profession in professions)
    return [
        (profession, profession.capabilities[turn])
        for turn in range(rounds)
        for profession in professions
        if turn < len(profession.capabilities)
    ]


def _role(prefix: str, specialty: Specialty, profession: Profession, capability: str) -> Role:
    parts = [
        specialty.name,
        profession.name,
        *([CAPABILITIES[capability]] if capability else []),
    ]
    role_id = f"{prefix}{specialty.key}-{profession.key}"
    return Role(
        f"{role_id}-{capability}" if capability else role_id,
        profession,
        capability,
        " – ".join(parts),
    )
