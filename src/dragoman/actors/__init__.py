"""Who is who, data only: countries, international bodies, their organs, offices and office-holders with dates, in several scripts."""
