"""The second room: articles.db -> ikm.db. Imports neither crawler nor Scrapy."""
