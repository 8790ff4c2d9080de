// Says of relationships that their rows now stand at another place.
UNWIND $rows AS row
MATCH ()-[r]->()
WHERE elementId(r) = row.element
SET r += row.properties
RETURN count(r) AS written
