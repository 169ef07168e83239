"""Script-aware string tools (pure)."""
