"""Publishing: a built site as a commit on a branch of a remote, by git's plumbing."""
