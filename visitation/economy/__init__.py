"""What it costs: budgets, unit costs and spending as published, and a business case line by line. Kroner; no screen."""
