// The next $limit nodes of one kind after $after ('': from the first), as they are, each with the relationships that begin at it.
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
RETURN elementId(n) AS element, properties(n) AS properties, COLLECT {
  MATCH (n)-[r]->(m)
  RETURN [elementId(r), type(r), m.id, properties(r)]
} AS relationships
ORDER BY n.id
