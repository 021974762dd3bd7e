"""Draw results with plotly: every chart has a title, words for the screen reader, and a table twin on its page."""
