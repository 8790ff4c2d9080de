// One Specialty for each id, and the index that questions start from.
CREATE CONSTRAINT graphauth_specialty_id IF NOT EXISTS
FOR (n:Specialty) REQUIRE n.id IS UNIQUE
