// One Profession for each id, and the index that questions start from.
CREATE CONSTRAINT graphauth_profession_id IF NOT EXISTS
FOR (n:Profession) REQUIRE n.id IS UNIQUE
