"""Story to brief (pure)."""
