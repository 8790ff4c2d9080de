// Whether an employee may log in at a unit as a role ('' where the system has no roles).
MATCH (:DataSet {state: 'published'})
WITH date($day) AS day
MATCH (s:System {id: $system})
RETURN EXISTS {
  MATCH (e:Employee {id: $employee})
  WHERE any(i IN range(0, size(e.valid_from) - 1) WHERE e.valid_from[i] <= day AND day <= e.valid_to[i])
  MATCH (e)-[h:HOLDS]->(a:Assignment)-[:GRANTED_AT]->(v:VO)-[o:OWNS]->(u:Unit {id: $unit})
  WHERE h.valid_from <= day AND day <= h.valid_to
    AND (size(a.systems) = 0 OR s.id IN a.systems)
    AND (size(s.purposes) = 0 OR a.purpose IN s.purposes)
    AND any(i IN range(0, size(v.valid_from) - 1) WHERE v.valid_from[i] <= day AND day <= v.valid_to[i])
    AND o.valid_from <= day AND day <= o.valid_to
    AND (size(a.unit_ids) = 0 OR u.id IN a.unit_ids)
    AND (NOT s.requires_registration OR EXISTS {
      MATCH (u)-[g:REGISTERED_AT]->(s) WHERE g.valid_from <= day AND day <= g.valid_to
    })
    AND ((NOT s.requires_role AND $role = '') OR (s.requires_role AND EXISTS {
      MATCH (e)-[g:HAS_ROLE]->(r:Role {id: $role, declared: true})<-[f:OFFERS]-(u)
      WHERE g.valid_from <= day AND day <= g.valid_to AND f.valid_from <= day AND day <= f.valid_to
    }))
} AS holds
