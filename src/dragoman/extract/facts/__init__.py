"""What a page says of itself in its data and around its headline."""
