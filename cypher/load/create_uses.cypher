// Creates USES relationships; each row holds the ids of the two ends, and properties.
UNWIND $rows AS row
MATCH (a:VO {id: row.start})
MATCH (b:Catalogue {id: row.end})
CREATE (a)-[r:USES]->(b)
SET r = row.properties
RETURN count(r) AS written
