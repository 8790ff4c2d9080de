// Creates nodes of the label Profession; each row holds the properties of one.
UNWIND $rows AS row
CREATE (n:Profession)
SET n = row
RETURN count(n) AS written
