// The nodes of one kind that have one of the ids, with all that is known of them.
MATCH (:DataSet {state: 'published'})
WITH $label AS label
CALL (label) {
  WITH label WHERE label = 'Employee' UNWIND $ids AS id MATCH (n:Employee {id: id}) RETURN n
  UNION ALL
  WITH label WHERE label = 'Assignment' UNWIND $ids AS id MATCH (n:Assignment {id: id}) RETURN n
  UNION ALL
  WITH label WHERE label = 'VO' UNWIND $ids AS id MATCH (n:VO {id: id}) RETURN n
  UNION ALL
  WITH label WHERE label = 'Unit' UNWIND $ids AS id MATCH (n:Unit {id: id}) RETURN n
  UNION ALL
  WITH label WHERE label = 'Role' UNWIND $ids AS id MATCH (n:Role {id: id}) RETURN n
  UNION ALL
  WITH label WHERE label = 'Specialty' UNWIND $ids AS id MATCH (n:Specialty {id: id}) RETURN n
  UNION ALL
  WITH label WHERE label = 'Profession' UNWIND $ids AS id MATCH (n:Profession {id: id}) RETURN n
  UNION ALL
  WITH label WHERE label = 'Capability' UNWIND $ids AS id MATCH (n:Capability {id: id}) RETURN n
  UNION ALL
  WITH label WHERE label = 'Catalogue' UNWIND $ids AS id MATCH (n:Catalogue {id: id}) RETURN n
  UNION ALL
  WITH label WHERE label = 'System' UNWIND $ids AS id MATCH (n:System {id: id}) RETURN n
  UNION ALL
  WITH label WHERE label = 'Provider' UNWIND $ids AS id MATCH (n:Provider {id: id}) RETURN n
}
RETURN properties(n) AS properties
