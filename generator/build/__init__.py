"""A site's files to the files of its output, with no disk, clock or network in between."""
