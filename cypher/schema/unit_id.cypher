// One Unit for each id, and the index that questions start from.
CREATE CONSTRAINT graphauth_unit_id IF NOT EXISTS
FOR (n:Unit) REQUIRE n.id IS UNIQUE
