// Creates HOLDS relationships; each row holds the ids of the two ends, and properties.
UNWIND $rows AS row
MATCH (a:Employee {id: row.start})
MATCH (b:Assignment {id: row.end})
CREATE (a)-[r:HOLDS]->(b)
SET r = row.properties
RETURN count(r) AS written
