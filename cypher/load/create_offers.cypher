// Creates OFFERS relationships; each row holds the ids of the two ends, and properties.
UNWIND $rows AS row
MATCH (a:Unit {id: row.start})
MATCH (b:Role {id: row.end})
CREATE (a)-[r:OFFERS]->(b)
SET r = row.properties
RETURN count(r) AS written
