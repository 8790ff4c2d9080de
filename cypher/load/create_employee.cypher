// Creates nodes of the label Employee; each row holds the properties of one.
UNWIND $rows AS row
CREATE (n:Employee)
SET n = row
RETURN count(n) AS written
