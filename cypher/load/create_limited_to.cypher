// Creates LIMITED_TO relationships; each row holds the ids of the two ends, and properties.
UNWIND $rows AS row
MATCH (a:Assignment {id: row.start})
MATCH (b:Unit {id: row.end})
CREATE (a)-[r:LIMITED_TO]->(b)
SET r = row.properties
RETURN count(r) AS written
