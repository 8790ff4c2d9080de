// The next $limit nodes of one kind after $after ('': from the first), each with the rows of tables that begin at it.
WITH $label AS label
CALL (label) {
  WITH label WHERE label = 'Employee' MATCH (n:Employee) WHERE n.id > $after RETURN n ORDER BY n.id LIMIT toInteger($limit)
  UNION ALL
  WITH label WHERE label = 'Assignment' MATCH (n:Assignment) WHERE n.id > $after RETURN n ORDER BY n.id LIMIT toInteger($limit)
  UNION ALL
  WITH label WHERE label = 'VO' MATCH (n:VO) WHERE n.id > $after RETURN n ORDER BY n.id LIMIT toInteger($limit)
  UNION ALL
  WITH label WHERE label = 'Unit' MATCH (n:Unit) WHERE n.id > $after RETURN n ORDER BY n.id LIMIT toInteger($limit)
  UNION ALL
  WITH label WHERE label = 'Role' MATCH (n:Role) WHERE n.id > $after RETURN n ORDER BY n.id LIMIT toInteger($limit)
  UNION ALL
  WITH label WHERE label = 'Specialty' MATCH (n:Specialty) WHERE n.id > $after RETURN n ORDER BY n.id LIMIT toInteger($limit)
  UNION ALL
  WITH label WHERE label = 'Profession' MATCH (n:Profession) WHERE n.id > $after RETURN n ORDER BY n.id LIMIT toInteger($limit)
  UNION ALL
  WITH label WHERE label = 'Capability' MATCH (n:Capability) WHERE n.id > $after RETURN n ORDER BY n.id LIMIT toInteger($limit)
  UNION ALL
  WITH label WHERE label = 'Catalogue' MATCH (n:Catalogue) WHERE n.id > $after RETURN n ORDER BY n.id LIMIT toInteger($limit)
  UNION ALL
  WITH label WHERE label = 'System' MATCH (n:System) WHERE n.id > $after RETURN n ORDER BY n.id LIMIT toInteger($limit)
  UNION ALL
  WITH label WHERE label = 'Provider' MATCH (n:Provider) WHERE n.id > $after RETURN n ORDER BY n.id LIMIT toInteger($limit)
}
RETURN properties(n) AS properties, COLLECT {
  MATCH (n)-[r:HOLDS|HAS_ROLE|OFFERS|REGISTERED_AT]->(m)
  RETURN [type(r), m.id, toString(r.valid_from), toString(r.valid_to), r.granted_by, r.file, r.line]
} AS rows
ORDER BY n.id
