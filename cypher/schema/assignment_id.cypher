// One Assignment for each id, and the index that questions start from.
CREATE CONSTRAINT graphauth_assignment_id IF NOT EXISTS
FOR (n:Assignment) REQUIRE n.id IS UNIQUE
