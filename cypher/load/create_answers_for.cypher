// Creates ANSWERS_FOR relationships; each row holds the ids of the two ends, and properties.
UNWIND $rows AS row
MATCH (a:VO {id: row.start})
MATCH (b:Specialty {id: row.end})
CREATE (a)-[r:ANSWERS_FOR]->(b)
SET r = row.properties
RETURN count(r) AS written
