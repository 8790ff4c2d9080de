// Creates Remark nodes: what reading remarked on; each row holds the properties of one.
UNWIND $rows AS row
CREATE (n:Remark)
SET n = row
RETURN count(n) AS written
