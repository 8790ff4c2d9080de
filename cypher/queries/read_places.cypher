// What is known of the units listed: their rows, VOs, registrations, offers and roles.
MATCH (:DataSet {state: 'published'})
UNWIND $units AS unit
MATCH (u:Unit {id: unit})
CALL (u) {
  WITH u WHERE u.declared RETURN 'Unit' AS kind, '' AS start, '' AS end, properties(u) AS properties
  UNION ALL
  MATCH (u)<-[:OWNS]-(v:VO) WHERE v.declared
  RETURN 'VO' AS kind, '' AS start, '' AS end, properties(v) AS properties
  UNION ALL
  MATCH (u)-[g:REGISTERED_AT]->(s:System)
  RETURN 'REGISTERED_AT' AS kind, u.id AS start, s.id AS end, properties(g) AS properties
  UNION ALL
  MATCH (u)-[f:OFFERS]->(r:Role)
  RETURN 'OFFERS' AS kind, u.id AS start, r.id AS end, properties(f) AS properties
  UNION ALL
  MATCH (u)-[:OFFERS]->(r:Role) WHERE r.declared
  RETURN 'Role' AS kind, '' AS start, '' AS end, properties(r) AS properties
}
RETURN kind, start, end, properties
