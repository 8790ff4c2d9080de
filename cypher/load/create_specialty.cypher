// Creates nodes of the label Specialty; each row holds the properties of one.
UNWIND $rows AS row
CREATE (n:Specialty)
SET n = row
RETURN count(n) AS written
