// Creates nodes of the label Role; each row holds the properties of one.
UNWIND $rows AS row
CREATE (n:Role)
SET n = row
RETURN count(n) AS written
