// Valid employees who hold a declared role and are members of no declared assignment.
MATCH (:DataSet {state: 'published'})
WITH date($day) AS day
MATCH (e:Employee {declared: true})-[g:HAS_ROLE]->(:Role {declared: true})
WHERE g.valid_from <= day AND day <= g.valid_to
  AND any(i IN range(0, size(e.valid_from) - 1) WHERE e.valid_from[i] <= day AND day <= e.valid_to[i])
  AND NOT EXISTS {
    MATCH (e)-[h:HOLDS]->(:Assignment {declared: true})
    WHERE h.valid_from <= day AND day <= h.valid_to
  }
RETURN e.id AS employee, collect(g {.file, .line}) AS places
