// One DataSet node in the database.
CREATE CONSTRAINT graphauth_dataset_key IF NOT EXISTS
FOR (n:DataSet) REQUIRE n.key IS UNIQUE
