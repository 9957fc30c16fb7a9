"""What is remembered: ports in `base`, and behind them the SQL store and the embedder."""
