// Creates WITH_CAPABILITY relationships; each row holds the ids of the two ends, and properties.
UNWIND $rows AS row
MATCH (a:Role {id: row.start})
MATCH (b:Capability {id: row.end})
CREATE (a)-[r:WITH_CAPABILITY]->(b)
SET r = row.properties
RETURN count(r) AS written
