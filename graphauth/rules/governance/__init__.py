"""Who answers for VOs, units and catalogues."""
