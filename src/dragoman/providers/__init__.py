"""Outside brains behind a port, each with an offline default."""
