"""The forecast: enquiries to come, the places and support they need, and how sure that is."""
