// One Capability for each id, and the index that questions start from.
CREATE CONSTRAINT graphauth_capability_id IF NOT EXISTS
FOR (n:Capability) REQUIRE n.id IS UNIQUE
