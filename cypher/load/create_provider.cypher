// Creates nodes of the label Provider; each row holds the properties of one.
UNWIND $rows AS row
CREATE (n:Provider)
SET n = row
RETURN count(n) AS written
