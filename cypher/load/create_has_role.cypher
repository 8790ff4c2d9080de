// Creates HAS_ROLE relationships; each row holds the ids of the two ends, and properties.
UNWIND $rows AS row
MATCH (a:Employee {id: row.start})
MATCH (b:Role {id: row.end})
CREATE (a)-[r:HAS_ROLE]->(b)
SET r = row.properties
RETURN count(r) AS written
