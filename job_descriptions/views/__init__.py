"""Pages of positions, experience tiers and job descriptions."""
