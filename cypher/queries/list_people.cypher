// Who can log in at a unit; null in $roles asks for every role.
MATCH (:DataSet {state: 'published'})
WITH date($day) AS day
MATCH (s:System {id: $system})
UNWIND [$unit] AS unit
MATCH (u:Unit {id: unit})<-[o:OWNS]-(v:VO)
WHERE o.valid_to >= day
UNWIND range(0, size(v.valid_from) - 1) AS i
WITH day, s, u, v, [o.valid_from, v.valid_from[i]] AS begins, [o.valid_to, v.valid_to[i]] AS ends
OPTIONAL MATCH (u)-[g:REGISTERED_AT]->(s)
WHERE s.requires_registration AND g.valid_to >= day
WITH day, s, u, v, g,
  CASE WHEN g IS NULL THEN begins ELSE begins + g.valid_from END AS begins,
  CASE WHEN g IS NULL THEN ends ELSE ends + g.valid_to END AS ends
WHERE s.requires_registration = (g IS NOT NULL)
WITH DISTINCT day, s, u, v,
  reduce(last = begins[0], one IN begins | CASE WHEN one > last THEN one ELSE last END) AS begins,
  reduce(first = ends[0], one IN ends | CASE WHEN one < first THEN one ELSE first END) AS ends
WHERE begins <= ends AND ends >= day
MATCH (v)<-[:GRANTED_AT]-(a:Assignment)<-[h:HOLDS]-(e:Employee)
WHERE h.valid_to >= day
  AND (size(a.systems) = 0 OR s.id IN a.systems)
  AND (size(s.purposes) = 0 OR a.purpose IN s.purposes)
  AND (size(a.unit_ids) = 0 OR u.id IN a.unit_ids)
UNWIND range(0, size(e.valid_from) - 1) AS i
WITH DISTINCT day, s, e, u, v,
  reduce(last = begins, one IN [h.valid_from, e.valid_from[i]] | CASE WHEN one > last THEN one ELSE last END) AS begins,
  reduce(first = ends, one IN [h.valid_to, e.valid_to[i]] | CASE WHEN one < first THEN one ELSE first END) AS ends
WHERE begins <= ends AND ends >= day
OPTIONAL MATCH (e)-[g:HAS_ROLE]->(r:Role {declared: true})<-[f:OFFERS]-(u)
WHERE s.requires_role AND g.valid_to >= day AND f.valid_to >= day
WITH day, s, e, u, v, r,
  CASE WHEN r IS NULL THEN [begins] ELSE [begins, g.valid_from, f.valid_from] END AS begins,
  CASE WHEN r IS NULL THEN [ends] ELSE [ends, g.valid_to, f.valid_to] END AS ends
WHERE s.requires_role = (r IS NOT NULL) AND ($roles IS NULL OR coalesce(r.id, '') IN $roles)
WITH DISTINCT day, e, u, v, r,
  reduce(last = begins[0], one IN begins | CASE WHEN one > last THEN one ELSE last END) AS begins,
  reduce(first = ends[0], one IN ends | CASE WHEN one < first THEN one ELSE first END) AS ends
WHERE begins <= ends AND ends >= day
ORDER BY begins
WITH day, e, u, r, min(CASE WHEN begins <= day THEN v.id END) AS vo_id, collect([begins, ends]) AS periods
WHERE vo_id IS NOT NULL
RETURN e.id AS employee_id, u.id AS unit_id, coalesce(r.id, '') AS role_id, vo_id,
  coalesce(r.specialty_id, '') AS specialty_id, coalesce(r.profession_id, '') AS profession_id,
  coalesce(r.capability_id, '') AS capability_id,
  reduce(until = day, one IN periods |
    CASE WHEN one[0] <= until + duration({days: 1}) AND one[1] > until THEN one[1] ELSE until END) AS valid_until
ORDER BY employee_id, unit_id, role_id
