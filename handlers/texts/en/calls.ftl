# Calls for projects: what members see and do.

home-applying = { $count ->
    [one] 📣 Your library is applying to { $count } call: { $left }
   *[other] 📣 Your library is applying to { $count } calls, first deadline: { $left }
}
home-new-calls = { $count ->
    [one] 📣 { $count } new call
   *[other] 📣 { $count } new calls
}
home-follow-calls = 📣 You can hear of new calls for projects: choose “Calls”.

key-calls = Calls
key-topics = By topic
key-our-calls = Ours
key-past-calls = Past
key-following = Following
key-following-calls = Following calls
key-all-our-calls = All our calls ({ $count })

# In words

call-title = <b>{ $title }</b>
call-caller = { $caller }
call-days-left = { $days ->
    [0] today
    [1] tomorrow
    [one] { $days } day left
   *[other] { $days } days left
}
call-deadline = { $mark }{ $name }: { $when }
call-deadline-information = Information day
call-deadline-questions = Questions
call-deadline-papers = Papers to the lead partner
call-deadline-stage = First stage
call-deadline-submission = Submission
call-deadline-milestone = Milestone
call-deadline-report = Report
call-deadline-moved = { $deadline }; was { $before }
call-when-at = { $day }, at { $hour }
call-when-until = { $day }, by { $hour }
call-when-day = { $day }
call-when-whole-day = { $day }, by the end of the day
call-when-provisional = { $when } (provisional)
call-when-words = “{ $words }”; reminders go by a date that the association’s office has set ({ $day })
call-up-to = up to { $amount }{"\u00A0"}EUR
call-amount = 💶 { $amount }
call-amount-share = 💶 { $amount }, co-financing { $share }
call-cofinancing = 💶 Co-financing: { $share }
call-all-may-apply = all libraries
call-over = 🏁 The deadline has passed.
call-closed = 🏁 The call was closed early.
call-withdrawn = ✖ The call was withdrawn and no longer holds.

call-topic-reading = Reading
call-topic-heritage = Heritage
call-topic-digital = Digitisation
call-topic-spaces = Space and equipment
call-topic-skills = Training
call-topic-inclusion = Inclusion
call-topic-green = Green transition
call-topic-international = International
call-topic-other = Other

call-intent-none = none yet
call-intent-interested = interested
call-intent-applying = applying
call-intent-applied = application handed in
call-intent-not-for-us = not for us
call-intent-granted = project granted
call-intent-refused = project refused

# Lists

calls-card = <b>Calls</b>
calls-of-topic = <b>Calls: { $topic }</b>
calls-count = { $count ->
    [one] { $count } open call.
   *[other] { $count } open calls.
}
calls-marks = ● new · ☆ interested · ★ applying
calls-none = There are no open calls at the moment.
calls-topics = Choose a topic:
calls-offer = Would you like to hear of new calls as they come?
key-follow-all = Follow all
key-choose-topics = Choose topics
calls-past = <b>Past calls</b>
calls-past-count = { $count ->
    [one] { $count } call.
   *[other] { $count } calls.
}
calls-past-none = There are no past calls yet.
calls-ours = <b>Our calls</b>
calls-ours-count = { $count ->
    [one] Your library’s decision is on record for { $count } call.
   *[other] Your library’s decision is on record for { $count } calls.
}
calls-ours-none = Your library has not decided on any call yet. Your delegate does so on a call’s card.
calls-mine-count = { $count ->
    [one] 📣 Your library has decided on { $count } call
   *[other] 📣 Your library has decided on { $count } calls
}
call-gone = There is no such call. The list shows what is open.
key-call = { $mark }{ $title }
key-call-left = { $mark }{ $left } · { $title }
call-mark-new = ●{ " " }
call-mark-done = ✓{ " " }
call-mark-interested = ☆{ " " }
call-mark-applying = ★{ " " }
call-mark-applied = ✓{ " " }
call-mark-not-for-us = –{ " " }
call-mark-granted = 🏆{ " " }
call-mark-refused = ✖{ " " }

# The card

call-next = ⏳ { $left } · { $deadline }
call-later = 🗓 { $deadline }
call-over-deadline = 🏁 { $deadline }
call-more-deadlines = { $count ->
    [one] and { $count } more deadline
   *[other] and { $count } more deadlines
}
call-no-deadline = No deadline is known yet.
call-kinds = 👥 Who may apply: { $kinds }
call-ours = 🏛 Decision: <b>{ $intent }</b>
call-not-for-kind = 🏛 Your library may not apply to this call.
call-proposal = 💬 { $name } proposes: { $intent }
call-changed-seen = ↻ A deadline has changed. Please confirm that you have seen it.
call-summary = { $text }
call-no-summary = This call has no summary.
call-topics = 🏷 { $topics }
call-link = 🔗 { $link }
call-choose-deadline = Choose a deadline to mark it as done or to put it into your calendar.
call-own-deadline = This is a deadline of your library or consortium.
call-done = ✅ Done. Nobody in your library is reminded of this deadline any more.
call-seen = Thank you. It is on record that you have seen the change.
call-not-asked = There is nothing to confirm here.
call-muted = You will hear nothing more of this call.
call-unmuted = You will hear of this call again. What has passed is not repeated.
call-watched = You are following this call. We remind you of its deadlines.
call-unwatched = You are no longer following this call.
call-documents = { $title }
call-no-documents = The files of this call cannot be sent at the moment. The link on the card leads to the call.
key-deadline = Deadline
key-deadlines = Deadlines
key-about-call = More
key-documents = Documents ({ $count })
key-link = Link
key-watch = Follow
key-unwatch = Unfollow
key-mute = Mute
key-unmute = Unmute
key-saw = Seen
key-done = Done
key-not-done = Not done
key-to-calendar = To calendar
key-all-to-calendar = All to calendar
key-open-call = Call
call-calendar-file = deadline.ics
call-calendar = { $count ->
    [one] Open the file to put the deadline into your calendar: “{ $title }”
   *[other] Open the file to put the deadlines into your calendar: “{ $title }”
}
call-calendar-title = { $name }: { $title }
call-calendar-withdrawn = Withdrawn: { $title }
call-calendar-about = { $when } · { $caller }

# What the library intends

key-decide = Decision
key-propose = Proposal
key-intent-interested = Interested
key-intent-applying = Applying
key-intent-applied = Handed in
key-intent-not-for-us = Not for us
key-intent-granted = Granted
key-intent-refused = Refused
key-intent-none = Undecided
call-ask-decide = What does your library decide? Other libraries see who is applying, and can offer partnership.
call-ask-propose = What do you propose? Those who speak for your library decide on it.
call-nothing-to-decide = There is nothing left to decide on this call.
intent-declared = Noted: { $library } – <b>{ $intent }</b>.
intent-means-interested = We tell you of every change.
intent-means-applying = We remind you before each deadline and tell you of every change.
intent-means-applied = We no longer remind you to hand in, and tell you of every change.
intent-means-not-for-us = We no longer remind you of its deadlines. You can change your decision at any time.
intent-means-granted = Congratulations. Add the project’s milestones and reports as deadlines of your own.
intent-means-refused = We no longer remind you of its deadlines.
intent-taken-back = The decision is taken back: { $library } is undecided again.
intent-proposed = Your proposal “{ $intent }” went to { $names }. We will tell you what is decided.
intent-nobody-speaks = Your proposal “{ $intent }” is noted, but nobody in your library is delegate or deputy yet. The association’s office gives that role.
intent-same = That is on record already.
intent-not-for-you = Nothing is noted: your library may not apply to this call.
intent-too-late = Nothing is noted: the call is over. You can still say whether you handed in and what came of it.
intent-withdrawn = Nothing is noted: the call was withdrawn and no longer holds.

# What a person follows

follow-card = <b>Following calls</b>
follow-topics = 🏷 Topics: { $topics }
follow-everything = all
follow-no-topic = none
follow-nothing = Until you choose a topic, you hear nothing of new calls.
follow-pace = 📨 New calls: { $pace }
pace-at-once = at once
pace-daily = once a day, at 8:00
pace-weekly = on Mondays at 8:00
follow-amount = 💶 Amount: { $amount }
follow-amount-any = any
key-amount-any = Any amount
follow-amount-from = from { $amount }{"\u00A0"}EUR
follow-kind-own = 🏛 Only calls to which your library may apply
follow-leads = ⏰ Reminders: { $leads }
follow-leads-applying = ⏰ When applying: { $leads }
leads-never = none
leads-same-day = on the day
leads-before = { $last ->
    [one] { $days } day before
   *[other] { $days } days before
}
leads-both = { $before } and on the day
follow-choose-topics = Choose the topics that you want to follow. ✓ means that you do.
follow-on = ✓ { $label }
follow-choose-pace = When do you want to hear of a new call? Changed deadlines always come at once.
key-pace-at-once = At once
key-pace-daily = Daily
key-pace-weekly = Weekly
follow-choose-leads-following = When shall we remind you of the calls that you follow? Reminders come at 8:00.
follow-choose-leads-applying = When shall we remind you when your library is applying? Reminders come at 8:00.
key-lead = { $days ->
    [0] on the day
    [one] { $days } day before
   *[other] { $days } days before
}
key-leads-following = When following
key-leads-applying = When applying
follow-ask-amount = From which amount on are calls of interest to you? Choose, or type an amount in euros. Calls that give no amount are always told.
follow-amount-typed = Only calls from { $amount }{"\u00A0"}EUR on?
follow-misread-amount = This is not an amount. Type a number of euros from 1 to { $most }, such as “25,000”.
key-keep-amount = Save
key-follow-topics = Topics
key-follow-pace = How often
key-follow-amount = Amount
key-follow-leads = Reminders
key-follow-kind-own = Only for us
key-follow-kind-all = All calls

# Messages of the bot's own accord

news-published = 📣 <b>New call: { $title }</b>
news-earlier = ❗️ <b>Less time: { $title }</b>
news-later = <b>Deadline extended: { $title }</b>
news-changed = <b>Changed call: { $title }</b>
news-closed = 🏁 <b>Call closed early: { $title }</b>
news-withdrawn = ✖ <b>Call withdrawn: { $title }</b>
news-over-means = You will not be reminded of it any more.
news-deadline = 🗓 { $name }
news-before = was: <s>{ $when }</s>
news-after = now: <b>{ $when }</b>, { $left }
news-deadline-gone = 🗓 No longer: <s>{ $deadline }</s>
news-deadline-new = 🗓 New deadline: <b>{ $deadline }</b>, { $left }
news-more = { $count ->
    [one] { $count } more deadline has changed.
   *[other] { $count } more deadlines have changed.
}
news-amount = 💶 Amount: { $amount }
news-no-amount = not given
news-cofinancing = 💶 Co-financing: { $share }
news-no-share = not given
news-kinds = 👥 Who may apply: { $kinds }
news-documents = 📎 New documents: { $names }
news-depends = Your library is applying: please confirm that you have seen the change.

morning-reminders = { $count ->
    [one] <b>⏰ A deadline is coming up</b>
   *[other] <b>⏰ { $count } deadlines are coming up</b>
}
morning-reminder = { $left } · “{ $title }” – { $deadline }
morning-new-calls = { $count ->
    [one] <b>📣 { $count } new call</b>
   *[other] <b>📣 { $count } new calls</b>
}
morning-new = { $left } · “{ $title }”
morning-new-open = “{ $title }”
morning-rest = { $count ->
    [one] and { $count } more
   *[other] and { $count } more
}
key-whole-morning = All ({ $count })
morning-over = None of this holds any more. The list shows what is open.

push-proposed = 💬 { $name } proposes: <b>{ $intent }</b>
push-decide = What does { $library } decide?
push-declared = { $library }: <b>{ $intent }</b>. Thank you for your proposal.
push-undecided = Is { $library } applying? The association does not have your answer yet.

# What word of a call that has paused itself is about, for the office

news-about-published = It is word of a new call.
news-about-changed = It is word of a change.
news-about-closed = It is word that the call is closed.
news-about-withdrawn = It is word that the call is withdrawn.
