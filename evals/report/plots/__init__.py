"""Plots as SVG, drawn from figures alone; colours come from the page's tokens by class."""
