"""Language models: the port, the adapter, and what stands between a caller and a provider."""
