// Valid employees with an assignment that opens the system, and without a declared role.
MATCH (:DataSet {state: 'published'})
WITH date($day) AS day
MATCH (s:System {id: $system, declared: true})
WHERE s.requires_role
MATCH (e:Employee {declared: true})-[h:HOLDS]->(a:Assignment {declared: true})
WHERE h.valid_from <= day AND day <= h.valid_to
  AND (size(a.systems) = 0 OR s.id IN a.systems)
  AND (size(s.purposes) = 0 OR a.purpose IN s.purposes)
  AND any(i IN range(0, size(e.valid_from) - 1) WHERE e.valid_from[i] <= day AND day <= e.valid_to[i])
  AND NOT EXISTS {
    MATCH (e)-[g:HAS_ROLE]->(:Role {declared: true})
    WHERE g.valid_from <= day AND day <= g.valid_to
  }
RETURN e.id AS employee, collect(h {.file, .line}) AS places
