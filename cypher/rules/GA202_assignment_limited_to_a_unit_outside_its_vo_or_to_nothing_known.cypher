// Assignments limited to a valid unit that their valid VO does not own, or to no declared unit.
MATCH (:DataSet {state: 'published'})
WITH date($day) AS day
MATCH (a:Assignment {declared: true})
WHERE size(a.unit_ids) > 0
CALL (a, day) {
  MATCH (a)-[:GRANTED_AT]->(v:VO {declared: true}), (a)-[:LIMITED_TO]->(u:Unit {declared: true})
  WHERE any(i IN range(0, size(v.valid_from) - 1)
            WHERE v.valid_from[i] <= day AND day <= v.valid_to[i])
    AND any(i IN range(0, size(u.valid_from) - 1)
            WHERE u.valid_from[i] <= day AND day <= u.valid_to[i])
    AND NOT EXISTS {
      MATCH (v)-[o:OWNS]->(u) WHERE o.valid_from <= day AND day <= o.valid_to
    }
  RETURN u.id AS unit, v.id AS vo, 'outside' AS kind
  UNION
  WITH a
  WHERE NOT EXISTS { (a)-[:LIMITED_TO]->(:Unit {declared: true}) }
  RETURN null AS unit, null AS vo, 'nothing_known' AS kind
}
RETURN DISTINCT a.id AS assignment, unit, vo, kind, [a {.file, .line}] AS places
