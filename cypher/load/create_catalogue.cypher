// Creates nodes of the label Catalogue; each row holds the properties of one.
UNWIND $rows AS row
CREATE (n:Catalogue)
SET n = row
RETURN count(n) AS written
