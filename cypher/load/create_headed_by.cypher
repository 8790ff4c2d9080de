// Creates HEADED_BY relationships; each row holds the ids of the two ends, and properties.
UNWIND $rows AS row
MATCH (a:VO {id: row.start})
MATCH (b:Employee {id: row.end})
CREATE (a)-[r:HEADED_BY]->(b)
SET r = row.properties
RETURN count(r) AS written
