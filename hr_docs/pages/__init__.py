"""What every page shares: navigation, lists, form pieces, response headers. Knows no records."""
