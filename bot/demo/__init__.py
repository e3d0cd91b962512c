"""The association on one machine: a local Telegram, a chat page and sample data."""
