"""Reading the sources, writing the site, and what is remembered between builds.

Nothing is imported here: a build with nothing to do needs only `read` and `manifest`, and must start at once.
"""
