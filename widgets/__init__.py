"""The screen: one folder a dashboard, each with its state (asks the core) and its panel (draws)."""
