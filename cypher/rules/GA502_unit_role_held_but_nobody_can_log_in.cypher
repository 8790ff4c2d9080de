// Unit-roles with holders, none of whom has a ticket for it.
MATCH (:DataSet {state: 'published'})
WITH date($day) AS day
MATCH (s:System {id: $system, declared: true})
WHERE s.requires_role
MATCH (u:Unit {declared: true})-[o:OFFERS]->(r:Role {declared: true})
WHERE o.valid_from <= day AND day <= o.valid_to
  AND any(i IN range(0, size(u.valid_from) - 1) WHERE u.valid_from[i] <= day AND day <= u.valid_to[i])
WITH day, s, u, r, collect(o {.file, .line}) AS places
MATCH (e:Employee {declared: true})-[g:HAS_ROLE]->(r)
WHERE g.valid_from <= day AND day <= g.valid_to
  AND any(i IN range(0, size(e.valid_from) - 1) WHERE e.valid_from[i] <= day AND day <= e.valid_to[i])
WITH day, s, u, r, places, collect(DISTINCT e) AS holders
WHERE NOT EXISTS {
  MATCH (e:Employee)-[h:HOLDS]->(a:Assignment {declared: true})-[:GRANTED_AT]->(v:VO {declared: true})-[w:OWNS]->(u)
  WHERE e IN holders
    AND h.valid_from <= day AND day <= h.valid_to
    AND w.valid_from <= day AND day <= w.valid_to
    AND any(i IN range(0, size(v.valid_from) - 1) WHERE v.valid_from[i] <= day AND day <= v.valid_to[i])
    AND (size(a.systems) = 0 OR s.id IN a.systems)
    AND (size(s.purposes) = 0 OR a.purpose IN s.purposes)
    AND (size(a.unit_ids) = 0 OR u.id IN a.unit_ids)
    AND (NOT s.requires_registration OR EXISTS {
      MATCH (u)-[n:REGISTERED_AT]->(s) WHERE n.valid_from <= day AND day <= n.valid_to
    })
}
RETURN u.id AS unit, r.id AS role, size(holders) AS holders, places
