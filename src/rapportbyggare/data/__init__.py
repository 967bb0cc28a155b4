"""The indicator catalogue and the archive of deliveries, read strictly."""
