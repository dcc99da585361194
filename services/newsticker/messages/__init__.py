"""What travels: frozen messages, the topic catalogue and the headers; imports pydantic only."""
