"""What pages show of the contract check: figures, calendars, rules, wages, live findings."""
