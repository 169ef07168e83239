"""Who wrote it, who else worked on it, and where the text came from."""
