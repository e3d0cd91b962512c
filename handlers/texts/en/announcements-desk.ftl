# Announcements as the office sees them.

key-office-announcements = Announcements
key-announcement = { $mark } { $title }
key-desk-refresh = Refresh

desk-card = <b>Announcements</b>
desk-count = { $count ->
    [one] { $count } announcement.
   *[other] { $count } announcements.
}
desk-none = There are no announcements yet.
desk-legend = 👀 to be approved, ⏳ planned, ✋ held, ▶ going out, ⏸ paused, ✅ sent, ✖ stopped or withdrawn, 🗑 recalled.
desk-mark-proposed = 👀
desk-mark-planned = ⏳
desk-mark-held = ✋
desk-mark-running = ▶
desk-mark-paused = ⏸
desk-mark-done = ✅
desk-mark-cancelled = ✖
desk-mark-skipped = ✖
desk-mark-withdrawn = ✖
desk-mark-recalled = 🗑

# The card

desk-title = <b>»{ $title }«</b>
desk-only-files = A picture or a file
desk-proposed-at = 👀 Waits for approval, planned for { $when }
desk-proposed-at-once = 👀 Waits for approval. Its time has passed: once approved, it goes at once.
desk-when-planned = ⏳ Planned: { $when }
desk-when-held = ✋ Held, it was planned for: { $when }
desk-trouble = ⏸ Paused by itself, since Telegram turns it away: »{ $words }«
desk-status-proposed = 👀 Waits for approval; once approved, it goes at once.
desk-status-running = ▶ Going out
desk-status-paused = ⏸ Paused
desk-status-done = ✅ All sent
desk-status-cancelled = ✖ Stopped
desk-status-skipped = ✖ Skipped, since its time had passed
desk-status-withdrawn = ✖ Withdrawn before it was sent
desk-status-recalled = 🗑 Recalled
desk-bar = { $bar } { $percent }%
desk-sent = Sent { $sent } of { $total }
desk-sent-waiting = Sent { $sent } of { $total }, { $waiting } waiting
desk-count-blocked = { $count } blocked
desk-count-failed = { $count } failed
desk-count-uncertain = { $count } uncertain
desk-count-withdrawn = { $count } withdrawn
desk-nobody = There is nobody to get it.
desk-speed = { $speed } per second, { $left }
desk-left-moment = less than a minute left
desk-left-minutes = { $count ->
    [one] about { $count } minute left
   *[other] about { $count } minutes left
}
desk-left-hours = { $count ->
    [one] about { $count } hour left
   *[other] about { $count } hours left
}
desk-later = { $count ->
    [one] 🌙 { $count } message waits for the end of quiet hours ({ $when }).
   *[other] 🌙 { $count } messages wait for the end of quiet hours (the first { $when }).
}
desk-size = 👥 People: { $people }, libraries: { $libraries }
desk-confirmed = ✓ Read: { $confirmed } of { $asked }
desk-follow-reminder = 🔔 Reminder: sent { $sent } of { $total }{ $state ->
    [paused] , paused
    [cancelled] , stopped
   *[other] {""}
}
desk-follow-edit = ✏️ Correction: { $sent } of { $total }{ $state ->
    [paused] , paused
    [cancelled] , stopped
   *[other] {""}
}
desk-follow-delete = 🗑 Deleted { $sent } of { $total }{ $state ->
    [paused] , paused
    [cancelled] , stopped
   *[other] {""}
}
desk-follow-trouble = Paused by itself, since Telegram turns it away: »{ $words }«
desk-not-deleted = { $count ->
    [one] It could not be deleted for { $count } person: Telegram deletes within 48 hours only.
   *[other] It could not be deleted for { $count } people: Telegram deletes within 48 hours only.
}
desk-by = ✍️ { $name }, { $when }
desk-by-nobody = ✍️ { $when }
desk-too-late = This has changed meanwhile. Here is how it stands now.

# Pause, resume, cancel

key-desk-pause = ⏸ Pause
key-desk-resume = ▶ Resume
key-desk-cancel = ✖ Stop
key-desk-follow-pause = ⏸ { $what }
key-desk-follow-resume = ▶ { $what }
key-desk-follow-cancel = ✖ { $what }
desk-what-reminder = Reminder
desk-what-edit = Correction
desk-what-delete = Recall
desk-cancel-question = <b>Stop: »{ $title }«</b>
desk-cancel-waiting = { $count ->
    [one] { $count } message still waits and will not be sent.
   *[other] { $count } messages still wait and will not be sent.
}
desk-cancel-means = What has been sent stays. Do you want to stop it?
