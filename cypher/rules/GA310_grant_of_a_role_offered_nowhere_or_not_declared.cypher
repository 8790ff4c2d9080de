// Grants of roles that are not declared, or that no valid unit offers.
MATCH (:DataSet {state: 'published'})
WITH date($day) AS day
MATCH (e:Employee {declared: true})-[g:HAS_ROLE]->(r:Role)
WHERE g.valid_from <= day AND day <= g.valid_to
  AND any(i IN range(0, size(e.valid_from) - 1) WHERE e.valid_from[i] <= day AND day <= e.valid_to[i])
  AND (NOT r.declared OR NOT EXISTS {
    MATCH (u:Unit {declared: true})-[o:OFFERS]->(r)
    WHERE o.valid_from <= day AND day <= o.valid_to
      AND any(i IN range(0, size(u.valid_from) - 1) WHERE u.valid_from[i] <= day AND day <= u.valid_to[i])
  })
RETURN e.id AS employee, r.id AS role,
       CASE WHEN r.declared THEN 'nowhere' ELSE 'undeclared' END AS kind,
       collect(g {.file, .line}) AS places
