// Creates HAS_CONTACT relationships; each row holds the ids of the two ends, and properties.
UNWIND $rows AS row
MATCH (a:VO {id: row.start})
MATCH (b:Employee {id: row.end})
CREATE (a)-[r:HAS_CONTACT]->(b)
SET r = row.properties
RETURN count(r) AS written
