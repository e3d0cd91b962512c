"""After an event: who was there, certificates, what they think of it."""
