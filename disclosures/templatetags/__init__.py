"""Give templates the site's own words: money, missing values, where one is."""
