"""明账: read, check, compare and publish budget disclosures."""
