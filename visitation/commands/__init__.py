"""The commands of `visitation`, a room for each kind of work; what a command needs it imports when it runs."""
