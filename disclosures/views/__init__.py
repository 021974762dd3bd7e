"""Answer requests: each view reads the address, asks one question and renders."""
