"""Pages of operators, their employments, and the employer's reference records."""
