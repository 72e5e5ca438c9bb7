"""Numbers, amounts, ranges and days: pure readers of text."""
