# Events: what the office writes beside the main questions, changes, copies and repeats; those at an event.

# Writing: what nobody is asked for in turn

key-field-add = ＋ { $name }
key-field-speakers = Speakers
key-field-per-library = Seats per library
key-field-opens-at = Registration opens
key-field-free-until = Free cancelling
key-field-leads = Reminders
key-field-hours = Certificate hours
key-field-questions = Questions
key-field-dates = More dates
key-same-hour = Same time: { $hour }
key-closes-14 = 2 weeks before
key-closes-30 = A month before
key-speakers-count = Take up seats
key-remind-month = A month before
key-remind-week = A week before
key-remind-days = 3 days before
key-remind-day = A day before
key-remind-hours = 2 hours before
extra-lead-month = a month before
extra-lead-week = a week before
extra-lead-days = 3 days before
extra-lead-day = a day before
extra-lead-hours = 2 hours before

guide-card-change = <b>Changes to an event</b>
extra-speakers = 🎤 { $names }
extra-speakers-count = 🎤 { $names } (take up seats once you register them)
extra-per-library = { $count ->
    [one] 🏛 { $count } seat per library
   *[other] 🏛 { $count } seats per library
}
extra-opens = ⏰ Registration opens: { $when }
extra-free = ↩️ Cancelling without a reason until: { $when }
extra-leads = 🔔 Reminders: { $leads }
extra-no-leads = 🔕 No reminders
doubt-long = ⏳ It lasts more than a year. Check the end.
doubt-too-late = 🔕 Too late for a reminder: { $leads }
extra-hours = { $count ->
    [one] 📜 { $count } hour on the certificate
   *[other] 📜 { $count } hours on the certificate
}
extra-questions = { $count ->
    [one] ❓ { $count } question when registering
   *[other] ❓ { $count } questions when registering
}

guide-ask-speakers = Who speaks? Type the names, each in a line of its own; a new message replaces them. They take up seats only if you choose so and register them.
guide-ask-per-library = How many seats can a library have at most? Choose or type a number. Without one there is no limit.
guide-ask-opens-at = When does registration open? Choose, or type for example “1 April at 8:00”. Without this it opens at once.
guide-ask-free-until = Until when can people cancel without a reason? Choose, or type for example “5 May”. Whoever cancels later gives a reason, and you receive it.
guide-ask-leads = When should reminders come? Those with a ✓ are chosen; a tap adds one or takes it away.
guide-ask-hours = How many hours does the certificate of attendance say? Choose or type a number. Without one it says none.
guide-too-many-speakers = There are too many names: { $count }, at most { $most } are possible. Send a shorter list. Everything else is kept.
guide-opens-too-late = Registration must open before it closes. Choose an earlier time. Everything else is kept.
guide-free-too-late = Cancelling without a reason is possible until the start at the latest. Choose an earlier time. Everything else is kept.
guide-problem-opens-too-late = • registration opens only after it has closed
guide-problem-free-too-late = • cancelling without a reason is still possible after the start
guide-problem-per-library = • a library may have more seats than there are
guide-problem-speakers = • the speakers’ names are not possible
guide-problem-questions = • the questions are not complete
guide-problem-hours = • the hours for the certificate are not possible
guide-problem-on = { $problem } ({ $days })

# Further dates

key-dates-week = Every week
key-dates-fortnight = Every 2 weeks
key-dates-month = Every month
key-dates-pick = Days in a calendar
key-event-drop = ✖ { $name }
guide-ask-dates = When else does it take place? Choose a rule or days, or type a date. ✖ removes one. People can register for each date or for all of them.
guide-ask-date = Choose days; a tap on a chosen day removes it. The time is that of the first date; for another, type for example “19 May at 10:00”.
guide-ask-count = How many dates are there in all, with the first one? Choose or type a number up to 30. The further dates so far are replaced.
dates-at = { $day } at { $hour }
dates-also = { $count ->
    [one] 🔁 { $count } more date: { $days }
   *[other] 🔁 { $count } more dates: { $days }
}
dates-first = That is the first date, it is there already. Everything is kept.
dates-too-many = There can be { $most } dates at most. Remove one, or publish another series. Everything else is kept.
events-published = { $count ->
    [one] { $count } event “{ $title }” is published.
   *[other] { $count } events “{ $title }” are published. Members register for each or for all of them.
}

# Changing a published event

key-edit-event = Edit
key-copy = Copy
key-repeat-event = Repeat
change-nothing = Nothing has changed yet.
change-quiet = Nobody is told of these changes.
change-tells = { $count ->
    [one] 📣 { $count } person is told: { $fields }.
   *[other] 📣 { $count } people are told: { $fields }.
}
change-offers = { $count ->
    [one] 🎟 { $count } person in the waiting list is offered a seat.
   *[other] 🎟 { $count } people in the waiting list are offered a seat.
}
change-together = The message goes within ten minutes, with whatever else changes until then.
change-field-time = new time
change-field-place = new place
change-field-link = new link
change-telling = { $count ->
    [one] 📣 { $count } person is told within ten minutes.
   *[other] 📣 { $count } people are told within ten minutes.
}
change-quietly = Nobody is told.
event-changed = The event “{ $title }” has been changed.
event-unchanged = Nothing has changed.
event-overtaken = ⚠️ Somebody has changed the event meanwhile. Their changes are here already, yours are kept. Look it over and save.
event-overtaken-by = ⚠️ { $name } has changed the event meanwhile. Their changes are here already, yours are kept. Look it over and save.
event-overtaken-both = You have both changed: { $fields }. Your version stands.
event-too-few = { $count ->
    [one] { $count } seat is taken or offered already, there cannot be fewer. Change the number. Everything else is kept.
   *[other] { $count } seats are taken or offered already, there cannot be fewer. Change the number. Everything else is kept.
}
event-too-few-of-library = { $count ->
    [one] A library has { $count } seat already, the limit cannot be lower. Change the number. Everything else is kept.
   *[other] A library has { $count } seats already, the limit cannot be lower. Change the number. Everything else is kept.
}
event-change-cancelled = The event is cancelled and can no longer be changed.
event-change-over = The event is over and can no longer be changed.

# The office's card

office-event-offered = { $count ->
    [one] Offered: { $count } seat waits for an answer
   *[other] Offered: { $count } seats wait for an answer
}
office-event-beside = Speakers and others who take no seat: { $count }
office-event-waiting = In the waiting list: { $count }
key-queue = Waiting list
key-enter = Register somebody
key-write-to = Message

# Those at an event

key-people-one-by-one = One by one
key-people-sheet = Spreadsheet
key-people-paper = To print
key-attendee = { $name } · { $place }
key-in-queue = { $position }. { $name }
key-offered = 🎟 { $name }
key-take-off = Take off
people-seated = { $count ->
    [one] { $count } person with a seat. Choose them.
   *[other] { $count } people with a seat, in order of registration. Choose one.
}
people-seated-none = Nobody has a seat yet.
people-queue = { $count ->
    [one] { $count } person in the waiting list; 🎟 means that a seat is offered to them.
   *[other] { $count } people in the waiting list; 🎟 means that a seat is offered to them.
}
people-queue-none = Nobody is in the waiting list.
attendee = <b>{ $name }</b>, { $place }
attendee-seated = ✅ Has a seat.
attendee-checked-in = ✅ Checked in on { $when }.
attendee-offered = 🎟 A seat is offered { $until }.
attendee-offer-over = The offer of a seat is over.
attendee-waiting = ⏳ Number { $position } in the waiting list.
attendee-speaks = 🎤 Speaks.
attendee-since = Registered: { $when }
attendee-gone = This registration is no longer there. The event’s card shows who is registered.
take-off-question = <b>{ $name }: take off the event “{ $title }”</b>
take-off-means = The seat goes to the first in the waiting list, or is free.
take-off-means-queue = The place in the waiting list is given up.
take-off-told = The person is told.
take-off-done = Taken off: { $name }.
key-write-seated = With a seat ({ $count })
key-write-queue = Waiting ({ $count })
write-to-whom = To whom would you like to write?

# Letting somebody in by hand

enter-ask = Whom would you like to register? Type a name or a library. For a guest from outside, type the name and where they are from.
enter-found = Members who fit “{ $text }”:
enter-none = No member fits “{ $text }”. Register a guest, or type another name.
enter-again = Choose somebody, register a guest, or type another name.
key-enter-guest = Guest: { $name }
key-enter-speaks = Speaks
key-enter-next = Somebody else
enter-seated = ✅ { $name } has a seat.
enter-waits = ⏳ { $name } is in the waiting list, since there is no seat. When one becomes free, it is offered.
enter-no-room = There is no seat, and a guest cannot wait in the list. Add seats or take somebody off.
key-see-attendee = Registration
enter-already = { $name } is on the list already.
enter-gone = This person or event is no longer there.

# The spreadsheet and the list to print

people-sheet = Registrations
people-sheet-file = event-{ $number }.xlsx
people-sheet-caption = { $count ->
    [one] “{ $title }”: { $count } registration with all answers.
   *[other] “{ $title }”: { $count } registrations with all answers.
}
people-column-name = Name
people-column-library = Library
people-column-state = State
people-column-position = In the list
people-column-speaks = Speaks
people-column-registered = Registered
people-column-checked-in = Checked in
people-column-attended = Attended
people-state-seated = seat
people-state-offered = offer
people-state-waiting = waiting
people-yes = yes
people-no = no
people-paper-file = list-{ $number }.pdf
people-paper-caption = “{ $title }”: the list to print, by library.
paper-title = Registered: { $title }
paper-when = { $when }, { $where }
paper-count = { $count ->
    [one] { $count } person with a seat
   *[other] { $count } people with a seat
}
paper-library = { $library } ({ $count })
paper-library-on = { $library } (continued)
paper-speaks = { $name } (speaks)
