"""From a Word file with tags to a compiled template."""
