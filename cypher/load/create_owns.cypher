// Creates OWNS relationships; each row holds the ids of the two ends, and properties.
UNWIND $rows AS row
MATCH (a:VO {id: row.start})
MATCH (b:Unit {id: row.end})
CREATE (a)-[r:OWNS]->(b)
SET r = row.properties
RETURN count(r) AS written
