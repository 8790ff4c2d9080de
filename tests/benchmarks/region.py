"""A region small enough to know by heart: one person, unit or role for each way to have no ticket."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

DAY = date(2026, 11, 23)

# anna and bo reach every unit of north; cecilia reaches two (limits); the others fail one clause each
TICKETS = {
    "anna": {("ward", "nurse"), ("lab", "nurse"), ("ward", "doctor")},
    "bo": {("ward", "nurse"), ("lab", "nurse")},
    "cecilia": {("lab", "nurse"), ("hut", "nurse")},
}
PEOPLE = ("anna", "bo", "cecilia", "ended", "away", "elsewhere", "research", "unpaid", "undeclared")
UNITS = ("ward", "lab", "hut", "closed", "unregistered", "orphan")
ROLES = ("nurse", "doctor", "ghost")

_TABLES = {
    "systems": "system_id,name,requires_registration,requires_role,purposes\nclinic24,Clinic24,ja,ja,care",
    "vos": "vo_id,name,valid_from,valid_to\nnorth,North,,\nsouth,South,,\nformer,Former,,2026-11-22",
    "units": """unit_id,name,vo_id,valid_from,valid_to
ward,Ward,north,,2026-11-23
lab,Lab,south,,2026-11-01
lab,Lab,north,2026-11-02,
hut,Hut,south,2026-11-23,
closed,Closed,north,,2026-11-22
unregistered,Unregistered,north,,
orphan,Orphan,former,,""",
    "unit_registrations": """unit_id,system_id,valid_from,valid_to
ward,clinic24,,
lab,clinic24,,
hut,clinic24,,
closed,clinic24,,
unregistered,clinic24,2026-11-24,
unregistered,npo,,
orphan,clinic24,,""",
    "roles": "role_id,catalogue_id,specialty_id,profession_id\nnurse,c,s,p\ndoctor,c,s,p",
    "unit_roles": """unit_id,role_id,valid_from,valid_to
ward,nurse,,2026-06-30
ward,nurse,2026-11-23,9999-12-31
ward,doctor,,
ward,ghost,,
lab,nurse,,
lab,doctor,,2026-11-22
hut,nurse,,
closed,nurse,,
unregistered,nurse,,
orphan,nurse,,""",
    "employees": """employee_id,valid_from,valid_to
anna,,
bo,2026-11-23,2026-11-23
cecilia,,
ended,,2026-11-22
away,,
elsewhere,,
research,,
unpaid,,""",
    "assignments": """assignment_id,vo_id,name,purpose,systems,unit_ids
care-north,north,,care,,
care-limited,north,,care,clinic24,lab|nowhere
care-south,south,,care,clinic24|npo,hut
care-former,former,,care,,
npo-north,north,,care,npo,
nowhere,north,,care,,nowhere
study,north,,research,,""",
    "assignment_members": """assignment_id,employee_id,valid_from,valid_to
care-north,anna,,
care-north,anna,,2026-12-31
care-north,bo,,
care-limited,cecilia,,
care-south,cecilia,,
care-north,ended,,
care-north,away,,2026-11-22
care-north,away,2026-11-24,
care-former,elsewhere,,
npo-north,elsewhere,,
nowhere,elsewhere,,
study,research,,
care-north,unpaid,,
care-north,undeclared,,""",
    "role_grants": """employee_id,role_id,valid_from,valid_to
anna,nurse,,
anna,doctor,2026-11-23,
anna,ghost,,
bo,nurse,,
bo,doctor,,2026-11-22
cecilia,nurse,,
ended,nurse,,
away,nurse,,
elsewhere,nurse,,
research,nurse,,
unpaid,doctor,2026-11-24,
undeclared,nurse,,""",
}


def write_region(folder: Path) -> Path:
    """Write the tables as csv, and return the folder."""
    folder.mkdir(parents=True, exist_ok=True)
    for table, text in _TABLES.items():
        (folder / f"{table}.csv").write_text(text + "\n", encoding="utf-8")
    return folder
