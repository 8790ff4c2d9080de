// Creates PART_OF relationships; each row holds the ids of the two ends, and properties.
UNWIND $rows AS row
MATCH (a:VO {id: row.start})
MATCH (b:Provider {id: row.end})
CREATE (a)-[r:PART_OF]->(b)
SET r = row.properties
RETURN count(r) AS written
