// Assignments and commissions without a purpose, or with one that no system names though some name any.
MATCH (:DataSet {state: 'published'})
OPTIONAL MATCH (s:System {declared: true})
UNWIND coalesce(s.purposes, []) + [''] AS named
WITH collect(DISTINCT named) AS known
MATCH (a:Assignment {declared: true})
WHERE a.purpose = '' OR size(known) > 1 AND NOT a.purpose IN known
WITH a, a.purpose = '' AND EXISTS {
  MATCH (a)<-[h:HOLDS]-() WHERE h.file = a.file AND h.line = a.line
} AS is_commission
OPTIONAL MATCH (a)<-[h:HOLDS]-(e:Employee)
WHERE is_commission
RETURN a.id AS assignment,
       e.id AS employee,
       CASE WHEN is_commission THEN 'commission'
            WHEN a.purpose = '' THEN 'missing'
            ELSE 'unknown' END AS kind,
       a.purpose AS purpose,
       collect(CASE WHEN is_commission THEN h {.file, .line} ELSE a {.file, .line} END) AS places
