"""Getting pages: http, files, recordings; encodings, robots and pace."""
