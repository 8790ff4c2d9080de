"""A region so small that every answer can be worked out by hand.

On 2026-11-23: Anna can log in to Clinic24 at KardMott as lak, through A1, until 2026-12-10 (her
grant ends); Bo, protected, as ssk, without end. Cia has no assignment, Gun's employment has ended.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

DAY: Final = "2026-11-23"
PERSONNUMMER: Final = "19121212-1212"
PROTECTED_NAME: Final = "Hemligsson"

TABLES: Final = {
    "systems": """\
system_id,name,requires_registration,requires_role
clinic24,Clinic24,true,true
npo,NPÖ,false,false
""",
    "vos": """\
vo_id,name,provider_id
kard,Kardiologi,region
orto,Ortopedi,region
""",
    "providers": """\
provider_id,name,sector
region,Regionen,public
privat,Privata,private
""",
    "units": """\
unit_id,name,vo_id
KardMott,Kardiologmottagningen,kard
OrtoMott,Ortopedmottagningen,orto
""",
    "unit_registrations": "unit_id,system_id\nKardMott,clinic24\n",
    "roles": """\
role_id,catalogue_id,specialty_id,profession_id,capability_id,name
lak,kk,kardiologi,lakare,,Läkare
ssk,kk,kardiologi,sjukskoterska,triage,=1+1
""",
    "unit_roles": "unit_id,role_id\nKardMott,lak\nKardMott,ssk\n",
    "employees": """\
employee_id,given_name,family_name,protected,valid_to
anna,Anna,Ek,,
bo,Bo,Hemligsson,ja,
cia,Cia,Chef,,
gun,Gun,Borta,,2026-01-31
""",
    "assignments": "assignment_id,vo_id,name\nA1,kard,Vård\n",
    "assignment_members": """\
assignment_id,employee_id,valid_from,valid_to
A1,anna,2026-01-01,2026-12-31
A1,bo,,
A1,gun,,
""",
    "role_grants": """\
employee_id,role_id,valid_to
anna,lak,2026-12-10
bo,ssk,
""",
}
TICKETS: Final = """\
employee_id,unit_id,role_id,vo_id,specialty_id,profession_id,capability_id,valid_until
anna,KardMott,lak,kard,kardiologi,lakare,,2026-12-10
bo,KardMott,ssk,kard,kardiologi,sjukskoterska,triage,
"""


def write_region(folder: Path, changed: Mapping[str, str] | None = None) -> Path:
    """Write the tables as CSV, some of them changed, and return the folder."""
    folder.mkdir(exist_ok=True)
    for name, text in {**TABLES, **(changed or {})}.items():
        (folder / f"{name}.csv").write_text(text, encoding="utf-8")
    return folder
