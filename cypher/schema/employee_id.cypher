// One Employee for each id, and the index that questions start from.
CREATE CONSTRAINT graphauth_employee_id IF NOT EXISTS
FOR (n:Employee) REQUIRE n.id IS UNIQUE
