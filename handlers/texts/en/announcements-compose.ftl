# Writing an announcement.

key-new-announcement = New announcement
key-only-english = English only
key-same-for-all = Same for all
key-add-event = Event
key-have-read-chosen = ✓ Read (remove)
key-drop-button = ✕ { $name }
key-no-buttons = No buttons
key-send = Send
key-to-approval = For approval
key-plan = Schedule
key-test = Test
key-when = Time
key-late = If late
key-look = Preview
key-urgent = Urgent
key-calm = Not urgent
key-really-urgent = It really is urgent
key-pin = Pin
key-unpin = Unpin
key-edit-sl = Slovene message
key-edit-en = English message
key-edit-buttons = Buttons
key-edit-audience = Recipients
key-test-all = { $count ->
    [one] To all colleagues ({ $count })
   *[other] To all colleagues ({ $count })
}

compose-card = <b>New announcement</b>
compose-to = 👥 To: { $who }
compose-sl = 📝 Slovene: { $what }
compose-en = 📝 English: { $what }
compose-no-en = No English text: those who read English get the Slovene one.
compose-no-sl = No Slovene text: everybody gets the English one.
compose-begins = “{ $text }”
compose-photos = { $count ->
    [one] { $count } picture
   *[other] { $count } pictures
}
compose-files = { $count ->
    [one] { $count } file
   *[other] { $count } files
}
compose-buttons = Buttons: { $names }

compose-ask-sl = Send the message in Slovene: a text, a picture, a file or an album. {"{"}name{"}"} and {"{"}library{"}"} become each recipient’s first name and library.
compose-ask-sl-more = Send further pictures or files, or write the text that goes with them. When all is here, choose “Next”.
compose-ask-en = Send the same in English, or choose “Same for all”. A text alone goes with the pictures and files of the Slovene message.
compose-ask-en-more = Send further pictures or files, or write the English text that goes with them. When all is here, choose “Next”.
compose-ask-buttons = What goes below the announcement? Write a link as <code>Label | https://example.org</code>.
compose-ask-event = Which event does the button open?
compose-no-events = No events are announced at the moment.

compose-arrives = 👁 This is how the announcement arrives:
compose-arrives-sl = 👁 This is how the announcement arrives in Slovene:
compose-arrives-en = 👁 This is how the announcement arrives in English:
compose-only-preview = This is a preview. The button works for recipients.
compose-telegram-refuses =
    Telegram does not accept this message: { $reason }
    Change the message or its buttons. Everything is kept.
compose-trial = 🧪 <b>Test.</b> { $name } is preparing this announcement, members have not received it yet:

compose-ready = <b>The announcement is ready</b>
compose-when-now = 🕐 Goes out at once.
compose-when = 🕐 Goes out: { $when }
compose-when-repeat = 🔁 { $how }; first { $first }
compose-when-past = ⚠️ The chosen time is past. Choose another.
compose-late-send = If it is late, it goes out later.
compose-late-hold = If it is late, it waits for a decision.
compose-late-skip = If it is late, it does not go out.
compose-urgent = ❗ Urgent: it arrives at night too.
compose-pinned = 📌 Pinned: new members get it too.

compose-ask-urgent =
    <b>Is it really urgent?</b>
    An urgent announcement arrives at night too. Any other waits until morning for those who keep quiet hours.
compose-ask-late = What if the announcement cannot go out at its time?
key-late-send = Send later
key-late-hold = Wait and ask
key-late-skip = Skip
compose-ask-test = Who gets the test? It arrives at once and is marked.
compose-no-colleagues = There is nobody else in the office at the moment who could get a test.
compose-tested = { $count ->
    [one] { $count } person gets the test.
   *[other] { $count } people get the test.
}

compose-ask-day = When does it go out? Choose a day or write for example “tomorrow at 9:00”.
compose-ask-hour = At what time? Choose or write for example “9:30”.
compose-ask-every = How often does it go out?
compose-ask-weekday = On which day of the week?
compose-ask-monthday = On which day of the month? Choose or write a number from 1 to 31; in shorter months it is the last day.
compose-ask-at = At what time? Choose or write for example “9:30”.
compose-ask-ends = Until when? Choose how many times, or write a number or the last day, for example “30 June 2027”.
key-at-once = At once
key-repeat = Repeat
key-every-day = Every day
key-every-week = Every week
key-every-month = Every month
key-first-of-month = First of the month
key-last-of-month = Last of the month
key-never-ends = No end
key-times = { $count } times
key-weekday = { $weekday ->
    [d1] Monday
    [d2] Tuesday
    [d3] Wednesday
    [d4] Thursday
    [d5] Friday
    [d6] Saturday
   *[d7] Sunday
}
repeat-day = Every day at { $hour }
repeat-week = { $weekday ->
    [d1] Every Monday
    [d2] Every Tuesday
    [d3] Every Wednesday
    [d4] Every Thursday
    [d5] Every Friday
    [d6] Every Saturday
   *[d7] Every Sunday
} at { $hour }
repeat-month = Every month on day { $day } at { $hour }
repeat-month-last = Every last day of the month at { $hour }
repeat-times = { $count ->
    [one] { $every }, once
   *[other] { $every }, { $count } times
}
repeat-until = { $every }, last day: { $day }

compose-unsupported = { $kind ->
    [voice] A voice message
    [audio] An audio recording
    [video] A video
    [video-note] A video message
    [animation] An animation
    [sticker] A sticker
    [poll] A poll
    [location] A location
    [contact] A contact
   *[other] This kind of message
} cannot be used here. Send a text, a picture or a file. Everything you entered is kept.
compose-too-big = The file is too big: { $size } MB, the limit is { $most } MB. Send a smaller one, or a link to it. Everything else is kept.
compose-text-too-long = The text is too long: { $count } characters, with the name and library filled in a message holds { $most }. Send a shorter one. Everything else is kept.
compose-caption-too-long = The text with a picture or file is too long: { $count } characters, the limit is { $most }. Send a shorter one, or the text without pictures. Everything else is kept.
compose-too-many-files = An album holds at most { $most } files; this one would be number { $count } and was not added. The first { $most } are kept.
compose-mixed-album = Pictures and files cannot be in one album. Send only the ones or the others. Everything else is kept.
compose-too-many-buttons = At most { $most } buttons go below an announcement. Remove one first. Everything is kept.
compose-misread-link = This could not be read: “{ $said }”. Write a label and a link, for example <code>Programme | https://example.org</code>. Everything else is kept.
compose-nothing-yet = There is no message yet. Send a text, a picture or a file. Everything else is kept.
compose-nobody = With this choice nobody gets the announcement. Add recipients. Everything else is kept.
compose-jumped-over = { $said } is not possible: in March the clock jumps from 2:00 to 3:00 one night, and the time is missing. Choose another. Everything else is kept.
compose-misread-day = There is no such day. Write a number from 1 to { $most }. Everything else is kept.
compose-misread-times = Write a number from 1 to { $most }. Everything else is kept.
compose-misread-end = This could not be read: “{ $said }”. Write the number of times or the last day, for example “30 June 2027”. Everything else is kept.
compose-ends-too-soon = By that day the announcement would not go out even once. Choose a later one. Everything else is kept.

compose-draft-waits =
    <b>The draft of an announcement is waiting</b>
    If you start anew, the draft is deleted.
compose-draft-waits-text =
    <b>A draft is waiting: “{ $text }”</b>
    If you start anew, the draft is deleted.
compose-past = 🕐 The planned time has passed: the announcement goes at once.
compose-cost = { $count ->
    [one] ⭐ Sending this fast costs at most { $count } Star.
   *[other] ⭐ Sending this fast costs at most { $count } Stars.
}
compose-approval = { $count ->
    [0] 👀 Somebody else in the association’s office has to approve the announcement, but there is nobody but you. Invite a colleague.
    [one] 👀 The announcement goes once somebody else in the association’s office approves it. { $count } person is asked.
   *[other] 👀 The announcement goes once somebody else in the association’s office approves it. { $count } people are asked.
}
compose-sure = Would you like to send it?
compose-nobody-meant = These recipients cannot be found. Start the message anew.
compose-gone = This announcement has been sent or deleted already.

# Who gets it

audience-card = <b>Who gets the announcement</b>
audience-size = { $people ->
    [one] 👥 { $people } person from { $libraries }
   *[other] 👥 { $people } people from { $libraries }
}
audience-libraries = { $count ->
    [one] { $count } library
   *[other] { $count } libraries
}
audience-size-office = { $people ->
    [one] 👥 { $people } person from the association’s office
   *[other] 👥 { $people } people from the association’s office
}
audience-size-and-office = { $members } and { $office } from the association’s office
audience-nobody = 👥 Nobody
audience-who = { $who }
audience-all = everybody
audience-without = { $who }, without: { $without }
audience-role-delegate = delegates
audience-role-deputy = deputies
audience-role-office = the association’s office
audience-kinds = kind of library: { $names }
audience-libraries-named = libraries: { $names }
audience-libraries-more = { $more ->
    [one] libraries: { $names } and { $more } more
   *[other] libraries: { $names } and { $more } more
}
audience-people = { $count ->
    [one] { $count } chosen person
   *[other] { $count } chosen people
}
audience-seat = with a seat at “{ $title }”
audience-waits = in the waiting list for “{ $title }”
audience-no-seat = without a seat at “{ $title }”
audience-unknown = a choice that is gone

audience-ask = Choose recipients or write the name of a library. A second tap undoes a choice.
audience-ask-minus = Who is left out? Choose, or write the name of a library.
audience-minus = Those you choose are left out.
audience-ask-kinds = Choose kinds of libraries.
audience-ask-libraries = Choose libraries, or write a name or a town.
audience-ask-offered = { $kind }: choose from the list.
audience-none-offered = There is nothing to choose here at the moment.
audience-ask-saved = Choose a saved audience; it replaces the present choice.
audience-none-saved = No audiences are saved.
audience-ask-name = What is this audience called? Write a name.
audience-save = The choice is saved as “{ $name }”.
audience-replace = “{ $name }” exists already. The new choice replaces it.
audience-saved = “{ $name }” is saved.
audience-ask-forget =
    <b>Deleting “{ $name }”</b>
    Announcements that used it stay. Do you want to delete this audience?
audience-forgotten = “{ $name }” is deleted.

key-audience-all = Everybody
key-role-delegate = Delegates
key-role-deputy = Deputies
key-role-office = Office
key-library-kinds = Kinds of libraries
key-libraries = Libraries
key-all-libraries = All libraries
key-saved = Saved audiences
key-save-audience = Save audience
key-save = Save
key-delete = Delete
key-audience-seat = With a seat
key-audience-waits = In the waiting list
key-audience-no-seat = Without a seat
key-taking-away = Leave out …
key-adding = Add …
key-clear = Clear
key-plus = ✓ { $name }
key-minus = − { $name }
