// Creates LISTS relationships; each row holds the ids of the two ends, and properties.
UNWIND $rows AS row
MATCH (a:Catalogue {id: row.start})
MATCH (b:Role {id: row.end})
CREATE (a)-[r:LISTS]->(b)
SET r = row.properties
RETURN count(r) AS written
