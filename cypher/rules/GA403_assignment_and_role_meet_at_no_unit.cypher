// Valid employees with an assignment that opens the system and a declared role, without a ticket.
MATCH (:DataSet {state: 'published'})
WITH date($day) AS day
MATCH (s:System {id: $system, declared: true})
WHERE s.requires_role
MATCH (e:Employee {declared: true})-[h:HOLDS]->(a:Assignment {declared: true})
WHERE h.valid_from <= day AND day <= h.valid_to
  AND (size(a.systems) = 0 OR s.id IN a.systems)
  AND (size(s.purposes) = 0 OR a.purpose IN s.purposes)
  AND any(i IN range(0, size(e.valid_from) - 1) WHERE e.valid_from[i] <= day AND day <= e.valid_to[i])
WITH day, s, e, collect(h {.file, .line}) AS memberships, collect(a) AS opened
MATCH (e)-[g:HAS_ROLE]->(r:Role {declared: true})
WHERE g.valid_from <= day AND day <= g.valid_to
WITH day, s, e, memberships, opened, collect(g {.file, .line}) AS grants, collect(r) AS roles
WHERE NOT EXISTS {
  UNWIND opened AS a
  MATCH (a)-[:GRANTED_AT]->(v:VO {declared: true})-[w:OWNS]->(u:Unit)-[o:OFFERS]->(r:Role)
  WHERE r IN roles
    AND w.valid_from <= day AND day <= w.valid_to
    AND o.valid_from <= day AND day <= o.valid_to
    AND any(i IN range(0, size(v.valid_from) - 1) WHERE v.valid_from[i] <= day AND day <= v.valid_to[i])
    AND (size(a.unit_ids) = 0 OR u.id IN a.unit_ids)
    AND (NOT s.requires_registration OR EXISTS {
      MATCH (u)-[n:REGISTERED_AT]->(s) WHERE n.valid_from <= day AND day <= n.valid_to
    })
}
RETURN e.id AS employee, memberships + grants AS places
