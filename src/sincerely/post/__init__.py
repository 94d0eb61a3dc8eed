"""Mail in and out, with no database."""
