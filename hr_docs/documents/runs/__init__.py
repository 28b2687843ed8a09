"""Runs of many packs in the background: ordered on a page, worked off by several processes."""
