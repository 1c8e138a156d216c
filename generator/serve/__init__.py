"""The preview: a site served from memory, which follows what its author saves."""
