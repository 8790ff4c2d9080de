"""What scenes call things, in both languages: statuses, kinds, relationships, counts."""

from __future__ import annotations

from typing import Final

from graphauth.i18n import Text
from graphauth.model.schema import Rel
from graphauth.questions.scenes.scene import NodeKind, Status

STATUSES: Final = {
    Status.UNSTAFFED: Text(en="nobody has the role", sv="obemannad: ingen har rollen"),
    Status.HELD: Text(en="held, but nobody can log in", sv="tilldelad, men ingen kan logga in"),
    Status.SINGLE: Text(en="one person alone can log in", sv="en enda person kan logga in"),
    Status.STAFFED: Text(en="several can log in", sv="flera kan logga in"),
    Status.NOTHING: Text(en="nothing to staff", sv="inget att bemanna"),
    Status.FAILS: Text(en="does not hold", sv="gäller inte"),
    Status.HOLDS: Text(en="holds", sv="gäller"),
    Status.ERROR: Text(en="error", sv="fel"),
    Status.WARNING: Text(en="warning", sv="varning"),
    Status.INFO: Text(en="info", sv="upplysning"),
    Status.CLEAN: Text(en="no findings", sv="inga fynd"),
}
"""What they are called, for people to read."""

KINDS: Final = {
    NodeKind.EMPLOYEE: Text(en="employee", sv="medarbetare"),
    NodeKind.ASSIGNMENT: Text(en="assignment", sv="medarbetaruppdrag"),
    NodeKind.VO: Text(en="VO", sv="VO"),
    NodeKind.UNIT: Text(en="unit", sv="enhet"),
    NodeKind.ROLE: Text(en="role", sv="roll"),
    NodeKind.SPECIALTY: Text(en="specialty", sv="specialitet"),
    NodeKind.PROFESSION: Text(en="profession", sv="yrke"),
    NodeKind.CAPABILITY: Text(en="capability", sv="kapabilitet"),
    NodeKind.CATALOGUE: Text(en="catalogue", sv="rollkatalog"),
    NodeKind.SYSTEM: Text(en="system", sv="system"),
    NodeKind.PROVIDER: Text(en="care provider", sv="vårdgivare"),
    NodeKind.REGION: Text(en="everything", sv="allt"),
    NodeKind.TICKET: Text(en="login choice", sv="inloggningsval"),
    NodeKind.RULE: Text(en="rule", sv="regel"),
    NodeKind.FINDING: Text(en="finding", sv="fynd"),
    NodeKind.GROUP: Text(en="group", sv="grupp"),
}
"""What the kinds of node are called, for people to read."""

RELS: Final = {
    Rel.HOLDS: Text(en="member of", sv="ingår i"),
    Rel.GRANTED_AT: Text(en="granted at", sv="ges på"),
    Rel.LIMITED_TO: Text(en="limited to", sv="begränsat till"),
    Rel.OPENS: Text(en="opens", sv="öppnar"),
    Rel.OWNS: Text(en="owns", sv="äger"),
    Rel.REGISTERED_AT: Text(en="registered at", sv="registrerad i"),
    Rel.OFFERS: Text(en="offers", sv="erbjuder"),
    Rel.HAS_ROLE: Text(en="has the role", sv="har rollen"),
}
"""What the relationships of a proof are called, for people to read."""

COUNTS: Final = {
    "units": (Text(en="unit", sv="enhet"), Text(en="units", sv="enheter")),
    "roles": (Text(en="role", sv="roll"), Text(en="roles", sv="roller")),
    "unit_roles": (
        Text(en="role at a unit", sv="roll på en enhet"),
        Text(en="roles at units", sv="roller på enheter"),
    ),
    "unstaffed": (Text(en="unstaffed", sv="obemannad"), Text(en="unstaffed", sv="obemannade")),
    "held": (
        Text(en="held, but nobody can log in", sv="tilldelad, men ingen kan logga in"),
        Text(en="held, but nobody can log in", sv="tilldelade, men ingen kan logga in"),
    ),
    "single": (
        Text(en="hangs on one person", sv="hänger på en enda person"),
        Text(en="hang on one person", sv="hänger på en enda person"),
    ),
    "staffed": (
        Text(en="that several can log in as", sv="som flera kan logga in i"),
        Text(en="that several can log in as", sv="som flera kan logga in i"),
    ),
    "grants": (
        Text(en="role grant", sv="rolltilldelning"),
        Text(en="role grants", sv="rolltilldelningar"),
    ),
    "tickets": (
        Text(en="login choice", sv="inloggningsval"),
        Text(en="login choices", sv="inloggningsval"),
    ),
    "findings": (Text(en="finding", sv="fynd"), Text(en="findings", sv="fynd")),
    "errors": (Text(en="error", sv="fel"), Text(en="errors", sv="fel")),
    "warnings": (Text(en="warning", sv="varning"), Text(en="warnings", sv="varningar")),
    "infos": (Text(en="info", sv="upplysning"), Text(en="infos", sv="upplysningar")),
}
"""What the counts are called, for people to read: one of them, and several."""
