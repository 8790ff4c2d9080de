// Declared roles that a valid unit offers and no valid employee holds.
MATCH (:DataSet {state: 'published'})
WITH date($day) AS day
MATCH (u:Unit {declared: true})-[o:OFFERS]->(r:Role {declared: true})
WHERE o.valid_from <= day AND day <= o.valid_to
  AND any(i IN range(0, size(u.valid_from) - 1) WHERE u.valid_from[i] <= day AND day <= u.valid_to[i])
  AND NOT EXISTS {
    MATCH (e:Employee {declared: true})-[g:HAS_ROLE]->(r)
    WHERE g.valid_from <= day AND day <= g.valid_to
      AND any(i IN range(0, size(e.valid_from) - 1)
              WHERE e.valid_from[i] <= day AND day <= e.valid_to[i])
  }
RETURN u.id AS unit, r.id AS role, collect(o {.file, .line}) AS places
