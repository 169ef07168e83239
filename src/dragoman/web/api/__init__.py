"""The desk for programs: JSON of the same shapes as the command line's, asked for by token or by a browser that is logged in."""
