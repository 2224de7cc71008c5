"""What came of it: development of wellbeing, cohorts and success criteria, each with its n, period and what is missing."""
