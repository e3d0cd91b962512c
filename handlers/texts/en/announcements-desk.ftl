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

desk-title = <b>“{ $title }”</b>
desk-only-files = A picture or a file
desk-proposed-at = 👀 Waits for approval, planned for { $when }
desk-proposed-at-once = 👀 Waits for approval. Its time has passed: once approved, it goes at once.
desk-when-planned = ⏳ Planned: { $when }
desk-repeats = 🔁 { $how }
desk-when-held = ✋ Held, it was planned for: { $when }
desk-trouble = ⏸ Paused by itself, since Telegram turns it away: “{ $words }”
desk-status-proposed = 👀 Waits for approval; once approved, it goes at once.
desk-status-running = ▶ Going out
desk-status-paused = ⏸ Paused
desk-status-done = ✅ Sending is finished
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
desk-forgotten = { $years ->
    [one] The figures are kept for { $years } year.
   *[other] The figures are kept for { $years } years.
}
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
desk-confirmed = ✓ Read: { $confirmed } of { $asked }
desk-confirmed-in-all = ✓ Read: { $confirmed }
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
desk-follow-trouble = Paused by itself, since Telegram turns it away: “{ $words }”
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
desk-cancel-question = <b>Stop: “{ $title }”</b>
desk-cancel-waiting = { $count ->
    [one] { $count } message still waits and will not be sent.
   *[other] { $count } messages still wait and will not be sent.
}

# Decisions

key-desk-approve = ✔ Approve
key-desk-withdraw = ✖ Withdraw
key-desk-send-now = Send now
key-desk-send-again = Send again
key-desk-again-failed = Retry failed ({ $count })
key-desk-again-uncertain = Uncertain ({ $count })
key-desk-remind = 🔔 Remind ({ $count })
key-desk-recall = 🗑 Recall
key-desk-delete-rest = 🗑 Delete { $count } more
key-desk-message = Message
key-desk-reach = Reach
key-desk-read = Confirmations
key-desk-people = People
key-desk-chart = Chart
key-desk-sheet = Spreadsheet
desk-own = You cannot approve your own announcement. Anybody else in the office can.
desk-reminding = { $count ->
    [one] { $count } person is being reminded.
   *[other] { $count } people are being reminded.
}
desk-not-shown = Telegram does not show this message: “{ $words }”
desk-send-now-question = <b>Send now: “{ $title }”</b>
desk-send-now-means = The message goes to everybody at once. Do you want to send it?
desk-withdraw-question = <b>Withdraw: “{ $title }”</b>
desk-withdraw-repeats = The announcement repeats: all those to come are withdrawn with it.
desk-withdraw-means = It will be sent to nobody. Do you want to withdraw it?
desk-uncertain-question = <b>Uncertain: “{ $title }”</b>
desk-uncertain-why = { $count ->
    [one] Nobody knows whether { $count } message arrived: the connection broke before Telegram answered.
   *[other] Nobody knows whether { $count } messages arrived: the connection broke before Telegram answered.
}
desk-uncertain-means = If you send them again, somebody may get the message twice.
desk-recall-question = <b>Recall: “{ $title }”</b>
desk-recall-count = { $count ->
    [one] It is deleted for { $count } recipient; what still waits will not be sent.
   *[other] It is deleted for { $count } recipients; what still waits will not be sent.
}
desk-recall-within = Telegram deletes within 48 hours only; what is older stays.
desk-recall-too-old = It was sent more than 48 hours ago, so Telegram will most likely refuse to delete it.
desk-recall-means = This cannot be undone. Do you want to recall the announcement?

# Correction

key-desk-correct = ✏️ Correct
key-correct-send = ✔ Correct
correct-card = <b>Correction: “{ $title }”</b>
correct-now = 👁 This is how it is now:
correct-now-sl = 👁 This is how it is now in Slovene:
correct-now-en = 👁 This is how it is now in English:
correct-ask-language = Which message would you like to correct?
correct-ask-sl = Send the right Slovene text, the whole of it.
correct-ask-en = Send the right English text, the whole of it.
correct-files-stay = Pictures and files stay as they are.
correct-text-only = Only the text can be corrected: pictures and files stay as they are. Send the text.
correct-too-long = The text with the picture or file is too long: { $count } characters, the most is { $most }. Send a shorter one. Everything else is kept.
correct-means = { $count ->
    [0] The correction holds for all who are still to get it.
    [one] The text is corrected for { $count } recipient; no new message is sent.
   *[other] The text is corrected for { $count } recipients; no new message is sent.
}
correct-planned = The announcement is not sent yet: it will go with this text.
correct-approved = This announcement is approved already. For another text, withdraw it and write a new one.
correct-another = You have begun to correct the announcement “{ $title }”. Would you like to go on with it, or to begin with this one?
correct-done = Corrected.

# Reach

reach-card = <b>Reach: “{ $title }”</b>
reach-count = { $count ->
    [one] Reached { $reached } of { $count } library
   *[other] Reached { $reached } of { $count } libraries
}
reach-people-count = { $count ->
    [one] Reached { $reached } of { $count } person
   *[other] Reached { $reached } of { $count } people
}
reach-person = ✓ { $name }, { $library } · { $when }
reach-person-not = ✖ { $name }, { $library }: { $why }
reach-library = ✓ { $library }: { $reached } of { $count }
reach-not = ✖ { $library }: { $why }
reach-group = ✓ { $title } (group)
reach-group-not = ✖ { $title } (group): { $why }
reach-why-waiting = still waiting
reach-why-uncertain = nobody knows whether it arrived
reach-why-failed = Telegram refuses, “{ $words }”
reach-why-blocked = Glasnik is blocked
reach-why-gone = Glasnik is not in the group any more
reach-why-withdrawn = stopped before it was sent
reach-why-none_chosen = nobody among those chosen
reach-why-nobody = nobody is in Glasnik

# Confirmations

read-card = <b>Confirmations: “{ $title }”</b>
read-count = Read: { $confirmed } of { $asked }, libraries: { $libraries }
read-by = { $name }, { $library } · { $when }
read-within = { $hour } in the first hour, { $day } in the first day.

# The spreadsheet

sheet-file = announcement-{ $number }.xlsx
sheet-caption = Reach and confirmations: “{ $title }”
sheet-libraries = Libraries
sheet-people = People
sheet-column-library = Library
sheet-column-town = Town
sheet-column-reached = Reached
sheet-column-people = People
sheet-column-state = State
sheet-column-name = Name
sheet-column-words = Telegram says
sheet-column-at = When
sheet-column-read = Read
sheet-group = Group: { $title }
sheet-reached = delivered
sheet-person-reached = delivered
sheet-person-waiting = still waiting
sheet-person-uncertain = uncertain
sheet-person-failed = failed
sheet-person-blocked = Glasnik is blocked
sheet-person-withdrawn = not sent

# Messages of the bot's own accord

key-desk-card = Card
desk-held = ✋ <b>Held: “{ $title }”</b>
desk-held-why = It was planned for: { $when }. Glasnik was off then, so it was not sent and waits for your decision.
desk-asks = 👀 <b>To be approved: “{ $title }”</b>
desk-asks-by = ✍️ { $name } asks for a second pair of eyes before it goes to the members.
desk-asks-when = Planned: { $when }.
desk-asks-at-once = Once approved, it goes at once.
desk-stopped-waiting = { $count ->
    [one] { $count } message waits. On the card you can resume or stop it.
   *[other] { $count } messages wait. On the card you can resume or stop it.
}
