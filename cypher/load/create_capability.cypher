// Creates nodes of the label Capability; each row holds the properties of one.
UNWIND $rows AS row
CREATE (n:Capability)
SET n = row
RETURN count(n) AS written
