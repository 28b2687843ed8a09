"""The lists of operators and documents: filters, columns, what waits for somebody."""
