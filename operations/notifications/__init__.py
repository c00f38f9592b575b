"""What the bot says by itself: reminders, bundles, news, nudges and digests."""
