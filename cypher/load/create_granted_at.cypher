// Creates GRANTED_AT relationships; each row holds the ids of the two ends, and properties.
UNWIND $rows AS row
MATCH (a:Assignment {id: row.start})
MATCH (b:VO {id: row.end})
CREATE (a)-[r:GRANTED_AT]->(b)
SET r = row.properties
RETURN count(r) AS written
