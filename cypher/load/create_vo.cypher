// Creates nodes of the label VO; each row holds the properties of one.
UNWIND $rows AS row
CREATE (n:VO)
SET n = row
RETURN count(n) AS written
