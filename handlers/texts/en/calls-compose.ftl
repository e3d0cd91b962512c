# Writing a call, and changing a published one.

key-new-call = New call
key-edit-call = Edit
key-to-call = Call
key-preview-call = Preview
key-call-add = ＋ { $name }
key-plain = { $name }
key-call-drop-document = ✖ { $name }
key-call-deadline = { $day } · { $name }
key-call-field-title-sl = Title
key-call-field-title-en = English title
key-call-field-caller = Who calls
key-call-field-summary-sl = Summary
key-call-field-summary-en = English summary
key-call-field-link = Link
key-call-field-topics = Topics
key-call-field-kinds = Who may apply
key-call-field-amount = Amount
key-call-field-cofinancing = Co-financing
key-call-field-documents = Documents
key-call-field-deadlines = Deadlines

call-draft-waits = <b>The draft of a call is waiting</b>
call-draft-waits-title = <b>A draft is waiting: “{ $title }”</b>
call-draft-changes = These are changes to a published call, not published yet.
call-draft-anew = If you start anew, the draft is deleted.
call-draft-gone = This draft is published or deleted already. Published calls are in the list.

# The card as it grows

call-write-new = <b>New call</b>
call-write-change = <b>Changes to a call</b>
call-write-title-sl = Title: <b>{ $text }</b>
call-write-title-en = English title: { $text }
call-write-caller = Called by: { $text }
call-write-summary-sl = 📝 { $text }
call-write-summary-en = 📝 { $text } (English)
call-write-link = 🔗 { $text }
call-write-topics = 🏷 { $topics }
call-write-all-kinds = { $count ->
    [one] 👥 Any library may apply ({ $count })
   *[other] 👥 All libraries may apply ({ $count })
}
call-write-kinds = { $count ->
    [one] 👥 { $count } library may apply: { $kinds }
   *[other] 👥 { $count } libraries may apply: { $kinds }
}
call-write-documents = 📎 { $names }
call-write-documents-more = { $count ->
    [one] 📎 { $names } and { $count } more document
   *[other] 📎 { $names } and { $count } more documents
}
call-write-no-deadlines = 🗓 No deadlines yet, so there will be no reminders.
call-write-theirs = ↻ { $part }: somebody else has written “{ $said }” meanwhile. The draft has yours.
call-write-theirs-gone = ↻ Somebody else has removed a deadline that you changed. The draft still has it.
call-write-over = 🏁 The last deadline has passed: the call is for the record only, nobody is told.
call-write-problems = Before publishing, mend what is marked with ⚠️.
call-ask-card = What would you like to add or change? When all is right, choose “Preview”.

call-problem-no-title = ⚠️ The title is missing.
call-problem-no-caller = ⚠️ Who calls is missing.
call-problem-no-topic = ⚠️ Choose at least one topic.
call-problem-no-link = ⚠️ This is not a web address.
call-problem-amount = ⚠️ The amount is not right.
call-problem-too-long = { $count ->
    [one] ⚠️ This is too long: { $count } character, { $most } are allowed.
   *[other] ⚠️ This is too long: { $count } characters, { $most } are allowed.
}
call-problem-too-many-documents = ⚠️ There are too many documents. Remove one.
call-problem-too-many-deadlines = ⚠️ There are too many deadlines. Remove one.
call-problem-kind = ⚠️ One of the deadlines is of a kind that calls do not have. Choose another kind.
call-problem-deadline-too-long = ⚠️ The text of a deadline is too long.

call-ask-title-sl = What is the call’s title? Type it in Slovene.
call-ask-title-en = What is it in English? If there is no English title, leave it out.
call-ask-caller = Who calls? Type, for example, “Ministry of Culture”.
call-ask-summary-sl = What is it about? Type a few sentences in Slovene, or skip.
call-ask-summary-en = What is the summary in English? If there is none, leave it out.
call-ask-link = Where is it published? Paste the link, or skip.
call-ask-topics = Which topics is it about? Choose one or several; the call reaches those who follow them.
call-ask-kinds = Which libraries may apply? Choose one or several kinds, otherwise all may.
call-ask-amount = How much does one project get at most? Type euros, for example “250,000”, or skip.
call-ask-cofinancing = What is the co-financing? Type, for example, “80%” or “up to 80%, own share 20%”.
call-ask-documents = Send the call’s documents as files, one or several, { $most } at most.
call-ask-more-documents = The documents are saved. Send another, or remove one with ✖, { $most } at most.
call-documents-together = Those that you sent together you see all when you choose “Next”.

call-misread-amount = This amount is not understood: “{ $said }”. Type whole euros up to { $most }, for example “250,000”. Everything else is saved.
call-document-needed = Send a document here, as a file, not as a picture or text. Everything else is saved.
call-too-many-documents = There can be { $most } documents at most. This one is not saved; if you need it, remove another first.

# Deadlines

call-write-deadlines = <b>Deadlines of the call</b>
call-write-deadline = <b>{ $name }</b>
call-write-words = “{ $words }”
call-write-moment = { $day }, { $hour }
call-ask-deadlines = Which deadline would you like to add? If there is none, choose “No deadlines”.
call-ask-more-deadlines = Add another, or choose one to change it.
call-ask-deadline = What would you like to change about this deadline?
call-ask-deadline-kind = What ends or happens then?
call-ask-deadline-day = Which day? Choose it or type, for example, “31 March 2027” or “31 March 2027 12:00”.
call-ask-deadline-reminder = Which day is the reminder to count from? Choose it; members will read that the office has set it.
call-ask-deadline-hour = Until what time? Choose it or type, for example, “12:00”; otherwise “All day”.
call-ask-deadline-begins = At what time does it begin? Choose it or type, for example, “10:00”; otherwise “All day”.
call-ask-deadline-words = How does the call describe the deadline? Type, for example, “the eighth day after publication”.
call-ask-deadline-label = What is the deadline to be called? Type, for example, “Second stage”.
call-ask-past = This time has passed: { $when }. For a call that is over you can enter it all the same; there will be no reminders of it.
key-all-deadlines = That is all
key-without-deadlines = No deadlines
key-deadline-day = Day
key-deadline-hour = Time
key-deadline-kind = Kind
key-deadline-label = Name
key-deadline-words = In words
key-provisional = Provisional
key-drop-deadline = Remove
key-no-date = No date
key-whole-day = All day
key-other-day = Another day
key-past-too = Enter anyway

call-misread-day = This day is not understood: “{ $said }”. Type, for example, “31 March 2027” or “31 March 2027 12:00”. Everything else is saved.
call-too-many-deadlines = There can be { $most } deadlines at most. If you need a new one, remove another first.

# What publishing does

call-preview-sl = 👁 How members see the call, in Slovene:
call-preview-en = 👁 How members see the call, in English:
call-tells = { $count ->
    [one] 📣 { $count } person is told at once.
   *[other] 📣 { $count } people are told at once.
}
call-tells-later = { $count ->
    [one] 📰 { $count } person is told in a daily or weekly digest.
   *[other] 📰 { $count } people are told in a daily or weekly digest.
}
call-tells-nobody = Nobody follows these topics now, so nobody is told.
call-tells-change = { $count ->
    [one] 📣 Within ten minutes { $count } person is told:
   *[other] 📣 Within ten minutes { $count } people are told:
}
call-tells-together = The message includes whatever else changes until then.
call-tells-no-change = Nobody relies on this, so nobody is told.
call-published = The call “{ $title }” is published.
call-amended = The call “{ $title }” is changed.
call-amended-telling = Whoever relies on the old is told within ten minutes, with whatever else changes until then.
call-amended-quietly = Nobody relies on this, so nobody is told.
call-unchanged = It says so already. Nothing has changed.
call-overtaken = The call has changed meanwhile. All that you entered is saved and brought together with that; look at it and publish.
call-overtaken-by = The call has changed meanwhile ({ $name }). All that you entered is saved and brought together with that; look at it and publish.
call-over-meanwhile = The call is closed or withdrawn, so it can no longer be changed. A draft, if there is one, is kept.

# What has changed

call-changed-line = • { $said }
call-changed-moved = { $name }: { $before } → { $after }
call-changed-new = new deadline, { $name }: { $after }
call-changed-gone = deadline gone, { $name }: { $before }
call-changed-amount = another amount
call-changed-cofinancing = another co-financing
call-changed-kinds = other libraries may apply
call-changed-document = new document: { $name }
call-changed-more = { $count ->
    [one] • and { $count } more change
   *[other] • and { $count } more changes
}
