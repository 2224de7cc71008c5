"""A few tables of Danmarks Statistik's StatBank, fetched when somebody asks for it and read from a file ever after."""
