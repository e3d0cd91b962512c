# Announcements: what the office tells its members.

key-have-read = ✓ I have read this
key-announced-event = Open the event
announcement-below = ⬆️ About the announcement above:
announcement-reminder = 🔔 <b>Reminder:</b> please confirm that you have read this.
announcement-confirmed = Thank you, noted that you have read it.
announcement-confirmed-before = It was already noted that you have read it. Thank you.
announcement-gone = This announcement is no longer there.
