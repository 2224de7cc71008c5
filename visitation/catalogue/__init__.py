"""The municipality's catalogue of services: what is offered on each step of the ladder, and how much of it is used."""
