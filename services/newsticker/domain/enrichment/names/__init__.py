"""Which capitals in a text name whom: people, organisations and places are told apart together, span by span."""
