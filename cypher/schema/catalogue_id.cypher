// One Catalogue for each id, and the index that questions start from.
CREATE CONSTRAINT graphauth_catalogue_id IF NOT EXISTS
FOR (n:Catalogue) REQUIRE n.id IS UNIQUE
