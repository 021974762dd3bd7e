"""The Django project around the app `disclosures`: settings, addresses, server."""
