"""What we know about sightings of the same item and about items that are nearly the same."""
