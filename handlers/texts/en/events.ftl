# Events: what members see, what the office does, what the bot says of its own accord.

home-registered = { $count ->
    [one] 📅 You are registered for { $count } event
   *[other] 📅 You are registered for { $count } events
}

# The card

key-events = Events
key-register = Register
key-unregister = Cancel my seat
key-wait = Join the list
key-describe = About
key-event = { $mark }{ $when } · { $title }
key-all-my-events = All my events ({ $count })

event-kind-meeting = Meeting
event-kind-round-table = Round table
event-kind-training = Training
event-kind-fair = Fair visit
event-kind-other = Other

event-title = <b>{ $title }</b>
event-kind = { $kind }
event-when = 🗓 { $when }
event-where = 📍 { $where }
event-online = online
event-link = 🔗 { $link }
event-description = { $text }
event-no-description = This event has no description.
event-free = { $left ->
    [one] { $left } free seat of { $capacity }, registration until { $until }
   *[other] { $left } free seats of { $capacity }, registration until { $until }
}
event-mine = ✅ You have a seat.
event-mine-speaks = 🎤 You speak at this event.
event-full = All seats are taken.
event-closed = Registration closed on { $when }.
event-under-way = The event is under way.
event-over = The event is over.
event-cancelled = The event is cancelled.
event-gone = There is no such event. See the list for what is coming.

# Lists

events-card = <b>Events</b>
events-count = { $count ->
    [one] { $count } event to come.
   *[other] { $count } events to come.
}
events-choose = Choose an event; ✓ means that you have a seat, ⏳ that you are waiting, 🎟 that it waits for your answer.
events-mark-mine = ✓{ " " }
events-mark-waiting = ⏳{ " " }
events-mark-answer = 🎟{ " " }
events-none = No events are announced at the moment. When there is one, you will find it here.
events-mine-card = <b>My events</b>
events-mine-count = { $count ->
    [one] { $count } event; ⏳ means a waiting list, 🎟 that it waits for your answer.
   *[other] { $count } events; ⏳ means a waiting list, 🎟 that it waits for your answer.
}
events-mine-none = You are not registered for any event to come.

# A seat

event-seated = You have a seat.
event-register-late = You can no longer register.
event-unregister-question =
    <b>Cancel your seat: “{ $title }”, { $when }</b>
    The seat becomes free for others at once. Would you like to cancel it?
event-unregistered = Your seat is cancelled, and somebody else can have it.
event-not-in = You are not registered for this event.
event-unregister-late = You can no longer cancel your seat.

# Messages of the bot's own accord

key-coming = I’ll be there
reminder = { $when }: “{ $title }”, { $where }.
reminder-cannot = Can’t come? Cancel your seat, so that somebody else can have it.
event-coming = Thank you, we look forward to seeing you.
called-off = <b>Cancelled: “{ $title }”, { $when }</b>
called-off-means = The event will not take place, and your registration is no longer valid.

# For the office

key-new-event = New event
key-who-comes = Who comes
key-call-off = Cancel event
key-open-event = Event
office-events-card = <b>Events</b>
office-events-count = { $count ->
    [one] { $count } event.
   *[other] { $count } events.
}
office-events-choose = Choose an event or write a new one. ✖ means cancelled, 🏁 over.
office-events-none = There are no events yet. Write the first one.
office-events-mark-cancelled = ✖{ " " }
office-events-mark-over = 🏁{ " " }
office-event-taken = Seats taken: { $count } of { $capacity }
office-event-share = Link to this card: { $link }
seats-of-library = { $library }: { $count } ({ $names })
seats-gone = { $count ->
    [one] { $count } person who has left
   *[other] { $count } people who have left
}
call-off-question = <b>Cancel the event “{ $title }”, { $when }</b>
call-off-told = { $count ->
    [one] { $count } person will be told that it is cancelled.
   *[other] { $count } people will be told that it is cancelled.
}
call-off-told-nobody = Nobody will be told that it is cancelled.
guests-not-told = { $count ->
    [one] { $count } guest from outside is not told; please tell them yourselves.
   *[other] { $count } guests from outside are not told; please tell them yourselves.
}
call-off-for-good = This cannot be undone. Would you like to cancel the event?
call-off-done = The event “{ $title }” is cancelled.
call-off-telling = { $count ->
    [one] { $count } person is being told.
   *[other] { $count } people are being told.
}
call-off-already = The event “{ $title }” has already been cancelled.
call-off-over = The event “{ $title }” is over and cannot be cancelled.

# Writing an event

key-resume = Resume draft
key-anew = Start over
key-keep = Next
key-leave-out = Leave out
key-publish = Publish
key-change = Changes
key-preview-sl = In Slovene
key-preview-en = In English
key-closes-0 = At the start
key-closes-1 = A day before
key-closes-3 = 3 days before
key-closes-7 = A week before
key-field-kind = Kind
key-field-title-sl = Title
key-field-title-en = English title
key-field-description-sl = Description
key-field-description-en = English description
key-field-day = Start
key-field-ends-at = End
key-field-place = Place
key-field-link = Link
key-field-capacity = Number of seats
key-field-closes-at = Registration closes

draft-waits = <b>The draft of an event is waiting</b>
draft-waits-title = <b>A draft is waiting: “{ $title }”</b>
draft-changes = It holds changes to a published event.
draft-anew = If you start over, the draft is deleted.
draft-gone = This draft has been published or deleted. See the list for what is published.
event-published = The event “{ $title }” is published. Members see it in their list of events.

guide-card = <b>New event</b>
guide-title-sl = Title: <b>{ $title }</b>
guide-title-en = English title: { $title }
guide-description = 📝 { $text }
guide-capacity = { $count ->
    [one] 👥 { $count } seat
   *[other] 👥 { $count } seats
}
guide-closes = ⏳ Registration closes: { $when }

guide-ask-kind = What kind of event is it? Choose one or type a number: 1 meeting, 2 round table, 3 training, 4 fair visit, 5 other.
guide-ask-title-sl = What is it called? Type the title in Slovene.
guide-ask-title-en = What is it called in English? Skip this if it has no English title.
guide-ask-description-sl = What is it about? Type a short description in Slovene, or skip this.
guide-ask-description-en = What does the description say in English? Skip this if there is none.
guide-ask-day = When does it start? Choose a day, or type for example “12 May 2027 at 9:30”.
guide-ask-hour = At what time does it start? Choose one, or type for example “9:30”.
guide-ask-ends-at = When does it end? Choose a time on the same day, or type for example “14:00” or “13 May at 12:00”.
guide-ask-place = Where is it? Type the place and its address. Skip this if it is online only.
guide-ask-link = Is it online as well? Type the link or skip this. Only those who have a seat see it.
guide-ask-link-needed = What is the link? Type all of it. Only those who have a seat see it.
guide-ask-capacity = How many seats are there? Choose or type a number.
guide-ask-closes-at = Until when can people register? Choose, or type for example “5 May at 12:00”.
guide-ask-change = What would you like to change?

guide-preview-sl = 👁 This is how members see the event in Slovene:
guide-preview-en = 👁 This is how members see the event in English:
guide-link-hidden = 🔗 { $link } (only those who have a seat see it)
guide-problems = Before it can be published:
guide-problem-no-title = • the title is missing
guide-problem-title-too-long = • the title is too long
guide-problem-description-too-long = • the description is too long
guide-problem-nowhere = • a place or a link is missing
guide-problem-place-too-long = • the place is too long
guide-problem-link-too-long = • the link is too long
guide-problem-no-link = • the link is not a web address
guide-problem-in-the-past = • the start is already past
guide-problem-ends-too-soon = • the end is not after the start
guide-problem-closes-too-late = • registration closes after the start
guide-problem-closes-too-soon = • the close of registration is already past
guide-problem-capacity = • the number of seats is not possible

guide-misread-kind = That kind is not on the list. Choose one or type a number from 1 to 5. Everything else is kept.
guide-empty = The message is empty. Type some text. Everything else is kept.
guide-too-long = The text is too long: it has { $count } characters, at most { $most } are possible. Send a shorter one. Everything else is kept.
guide-misread-moment = I don’t understand this time: “{ $said }”. Type for example “12 May 2027 at 9:30”. Everything else is kept.
guide-misread-hour = I don’t understand this time: “{ $said }”. Type for example “9:30”. Everything else is kept.
guide-day-missing = The day is missing: “{ $said }”. Type for example “12 May 2027 at 9:30”. Everything else is kept.
guide-hour-missing = The time is missing: “{ $said }”. Type for example “12 May 2027 at 9:30”. Everything else is kept.
guide-no-such-day = The calendar has no such day: “{ $said }”. Check the date. Everything else is kept.
guide-other-weekday = The weekday and the date do not match: “{ $said }”. That date is a { $weekday ->
        [d1] Monday
        [d2] Tuesday
        [d3] Wednesday
        [d4] Thursday
        [d5] Friday
        [d6] Saturday
       *[d7] Sunday
    }. Everything else is kept.
guide-missing-hour = That day has no such time, because the clocks go forward: “{ $said }”. Choose another. Everything else is kept.
guide-past = That time is already past. Choose a later one. Everything else is kept.
guide-too-far = That time is too far away. Choose a nearer one. Everything else is kept.
guide-ends-too-soon = The end must be after the start. Choose a later time. Everything else is kept.
guide-closes-too-late = Registration closes at the start at the latest. Choose an earlier time. Everything else is kept.
guide-misread-link = That is not a web link: “{ $said }”. Type all of it, for example “https://example.org/room”. Everything else is kept.
guide-misread-capacity = I don’t understand this number: “{ $said }”. Type a number from 1 to { $most }. Everything else is kept.
guide-nowhere = An event needs a place or a link. Type the link. Everything else is kept.
guide-choose = There is nothing to type here: choose one of the buttons. Everything is kept.
