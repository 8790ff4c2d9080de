// Creates OWNED_BY relationships; each row holds the ids of the two ends, and properties.
UNWIND $rows AS row
MATCH (a:Catalogue {id: row.start})
MATCH (b:VO {id: row.end})
CREATE (a)-[r:OWNED_BY]->(b)
SET r = row.properties
RETURN count(r) AS written
