"""What authors wrote, held against every rule: a whole site, or every mistake with its place."""
