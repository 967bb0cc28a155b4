"""Hand-written files read strictly: text, paths and TOML with places."""
