"""Pure readers of a news page: one parse, shared by all. No network, no clock, no files but the word lists."""
