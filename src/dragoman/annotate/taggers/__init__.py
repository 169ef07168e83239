"""A language's own name tagger, one module each; loaded only when a text in that language comes."""
