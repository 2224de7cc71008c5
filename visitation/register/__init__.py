"""The register: cases as folds of an append-only, hash-chained list of events."""
