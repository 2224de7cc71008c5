"""The political guideposts: what a committee wants looked at, what the register can tell of it, and what was done."""
