"""Reports: notebooks run with given parameters, one by one or many at a time, each into a page that can be read anywhere."""
