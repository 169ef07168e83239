"""Page to article (pure)."""
