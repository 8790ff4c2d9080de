// Creates nodes of the label Assignment; each row holds the properties of one.
UNWIND $rows AS row
CREATE (n:Assignment)
SET n = row
RETURN count(n) AS written
