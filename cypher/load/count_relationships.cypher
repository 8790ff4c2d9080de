// How many relationships there are of each kind, and in all.
MATCH ()-[r]->()
WITH count(r) AS relationships
CALL () {
  MATCH ()-[r:HOLDS]->() WITH count(r) AS count RETURN 'HOLDS' AS type, count
  UNION ALL
  MATCH ()-[r:GRANTED_AT]->() WITH count(r) AS count RETURN 'GRANTED_AT' AS type, count
  UNION ALL
  MATCH ()-[r:LIMITED_TO]->() WITH count(r) AS count RETURN 'LIMITED_TO' AS type, count
  UNION ALL
  MATCH ()-[r:OPENS]->() WITH count(r) AS count RETURN 'OPENS' AS type, count
  UNION ALL
  MATCH ()-[r:OWNS]->() WITH count(r) AS count RETURN 'OWNS' AS type, count
  UNION ALL
  MATCH ()-[r:REGISTERED_AT]->() WITH count(r) AS count RETURN 'REGISTERED_AT' AS type, count
  UNION ALL
  MATCH ()-[r:OFFERS]->() WITH count(r) AS count RETURN 'OFFERS' AS type, count
  UNION ALL
  MATCH ()-[r:HAS_ROLE]->() WITH count(r) AS count RETURN 'HAS_ROLE' AS type, count
  UNION ALL
  MATCH ()-[r:LISTS]->() WITH count(r) AS count RETURN 'LISTS' AS type, count
  UNION ALL
  MATCH ()-[r:USES]->() WITH count(r) AS count RETURN 'USES' AS type, count
  UNION ALL
  MATCH ()-[r:OWNED_BY]->() WITH count(r) AS count RETURN 'OWNED_BY' AS type, count
  UNION ALL
  MATCH ()-[r:IN_SPECIALTY]->() WITH count(r) AS count RETURN 'IN_SPECIALTY' AS type, count
  UNION ALL
  MATCH ()-[r:OF_PROFESSION]->() WITH count(r) AS count RETURN 'OF_PROFESSION' AS type, count
  UNION ALL
  MATCH ()-[r:WITH_CAPABILITY]->() WITH count(r) AS count RETURN 'WITH_CAPABILITY' AS type, count
  UNION ALL
  MATCH ()-[r:REPORTS_TO]->() WITH count(r) AS count RETURN 'REPORTS_TO' AS type, count
  UNION ALL
  MATCH ()-[r:HEADED_BY]->() WITH count(r) AS count RETURN 'HEADED_BY' AS type, count
  UNION ALL
  MATCH ()-[r:HAS_CONTACT]->() WITH count(r) AS count RETURN 'HAS_CONTACT' AS type, count
  UNION ALL
  MATCH ()-[r:MANAGED_BY]->() WITH count(r) AS count RETURN 'MANAGED_BY' AS type, count
  UNION ALL
  MATCH ()-[r:ANSWERS_FOR]->() WITH count(r) AS count RETURN 'ANSWERS_FOR' AS type, count
  UNION ALL
  MATCH ()-[r:REPLACES]->() WITH count(r) AS count RETURN 'REPLACES' AS type, count
  UNION ALL
  MATCH ()-[r:PART_OF]->() WITH count(r) AS count RETURN 'PART_OF' AS type, count
}
RETURN relationships, type, count
ORDER BY type
