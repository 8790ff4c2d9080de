// Grants that hold, by somebody who was not the nearest manager on the grant's first day.
MATCH (:DataSet {state: 'published'})
WITH date($day) AS day
MATCH (e:Employee {declared: true})-[g:HAS_ROLE]->(r:Role)
WHERE g.valid_from <= day AND day <= g.valid_to
  AND g.granted_by <> '' AND g.valid_from > date('0001-01-01')
WITH e, g, r, [i IN range(0, size(e.valid_from) - 1)
               WHERE e.valid_from[i] <= g.valid_from AND g.valid_from <= e.valid_to[i]] AS rows
WHERE size(rows) > 0 AND none(i IN rows WHERE e.manager_id[i] = g.granted_by)
RETURN e.id AS employee, r.id AS role, g.granted_by AS grantor, g.valid_from AS first,
       collect(g {.file, .line}) AS places
