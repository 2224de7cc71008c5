"""The parts of the outcomes as plain data for the screen."""
