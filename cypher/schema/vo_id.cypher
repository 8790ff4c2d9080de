// One VO for each id, and the index that questions start from.
CREATE CONSTRAINT graphauth_vo_id IF NOT EXISTS
FOR (n:VO) REQUIRE n.id IS UNIQUE
