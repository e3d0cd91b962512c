# Tickets and the door.

key-ticket = Ticket
key-door = Door
key-door-list = List
key-walk-in = No registration
key-walk-in-next = Next person
key-door-let-in = Check in
key-door-take-back = Undo
key-lists-library = { $library } · { $came }/{ $seated }
key-lists-there = ✓ { $name }
key-walk-in-guest = From outside: { $name }

ticket-kind = TICKET
ticket-for = 🎟 “{ $title }”, { $when }
ticket-how = Show the code at the door, or say your name.
ticket-void = This ticket is no longer valid. See the list of events for what is coming.
ticket-not-yours = This link opens only on the phone of the person it is meant for.

door-card = 🚪 <b>Door: “{ $title }”</b>
door-count = Here: <b>{ $came }</b> of { $seated }
door-walked-in = { $count ->
    [one] { $count } of them without a registration.
   *[other] { $count } of them without a registration.
}
door-how = Scan the code on the ticket with the phone’s camera, or choose the name from the list.
door-closed = Check-in is open only on the day of the event, until attendance is confirmed.
door-who = { $name }, { $library }
lists-nameless = somebody who is no longer a member
door-event = “{ $title }”
door-let-in = ✓ <b>{ $who }</b>
door-in-already = Here already, since { $at }.
door-substituted = Not valid: somebody else has taken over this seat.
door-removed = Not valid: this person no longer has a seat.
door-given-up = Not valid: the registration is cancelled.
door-no-seat = This person is in the waiting list and has no seat.
door-other = This ticket is for another event: “{ $title }”, { $when }.
door-confirmed = Attendance is confirmed, so check-in is over. You can correct the list under “Attendance”.
door-cancelled = The event “{ $title }” is cancelled.
door-no-ticket = There is no such ticket. Look for the person by name in the list of the event.
door-taken-back = Check-in undone: { $who }
door-not-taken-back = This check-in can no longer be undone.
lists-choose-library = Choose a library. The numbers tell how many of those with a seat came.
lists-nobody = Nobody here has a seat.
lists-guests = From outside
lists-of = { $library }
lists-tick = Choose who came; ✓ means that they did. Another tap takes it back.

walk-in-ask = Who is at the door? Type the name; for a guest the first and last name.
walk-in-nothing = The message is empty. Type a name.
walk-in-found = These people fit “{ $text }”. Choose the right one, or check in a guest.
walk-in-none = No member is called “{ $text }”. You can check in a guest.
walk-in-again = For another name, just type it.
walk-in-done = Checked in without a registration, on a free seat.
walk-in-beyond = Checked in without a registration, beyond the number of seats.
walk-in-full = There is no free seat for { $name }. Seats taken: { $taken } of { $capacity }.
walk-in-full-means = If you check them in, they are there beyond the number of seats and take nobody’s seat. Would you like to?
