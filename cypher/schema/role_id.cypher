// One Role for each id, and the index that questions start from.
CREATE CONSTRAINT graphauth_role_id IF NOT EXISTS
FOR (n:Role) REQUIRE n.id IS UNIQUE
