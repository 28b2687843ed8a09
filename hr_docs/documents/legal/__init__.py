"""The contract check in the product: records → findings, what people decide about them, figures."""
