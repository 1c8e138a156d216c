"""What a site links to: whether it still answers, where it went, where a copy of it is stored."""
