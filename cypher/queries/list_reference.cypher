// What is the same for everybody: systems, providers, catalogues and the parts of roles, as they were read.
MATCH (:DataSet {state: 'published'})
WITH 1 AS published
CALL (published) {
  MATCH (n:System) WHERE n.id IS NOT NULL AND n.declared RETURN 'System' AS kind, n
  UNION ALL
  MATCH (n:Provider) WHERE n.id IS NOT NULL AND n.declared RETURN 'Provider' AS kind, n
  UNION ALL
  MATCH (n:Catalogue) WHERE n.id IS NOT NULL AND n.declared RETURN 'Catalogue' AS kind, n
  UNION ALL
  MATCH (n:Specialty) WHERE n.id IS NOT NULL AND n.declared RETURN 'Specialty' AS kind, n
  UNION ALL
  MATCH (n:Profession) WHERE n.id IS NOT NULL AND n.declared RETURN 'Profession' AS kind, n
  UNION ALL
  MATCH (n:Capability) WHERE n.id IS NOT NULL AND n.declared RETURN 'Capability' AS kind, n
}
RETURN kind, properties(n) AS properties
