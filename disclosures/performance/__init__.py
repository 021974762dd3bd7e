"""Say what indicators and projects amount to: judged, followed over years, counted by quality."""
