# Calls on the office's desk.

call-desk-count = { $count ->
    [one] { $count } open call. Choose it, or enter a new one.
   *[other] { $count } open calls. Choose one, or enter a new one.
}
call-desk-none = There are no open calls. Enter a new one.
call-desk-gone = There is no such call. All there are can be found in the list.
call-desk-over = The call is over, closed or withdrawn. This can no longer be done.

# The card

key-move-deadline = Deadline
key-remind-undecided = Remind undecided
key-close-call = Close the call
key-call-libraries = Libraries
key-not-opened = Not opened
key-not-seen = Not confirmed
key-call-history = Versions
key-call-sheet = Spreadsheet
key-as-members = As members
call-desk-reach = 👥 Followed by { $follow } · known to { $told } · opened by { $opened }
call-desk-intents = 🏛 Libraries: { $intents }
call-desk-of = { $intent } { $count }
call-desk-intent-interested = interested
call-desk-intent-applying = applying
call-desk-intent-applied = applied
call-desk-intent-not-for-us = not for them
call-desk-intent-granted = project granted
call-desk-intent-refused = project refused
call-desk-intent-undecided = undecided
call-desk-intent-followed = following
call-desk-joint = 🤝 Consortia { $consortia } · partner offers { $offers }
call-desk-unseen = { $count ->
    [one] 👀 { $count } person has not confirmed a change
   *[other] 👀 { $count } people have not confirmed a change
}

# Libraries, people, versions

key-of-intent = { $intent } ({ $count })
call-desk-nobody-decided = No library has decided yet.
call-desk-decided = { $count ->
    [one] { $count } library has decided.
   *[other] { $count } libraries have decided.
}
call-desk-libraries = { $count ->
    [one] { $intent }: { $count } library.
   *[other] { $intent }: { $count } libraries.
}
call-desk-library-intends = • { $library }: { $intent } ({ $day })
call-desk-library-opened = • { $library }: known to { $told }, opened by { $opened }
call-desk-library-nobody = • { $library }: nobody knows of it
call-desk-library-follows = • { $library }: followed by { $follow }, opened by { $opened }
call-desk-not-opened = { $count ->
    [one] In { $count } library nobody has opened the call.
   *[other] In { $count } libraries nobody has opened the call.
}
call-desk-all-opened = In each library that knows of the call, somebody has opened it.
call-desk-not-seen = { $count ->
    [one] { $count } person has not confirmed having seen the change.
   *[other] { $count } people have not confirmed having seen the change.
}
call-desk-all-seen = All who rely on the change have confirmed it.
call-desk-person = • { $name }, { $library }
call-desk-versions = { $count ->
    [one] { $count } version.
   *[other] { $count } versions.
}
call-desk-version = <b>{ $number }.</b> { $when }
call-desk-version-by = <b>{ $number }.</b> { $when }, { $name }
call-desk-version-first = • published
call-desk-version-text = • text that nobody relies on

# Moving a deadline

call-move-which = Which deadline moves?
call-move-day = To which day does it move? Choose it or type, for example, “31 March 2027 12:00”.
call-move-to = → New day: <b>{ $day }</b>
call-move-hour = Until what time? Choose it or type, for example, “12:00”; otherwise “All day”.
call-move-same = The deadline is so already. Choose another.
call-move-forward = ⚠️ There will be less time than before. The message is urgent and goes out in quiet hours too.
call-move-back = Reminders move with the deadline; those that came for the old one come again for the new.
call-move-told = { $count ->
    [one] 📣 Within ten minutes { $count } person is told.
   *[other] 📣 Within ten minutes { $count } people are told.
}
call-move-nobody = Nobody knows the old deadline yet, so nobody is told.
call-move-seen = Whoever is applying confirms the change with a tap.
call-move-sure = Move the deadline?
key-bring-forward = Bring forward
call-desk-moved = The deadline is moved.
call-desk-not-movable = The deadline cannot be moved like this. Change the call with “Edit”.

# Closing, withdrawing, reminding

call-desk-ask-closed = <b>Closing early the call “{ $title }”</b>
call-desk-closed-means = There will be no more applications or reminders; applications made stay on record. This cannot be undone.
call-desk-ask-withdrawn = <b>Withdrawing the call “{ $title }”</b>
call-desk-withdrawn-means = The call no longer holds and there will be no reminders. This cannot be undone.
call-desk-over-told = { $count ->
    [one] 📣 { $count } person in libraries with an intent will be told.
   *[other] 📣 { $count } people in libraries with an intent will be told.
}
call-desk-over-nobody = No library has an intent, so nobody is told.
call-desk-is-closed = The call “{ $title }” is closed.
call-desk-is-withdrawn = The call “{ $title }” is withdrawn.
call-desk-telling = { $count ->
    [one] { $count } person is being told.
   *[other] { $count } people are being told.
}
call-desk-ask-remind = { $count ->
    [one] <b>A reminder for { $count } undecided library</b>
   *[other] <b>A reminder for { $count } undecided libraries</b>
}
call-desk-asked = { $count ->
    [one] It goes to { $count } person who decides for their library.
   *[other] It goes to { $count } people who decide for their libraries.
}
call-desk-once-a-day = One reminder a day is possible.
call-desk-reminded = { $count ->
    [one] { $count } person is being reminded.
   *[other] { $count } people are being reminded.
}
call-desk-reminded-nobody = Nobody is reminded: nobody in chat decides for the undecided libraries, or they have muted the call.
call-desk-reminded-today = A reminder has gone out today already, at { $hour }. The next can go tomorrow.

# The spreadsheet, announcements

call-sheet-file = call-{ $number }.xlsx
call-sheet-caption = All about the call “{ $title }”: libraries, deadlines, consortia, offers, versions.
call-sheet-libraries = Libraries
call-sheet-deadlines = Deadlines
call-sheet-versions = Versions
call-sheet-consortia = Consortia
call-sheet-offers = Offers
call-sheet-seeks-partner = seeks partners
call-sheet-seeks-lead = seeks a lead
call-sheet-offers-partner = offers partnership
call-sheet-offers-lead = offers to lead
call-sheet-yes = yes
call-sheet-no = no
call-column-code = Code
call-column-library = Library
call-column-town = Town
call-column-kind = Kind
call-column-may-apply = May apply
call-column-intent = Intent
call-column-since = Since
call-column-follow = Follow
call-column-told = Know of it
call-column-opened = Opened
call-column-unseen = Change not confirmed
call-column-deadline = Deadline
call-column-when = When
call-column-ends = Ends
call-column-met-count = Done by
call-column-met = Which libraries
call-column-consortium = Consortium
call-column-lead = Lead
call-column-count = Members
call-column-members = Which libraries
call-column-seeks = What
call-column-brings = Brings or needs
call-column-number = Version
call-column-at = Written
call-column-by = By
call-column-changed = What has changed
key-audience-call-intends = With an intent
audience-call-intends = with an intent on the call “{ $title }”
