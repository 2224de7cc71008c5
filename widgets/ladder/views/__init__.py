"""The parts of the ladder page as plain data, one module each."""
