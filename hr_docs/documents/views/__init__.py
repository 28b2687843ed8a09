"""Pages of the register: issue, read, download, void, verify."""
