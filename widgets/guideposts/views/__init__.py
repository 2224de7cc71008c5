"""The parts of the page as plain data, one module each."""
