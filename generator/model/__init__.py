"""What a site is once it has been checked: valid, resolved, sorted. Whoever holds one of these need not check again."""
