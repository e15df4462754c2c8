"""How fast and how small the installed program is, as ratios to bare Python: `make bench`."""
