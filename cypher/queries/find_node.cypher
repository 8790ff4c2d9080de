// A node, by its label and id, with all that is known of it.
MATCH (:DataSet {state: 'published'})
WITH $label AS label
CALL (label) {
  WITH label WHERE label = 'Employee' MATCH (n:Employee {id: $id}) RETURN n
  UNION
  WITH label WHERE label = 'Assignment' MATCH (n:Assignment {id: $id}) RETURN n
  UNION
  WITH label WHERE label = 'VO' MATCH (n:VO {id: $id}) RETURN n
  UNION
  WITH label WHERE label = 'Unit' MATCH (n:Unit {id: $id}) RETURN n
  UNION
  WITH label WHERE label = 'Role' MATCH (n:Role {id: $id}) RETURN n
  UNION
  WITH label WHERE label = 'Specialty' MATCH (n:Specialty {id: $id}) RETURN n
  UNION
  WITH label WHERE label = 'Profession' MATCH (n:Profession {id: $id}) RETURN n
  UNION
  WITH label WHERE label = 'Capability' MATCH (n:Capability {id: $id}) RETURN n
  UNION
  WITH label WHERE label = 'Catalogue' MATCH (n:Catalogue {id: $id}) RETURN n
  UNION
  WITH label WHERE label = 'System' MATCH (n:System {id: $id}) RETURN n
  UNION
  WITH label WHERE label = 'Provider' MATCH (n:Provider {id: $id}) RETURN n
}
RETURN properties(n) AS properties
