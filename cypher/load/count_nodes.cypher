// How many nodes there are in all, and how many of them are graphauth's.
MATCH (n)
WITH count(n) AS nodes
CALL () {
  MATCH (n:Employee) WITH count(n) AS count RETURN 'Employee' AS label, count
  UNION ALL
  MATCH (n:Assignment) WITH count(n) AS count RETURN 'Assignment' AS label, count
  UNION ALL
  MATCH (n:VO) WITH count(n) AS count RETURN 'VO' AS label, count
  UNION ALL
  MATCH (n:Unit) WITH count(n) AS count RETURN 'Unit' AS label, count
  UNION ALL
  MATCH (n:Role) WITH count(n) AS count RETURN 'Role' AS label, count
  UNION ALL
  MATCH (n:Specialty) WITH count(n) AS count RETURN 'Specialty' AS label, count
  UNION ALL
  MATCH (n:Profession) WITH count(n) AS count RETURN 'Profession' AS label, count
  UNION ALL
  MATCH (n:Capability) WITH count(n) AS count RETURN 'Capability' AS label, count
  UNION ALL
  MATCH (n:Catalogue) WITH count(n) AS count RETURN 'Catalogue' AS label, count
  UNION ALL
  MATCH (n:System) WITH count(n) AS count RETURN 'System' AS label, count
  UNION ALL
  MATCH (n:Provider) WITH count(n) AS count RETURN 'Provider' AS label, count
  UNION ALL
  MATCH (n:DataSet) WITH count(n) AS count RETURN 'DataSet' AS label, count
  UNION ALL
  MATCH (n:Remark) WITH count(n) AS count RETURN 'Remark' AS label, count
}
RETURN nodes, label, count
ORDER BY label
