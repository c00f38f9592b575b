"""Telegram: python-telegram-bot as the client, our own reading, drawing and polling."""
