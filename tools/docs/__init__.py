"""What the documentation site makes of the code and the models while it is built; `hook.py` is where MkDocs comes in."""
