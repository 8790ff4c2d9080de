// Creates nodes of the label System; each row holds the properties of one.
UNWIND $rows AS row
CREATE (n:System)
SET n = row
RETURN count(n) AS written
