// Gives nodes the properties of the rows, and no others.
UNWIND $rows AS row
MATCH (n)
WHERE elementId(n) = row.element
SET n = row.properties
RETURN count(n) AS written
