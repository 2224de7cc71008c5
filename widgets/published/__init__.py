"""The public pages: each a module whose functions make its pieces of what was published, and of nothing else."""

from widgets.published import access, development, guideposts, ladder, method, overview, prices, promises
from widgets.published.public import public

__all__ = ["access", "development", "guideposts", "ladder", "method", "overview", "prices", "promises", "public"]
