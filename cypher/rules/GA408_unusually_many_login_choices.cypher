// Employees with far more login choices than their peers, of the same profession at the same VO.
MATCH (:DataSet {state: 'published'})
WITH date($day) AS day
MATCH (s:System {id: $system, declared: true})
WHERE s.requires_role
MATCH (e:Employee {declared: true})-[h:HOLDS]->(a:Assignment {declared: true})
WHERE h.valid_from <= day AND day <= h.valid_to
  AND (size(a.systems) = 0 OR s.id IN a.systems)
  AND (size(s.purposes) = 0 OR a.purpose IN s.purposes)
  AND any(i IN range(0, size(e.valid_from) - 1) WHERE e.valid_from[i] <= day AND day <= e.valid_to[i])
WITH day, s, e, collect(DISTINCT a) AS opened, collect(h {.file, .line}) AS places
CALL (day, s, e, opened) {
  UNWIND opened AS a
  MATCH (a)-[:GRANTED_AT]->(v:VO {declared: true})-[w:OWNS]->(u:Unit)-[o:OFFERS]->(r:Role {declared: true})<-[g:HAS_ROLE]-(e)
  WHERE w.valid_from <= day AND day <= w.valid_to
    AND o.valid_from <= day AND day <= o.valid_to
    AND g.valid_from <= day AND day <= g.valid_to
    AND any(i IN range(0, size(v.valid_from) - 1) WHERE v.valid_from[i] <= day AND day <= v.valid_to[i])
    AND (size(a.unit_ids) = 0 OR u.id IN a.unit_ids)
    AND (NOT s.requires_registration OR EXISTS {
      MATCH (u)-[n:REGISTERED_AT]->(s) WHERE n.valid_from <= day AND day <= n.valid_to
    })
  WITH DISTINCT u, r
  RETURN count(*) AS choices
}
WITH day, e, opened, places, choices
WHERE choices > 0
MATCH (e)-[g:HAS_ROLE]->(r:Role {declared: true})
WHERE g.valid_from <= day AND day <= g.valid_to
UNWIND opened AS a
WITH DISTINCT r.profession_id AS profession, a.vo_id AS vo, e, places, choices
WITH profession, vo, percentileCont(choices, 0.5) AS median,
     collect({employee: e.id, places: places, choices: choices}) AS peers
UNWIND peers AS one
WITH one.employee AS employee, one.places AS places, one.choices AS choices, max(median) AS usual
WHERE choices > $least AND choices > $times * usual
RETURN employee, choices, toInteger(ceil(usual)) AS usual, places
