"""A real Neo4j for the tests: fetched once, started on loopback, ended with the test run."""
