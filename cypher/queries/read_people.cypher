// What is known of the employees listed: their rows, memberships, assignments, VOs, grants and roles.
MATCH (:DataSet {state: 'published'})
UNWIND $employees AS employee
MATCH (e:Employee {id: employee})
CALL (e) {
  WITH e WHERE e.declared RETURN 'Employee' AS kind, '' AS start, '' AS end, properties(e) AS properties
  UNION ALL
  MATCH (e)-[h:HOLDS]->(a:Assignment)
  RETURN 'HOLDS' AS kind, e.id AS start, a.id AS end, properties(h) AS properties
  UNION ALL
  MATCH (e)-[:HOLDS]->(a:Assignment) WHERE a.declared
  RETURN 'Assignment' AS kind, '' AS start, '' AS end, properties(a) AS properties
  UNION ALL
  MATCH (e)-[:HOLDS]->(:Assignment)-[:GRANTED_AT]->(v:VO) WHERE v.declared
  RETURN 'VO' AS kind, '' AS start, '' AS end, properties(v) AS properties
  UNION ALL
  MATCH (e)-[g:HAS_ROLE]->(r:Role)
  RETURN 'HAS_ROLE' AS kind, e.id AS start, r.id AS end, properties(g) AS properties
  UNION ALL
  MATCH (e)-[:HAS_ROLE]->(r:Role) WHERE r.declared
  RETURN 'Role' AS kind, '' AS start, '' AS end, properties(r) AS properties
}
RETURN kind, start, end, properties
