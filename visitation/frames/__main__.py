"""Prints what every frame and every column is, as Markdown: `python -m visitation.frames > tabeller.md`."""

from visitation.frames.about import reference

if __name__ == "__main__":
    print(reference())
