"""One module a page: `page(desk, asked)` gathers what its template shows."""
