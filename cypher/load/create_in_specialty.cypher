// Creates IN_SPECIALTY relationships; each row holds the ids of the two ends, and properties.
UNWIND $rows AS row
MATCH (a:Role {id: row.start})
MATCH (b:Specialty {id: row.end})
CREATE (a)-[r:IN_SPECIALTY]->(b)
SET r = row.properties
RETURN count(r) AS written
