// Creates REPLACES relationships; each row holds the ids of the two ends, and properties.
UNWIND $rows AS row
MATCH (a:Unit {id: row.start})
MATCH (b:Unit {id: row.end})
CREATE (a)-[r:REPLACES]->(b)
SET r = row.properties
RETURN count(r) AS written
