"""A small region with one finding of four rules, and a second VO that is sound.

On 2026-11-23 in VO kard: unit K1 has no manager (GA604); nobody holds lak, which K1 offers (GA501);
anna has a role but no assignment (GA402). From 2026-12-02 on nobody holds ssk, either. In VO orto:
assignment A2 has no members (GA203). No id has the form of an HSA-id (GA101).
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

DAY: Final = "2026-11-23"
TABLES: Final = {
    "vos": "vo_id,name,head_id,contact_id\nkard,Kardiologi,chef,chef\norto,Ortopedi,okra,okra\n",
    "units": "unit_id,name,vo_id,manager_id\nK1,Mottagningen,kard,\nO1,Avdelningen,orto,okra\n",
    "unit_registrations": "unit_id,system_id\nK1,clinic24\nO1,clinic24\n",
    "roles": "role_id,catalogue_id,specialty_id,profession_id\nlak,kk,s,l\nssk,kk,s,ss\n",
    "unit_roles": "unit_id,role_id\nK1,lak\nK1,ssk\nO1,ssk\n",
    "employees": "employee_id,given_name,manager_id\nchef,Eva,\nokra,Bo,chef\nanna,Ann,chef\n",
    "assignments": "assignment_id,vo_id\nA1,kard\nA2,orto\n",
    "assignment_members": "assignment_id,employee_id\nA1,chef\n",
    "role_grants": "employee_id,role_id,valid_to\nanna,ssk,2026-12-01\n",
}
RULES: Final = ("GA101", "GA203", "GA402", "GA501", "GA604")
FOUND: Final = {
    ("GA203", "A2"),
    ("GA402", "anna"),
    ("GA501", "K1|lak"),
    ("GA604", "K1"),
}


def write_region(folder: Path, changed: Mapping[str, str] | None = None) -> Path:
    """Write the tables as CSV, some of them changed, and return the folder."""
    folder.mkdir(exist_ok=True)
    for name, text in {**TABLES, **(changed or {})}.items():
        (folder / f"{name}.csv").write_text(text, encoding="utf-8")
    return folder
