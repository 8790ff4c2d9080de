// Has Neo4j count anew what its planner reckons with, and forget plans that were made for an empty database.
CALL db.prepareForReplanning(300)
