// The constraints of graphauth's that the database has, by the names of their files.
SHOW CONSTRAINTS YIELD name
WHERE name STARTS WITH 'graphauth_'
RETURN substring(name, size('graphauth_')) AS name
