// Declared roles that no valid unit offers.
MATCH (:DataSet {state: 'published'})
WITH date($day) AS day
MATCH (r:Role {declared: true})
WHERE NOT EXISTS {
  MATCH (u:Unit {declared: true})-[o:OFFERS]->(r)
  WHERE o.valid_from <= day AND day <= o.valid_to
    AND any(i IN range(0, size(u.valid_from) - 1) WHERE u.valid_from[i] <= day AND day <= u.valid_to[i])
}
RETURN r.id AS role, [r {.file, .line}] AS places
