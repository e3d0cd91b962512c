# Calls for projects: what members see and do.

key-calls = Calls
key-topics = Topics
key-our-calls = Ours
key-past-calls = Past

# In words

call-title = <b>{ $title }</b>
call-caller = { $caller }
call-days-left = { $days ->
    [0] today
    [1] tomorrow
    [one] { $days } day left
   *[other] { $days } days left
}
call-deadline = 🗓 { $name }: { $when }
call-deadline-information = Information day
call-deadline-questions = Questions
call-deadline-papers = Papers to the lead partner
call-deadline-stage = First stage
call-deadline-submission = Submission
call-deadline-milestone = Milestone
call-deadline-report = Report
call-when-at = { $day }, at { $hour }
call-when-until = { $day }, until { $hour }
call-when-day = { $day }
call-when-whole-day = { $day }, until the end of the day
call-when-provisional = { $when } (provisional)
call-when-words = “{ $words }”; we remind you by a date set by the association’s office ({ $day })
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

call-intent-none = not decided yet
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
    [one] { $count } open call. ★ means that your library is applying.
   *[other] { $count } open calls. ★ means that your library is applying.
}
calls-none = There are no open calls at the moment.
calls-page = Page { $page } of { $pages }.
calls-topics = Choose a topic:
calls-past = <b>Past calls</b>
calls-past-count = { $count ->
    [one] { $count } call.
   *[other] { $count } calls.
}
calls-past-none = There are no past calls yet.
calls-ours = <b>Our calls</b>
calls-ours-count = { $count ->
    [one] Your library has taken a stand on { $count } call.
   *[other] Your library has taken a stand on { $count } calls.
}
calls-ours-none = Your library has not taken a stand on any call yet. Your delegate does so on a call’s card.
call-gone = There is no such call. The list shows what is open.
key-call = { $mark }{ $title }
key-call-left = { $mark }{ $left } · { $title }
call-mark-interested = ☆{ " " }
call-mark-applying = ★{ " " }
call-mark-applied = ✓{ " " }
call-mark-not-for-us = –{ " " }
call-mark-granted = 🏆{ " " }
call-mark-refused = ✖{ " " }
