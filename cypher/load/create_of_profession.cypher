// Creates OF_PROFESSION relationships; each row holds the ids of the two ends, and properties.
UNWIND $rows AS row
MATCH (a:Role {id: row.start})
MATCH (b:Profession {id: row.end})
CREATE (a)-[r:OF_PROFESSION]->(b)
SET r = row.properties
RETURN count(r) AS written
