"""A chosen part of a chronology as a document that other programs take: one tree, and a writer for each format."""
