"""Fuzzing of what reads pages without trust."""
