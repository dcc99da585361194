"""Where pages are shared; the names are the same in all languages."""

NETWORKS = (
    "Facebook",
    "Twitter",
    "X",
    "X (Twitter)",
    "WhatsApp",
    "LinkedIn",
    "Instagram",
    "Telegram",
    "Pinterest",
    "Reddit",
    "Messenger",
    "Mastodon",
    "Bluesky",
    "Threads",
    "TikTok",
    "YouTube",
    "Tumblr",
    "Snapchat",
    "Signal",
    "Flipboard",
    "Pocket",
    "Xing",
    "RSS",
)
"""A line that is one of these is part of a bar of buttons, or a crosshead where copy stands around it."""
