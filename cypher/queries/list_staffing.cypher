// How the roles listed are staffed, unit by unit: who holds each, and how many can log in as it ($system null: 0); null in $units lets every unit through.
MATCH (:DataSet {state: 'published'})
WITH date($day) AS day
UNWIND $roles AS role
MATCH (r:Role {id: role, declared: true})
OPTIONAL MATCH (s:System {id: $system, requires_role: true})
CALL (day, r) {
  MATCH (e:Employee)-[g:HAS_ROLE]->(r)
  WHERE g.valid_from <= day AND day <= g.valid_to
    AND any(i IN range(0, size(e.valid_from) - 1) WHERE e.valid_from[i] <= day AND day <= e.valid_to[i])
  RETURN collect(DISTINCT e) AS holders
}
CALL (day, r, s, holders) {
  MATCH (u:Unit)-[f:OFFERS]->(r)
  WHERE f.valid_from <= day AND day <= f.valid_to
    AND any(i IN range(0, size(u.valid_from) - 1) WHERE u.valid_from[i] <= day AND day <= u.valid_to[i])
    AND ($units IS NULL OR u.id IN $units)
  RETURN DISTINCT u, 0 AS able
  UNION ALL
  UNWIND CASE WHEN s IS NOT NULL AND $units IS NULL THEN holders ELSE [] END AS e
  MATCH (e)-[h:HOLDS]->(a:Assignment)
  WHERE h.valid_from <= day AND day <= h.valid_to
    AND (size(a.systems) = 0 OR s.id IN a.systems)
    AND (size(s.purposes) = 0 OR a.purpose IN s.purposes)
  WITH DISTINCT day, r, s, e, a
  MATCH (a)-[:GRANTED_AT]->(v:VO)-[o:OWNS]->(u:Unit)
  WHERE any(i IN range(0, size(v.valid_from) - 1) WHERE v.valid_from[i] <= day AND day <= v.valid_to[i])
    AND o.valid_from <= day AND day <= o.valid_to
    AND (size(a.unit_ids) = 0 OR u.id IN a.unit_ids)
  WITH DISTINCT day, r, s, e, u
  WITH day, r, s, u, count(e) AS able
  WHERE (NOT s.requires_registration OR EXISTS {
      MATCH (u)-[g:REGISTERED_AT]->(s) WHERE g.valid_from <= day AND day <= g.valid_to
    })
    AND EXISTS { MATCH (u)-[f:OFFERS]->(r) WHERE f.valid_from <= day AND day <= f.valid_to }
  RETURN u, able
  UNION ALL
  UNWIND CASE WHEN s IS NOT NULL THEN $units ELSE [] END AS unit
  WITH DISTINCT day, r, s, unit
  MATCH (u:Unit {id: unit})
  WHERE (NOT s.requires_registration OR EXISTS {
      MATCH (u)-[g:REGISTERED_AT]->(s) WHERE g.valid_from <= day AND day <= g.valid_to
    })
    AND EXISTS { MATCH (u)-[f:OFFERS]->(r) WHERE f.valid_from <= day AND day <= f.valid_to }
  MATCH (u)<-[o:OWNS]-(v:VO)
  WHERE o.valid_from <= day AND day <= o.valid_to
    AND any(i IN range(0, size(v.valid_from) - 1) WHERE v.valid_from[i] <= day AND day <= v.valid_to[i])
  MATCH (v)<-[:GRANTED_AT]-(a:Assignment)
  WHERE (size(a.systems) = 0 OR s.id IN a.systems)
    AND (size(s.purposes) = 0 OR a.purpose IN s.purposes)
    AND (size(a.unit_ids) = 0 OR u.id IN a.unit_ids)
  WITH DISTINCT day, r, u, a
  MATCH (a)<-[h:HOLDS]-(e:Employee)-[g:HAS_ROLE]->(r)
  WHERE h.valid_from <= day AND day <= h.valid_to AND g.valid_from <= day AND day <= g.valid_to
    AND any(i IN range(0, size(e.valid_from) - 1) WHERE e.valid_from[i] <= day AND day <= e.valid_to[i])
  RETURN u, count(DISTINCT e) AS able
}
WITH day, r, u, size(holders) AS holders, sum(able) AS able
OPTIONAL MATCH (v:VO)-[o:OWNS]->(u)
WHERE o.valid_from <= day AND day <= o.valid_to
  AND any(i IN range(0, size(v.valid_from) - 1) WHERE v.valid_from[i] <= day AND day <= v.valid_to[i])
RETURN u.id AS unit_id, r.id AS role_id, coalesce(min(v.id), '') AS vo_id, holders, able
ORDER BY unit_id, role_id
