// What reading remarked on, as it is.
MATCH (n:Remark)
RETURN elementId(n) AS element, properties(n) AS properties
