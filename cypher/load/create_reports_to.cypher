// Creates REPORTS_TO relationships; each row holds the ids of the two ends, and properties.
UNWIND $rows AS row
MATCH (a:Employee {id: row.start})
MATCH (b:Employee {id: row.end})
CREATE (a)-[r:REPORTS_TO]->(b)
SET r = row.properties
RETURN count(r) AS written
