// One Provider for each id, and the index that questions start from.
CREATE CONSTRAINT graphauth_provider_id IF NOT EXISTS
FOR (n:Provider) REQUIRE n.id IS UNIQUE
