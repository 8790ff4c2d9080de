// Roles of one catalogue with the same specialty, profession and capability as one before them.
MATCH (:DataSet {state: 'published'})
MATCH (r:Role {declared: true})
WITH r.catalogue_id AS catalogue, r.specialty_id AS specialty, r.profession_id AS profession,
     r.capability_id AS capability, r
ORDER BY r.id
WITH catalogue, specialty, profession, capability, collect(r) AS roles
WHERE size(roles) > 1
UNWIND tail(roles) AS role
WITH role, roles[0] AS other
RETURN role.id AS role, other.id AS other, [role {.file, .line}, other {.file, .line}] AS places
