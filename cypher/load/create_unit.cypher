// Creates nodes of the label Unit; each row holds the properties of one.
UNWIND $rows AS row
CREATE (n:Unit)
SET n = row
RETURN count(n) AS written
