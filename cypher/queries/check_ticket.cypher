// Whether an employee may log in at a unit as a role ('' where the system has no roles).
MATCH (:DataSet {state: 'published'})
WITH date($day) AS day
MATCH (s:System {id: $system})
CALL (day, s) {
  MATCH (e:Employee {id: $employee})
  WHERE any(i IN range(0, size(e.valid_from) - 1) WHERE e.valid_from[i] <= day AND day <= e.valid_to[i])
  MATCH (e)-[h:HOLDS]->(a:Assignment)
  WHERE h.valid_from <= day AND day <= h.valid_to
    AND (size(a.systems) = 0 OR s.id IN a.systems)
    AND (size(s.purposes) = 0 OR a.purpose IN s.purposes)
    AND (size(a.unit_ids) = 0 OR $unit IN a.unit_ids)
  WITH DISTINCT day, s, e, a
  MATCH (a)-[:GRANTED_AT]->(v:VO)-[o:OWNS]->(u:Unit)
  WHERE u.id = $unit AND o.valid_from <= day AND day <= o.valid_to
    AND any(i IN range(0, size(v.valid_from) - 1) WHERE v.valid_from[i] <= day AND day <= v.valid_to[i])
  WITH DISTINCT day, s, e, u
  OPTIONAL MATCH (u)-[n:REGISTERED_AT]->(s)
  WHERE s.requires_registration AND n.valid_from <= day AND day <= n.valid_to
  WITH DISTINCT day, s, e, u, n IS NOT NULL AS registered
  WHERE registered = s.requires_registration
  OPTIONAL MATCH (e)-[g:HAS_ROLE]->(r:Role)<-[f:OFFERS]-(u)
  WHERE s.requires_role AND r.id = $role AND r.declared
    AND g.valid_from <= day AND day <= g.valid_to AND f.valid_from <= day AND day <= f.valid_to
  WITH s, r
  WHERE (s.requires_role AND r IS NOT NULL) OR (NOT s.requires_role AND $role = '')
  RETURN count(*) > 0 AS holds
}
RETURN holds
