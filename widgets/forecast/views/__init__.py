"""The parts of the forecast as plain data for the screen."""
