// The nodes that are declared as one kind, with all that is known of them.
MATCH (:DataSet {state: 'published'})
WITH $label AS label
CALL (label) {
  WITH label WHERE label = 'Employee' MATCH (n:Employee) WHERE n.id IS NOT NULL AND n.declared RETURN n
  UNION
  WITH label WHERE label = 'Assignment' MATCH (n:Assignment) WHERE n.id IS NOT NULL AND n.declared RETURN n
  UNION
  WITH label WHERE label = 'VO' MATCH (n:VO) WHERE n.id IS NOT NULL AND n.declared RETURN n
  UNION
  WITH label WHERE label = 'Unit' MATCH (n:Unit) WHERE n.id IS NOT NULL AND n.declared RETURN n
  UNION
  WITH label WHERE label = 'Role' MATCH (n:Role) WHERE n.id IS NOT NULL AND n.declared RETURN n
  UNION
  WITH label WHERE label = 'Specialty' MATCH (n:Specialty) WHERE n.id IS NOT NULL AND n.declared RETURN n
  UNION
  WITH label WHERE label = 'Profession' MATCH (n:Profession) WHERE n.id IS NOT NULL AND n.declared RETURN n
  UNION
  WITH label WHERE label = 'Capability' MATCH (n:Capability) WHERE n.id IS NOT NULL AND n.declared RETURN n
  UNION
  WITH label WHERE label = 'Catalogue' MATCH (n:Catalogue) WHERE n.id IS NOT NULL AND n.declared RETURN n
  UNION
  WITH label WHERE label = 'System' MATCH (n:System) WHERE n.id IS NOT NULL AND n.declared RETURN n
  UNION
  WITH label WHERE label = 'Provider' MATCH (n:Provider) WHERE n.id IS NOT NULL AND n.declared RETURN n
}
RETURN properties(n) AS properties
