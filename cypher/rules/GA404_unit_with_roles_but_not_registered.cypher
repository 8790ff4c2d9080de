// Valid units that offer a declared role, and are not registered at the system.
MATCH (:DataSet {state: 'published'})
WITH date($day) AS day
MATCH (s:System {id: $system, declared: true})
WHERE s.requires_registration AND s.requires_role
MATCH (u:Unit {declared: true})-[o:OFFERS]->(:Role {declared: true})
WHERE o.valid_from <= day AND day <= o.valid_to
  AND any(i IN range(0, size(u.valid_from) - 1) WHERE u.valid_from[i] <= day AND day <= u.valid_to[i])
  AND NOT EXISTS {
    MATCH (u)-[n:REGISTERED_AT]->(s) WHERE n.valid_from <= day AND day <= n.valid_to
  }
RETURN u.id AS unit, s.id AS system, collect(o {.file, .line}) AS places
