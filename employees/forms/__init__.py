"""Forms of operators, employments, and the employer's reference records."""
