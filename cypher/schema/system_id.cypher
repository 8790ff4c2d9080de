// One System for each id, and the index that questions start from.
CREATE CONSTRAINT graphauth_system_id IF NOT EXISTS
FOR (n:System) REQUIRE n.id IS UNIQUE
