"""Statistics: intervals, comparisons and survival, as plain functions of counts and scores."""
