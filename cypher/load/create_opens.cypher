// Creates OPENS relationships; each row holds the ids of the two ends, and properties.
UNWIND $rows AS row
MATCH (a:Assignment {id: row.start})
MATCH (b:System {id: row.end})
CREATE (a)-[r:OPENS]->(b)
SET r = row.properties
RETURN count(r) AS written
