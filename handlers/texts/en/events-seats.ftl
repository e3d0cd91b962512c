# Seats: what is mine, offers, the waiting list, questions, giving a seat to a colleague, calendars.

home-answer = { $count ->
    [one] 🎟 { $count } seat is waiting for your answer
   *[other] 🎟 { $count } seats are waiting for your answer
}
home-waits = { $count ->
    [one] ⏳ You are in { $count } waiting list
   *[other] ⏳ You are in { $count } waiting lists
}

# The card

key-accept = Accept
key-refuse = No, thanks
key-refuse-sure = Leave the seat
key-take = Take the seat
key-leave-list = Leave the list
key-wait-again = I’ve changed my mind
key-register-all = Register for all ({ $count })
key-register-others = Other dates ({ $count })
key-my-answers = Answers
key-my-events = My events
key-event-calendar = To calendar
key-event-calendar-off = Off my calendar

event-speakers = 🎤 { $names }
event-speaker = 🎤 { $name }
event-opens = Registration opens { $when }. Seats: { $capacity }.
event-library-full = { $count ->
    [one] Your library’s { $count } seat is taken. You can join the waiting list.
   *[other] Your library’s { $count } seats are taken. You can join the waiting list.
}
event-full-waiting = { $count ->
    [one] All seats are taken, { $count } person is waiting.
   *[other] All seats are taken, { $count } people are waiting.
}
event-checked-in = ✅ You are here: your arrival has been noted.
event-offered = 🎟 The seat is yours { $until }. Accept it by then, or leave it to the next in line.
event-offer-over = The offer of a seat has ended.
event-refused = You left the seat to the next in line. You can change your mind { $until }.
event-first-come = 🎟 One seat is free: the first to take it has it.
event-in-list = ⏳ { $position ->
    [1] You are first in the waiting list; when a seat becomes free, it is offered to you.
    [2] You are second in the waiting list; when a seat becomes free, it is offered to you.
    [3] You are third in the waiting list; when a seat becomes free, it is offered to you.
    [4] You are fourth in the waiting list; when a seat becomes free, it is offered to you.
    [5] You are fifth in the waiting list; when a seat becomes free, it is offered to you.
    [6] You are sixth in the waiting list; when a seat becomes free, it is offered to you.
    [7] You are seventh in the waiting list; when a seat becomes free, it is offered to you.
    [8] You are eighth in the waiting list; when a seat becomes free, it is offered to you.
    [9] You are ninth in the waiting list; when a seat becomes free, it is offered to you.
    [10] You are tenth in the waiting list; when a seat becomes free, it is offered to you.
   *[other] You are number { $position } in the waiting list; when a seat becomes free, it is offered to you.
}
event-in-list-late = ⏳ You are in the waiting list. It is close to the start: if a seat becomes free, the first to take it has it.
event-free-until = You can cancel without a reason { $until }.
event-not-free = You can still cancel; we will ask you for the reason.

# Asking for a seat

event-seated-reminders = You have a seat. We will remind you { $when } before.
event-lead-month = a month
event-lead-week = a week
event-lead-days = three days
event-lead-day = a day
event-lead-hours = two hours
event-leads = { $first } and { $last }
event-waiting = { $position ->
    [1] All seats are taken. You are first in the waiting list; when a seat becomes free, it is offered to you.
    [2] All seats are taken. You are second in the waiting list; when a seat becomes free, it is offered to you.
    [3] All seats are taken. You are third in the waiting list; when a seat becomes free, it is offered to you.
    [4] All seats are taken. You are fourth in the waiting list; when a seat becomes free, it is offered to you.
    [5] All seats are taken. You are fifth in the waiting list; when a seat becomes free, it is offered to you.
    [6] All seats are taken. You are sixth in the waiting list; when a seat becomes free, it is offered to you.
    [7] All seats are taken. You are seventh in the waiting list; when a seat becomes free, it is offered to you.
    [8] All seats are taken. You are eighth in the waiting list; when a seat becomes free, it is offered to you.
    [9] All seats are taken. You are ninth in the waiting list; when a seat becomes free, it is offered to you.
    [10] All seats are taken. You are tenth in the waiting list; when a seat becomes free, it is offered to you.
   *[other] All seats are taken. You are number { $position } in the waiting list; when a seat becomes free, it is offered to you.
}
event-waiting-late = All seats are taken, and you are in the waiting list. It is close to the start: if a seat becomes free, the first to take it has it.
event-waiting-library = Your library already has all its seats. You are number { $position } in the waiting list; when one becomes free, it is offered to you.

series-done = All dates at once:
series-date = • { $when }: { $what }
series-more = { $count ->
    [one] • and { $count } more date; you will find it among your events
   *[other] • and { $count } more dates; you will find them among your events
}
series-seated = you have a seat
series-already = you already had a seat
series-already-waiting = you are already in the waiting list
series-waiting = number { $position } in the waiting list
series-not-open = registration is not open yet
series-asks = first answer the questions on its card
series-closed = registration has closed

# Giving up

event-leave-list-question =
    <b>Cancel: “{ $title }”, { $when }</b>
    Your place in the waiting list goes to the next person. Would you like to leave the list?
event-left-list = You are no longer in the waiting list.
event-unregister-title = <b>Cancel: “{ $title }”, { $when }</b>
event-reason-ask =
    It is close to the start, so the reason is passed on to the office.
    Why can’t you come? Choose a reason or type one.
event-reason-given = Reason: { $reason }
event-reason-sure = The seat becomes free for others at once. Would you like to cancel it?
event-reason-ill = illness
event-reason-work = work at the library
event-reason-travel = trouble getting there
key-other-reason = Another reason
event-unregistered-late = Your seat is cancelled and the office knows. Thank you for telling us.
event-unregister-checked-in = Your arrival has already been noted, so the seat cannot be cancelled.

# Offers

refuse-question =
    <b>A seat at “{ $title }”</b>
    If you leave it, it is offered to the next in line at once. You can change your mind { $until }.
offer-refused = You left the seat to the next in line. If you change your mind { $until }, you wait at your old place again.
offer-back = You are waiting again, at your old place in the list.
offer-taken = Somebody else has just taken the seat. You stay in the waiting list.
offer-gone = This offer is no longer valid.
offer-gone-join = This offer is no longer valid. You can join the waiting list again.
offer-gone-register = This offer is no longer valid. The seat is free now; you can register.

offered = 🎟 <b>A free seat for you: “{ $title }”</b>
offered-when = { $when }, { $where }.
lapsed = <b>The offer of a seat has ended: “{ $title }”</b>
lapsed-join = The seat is offered to the next in line. If you are still interested, you can join the waiting list again.
lapsed-register = The seat is free now. If you are still interested, you can register.
lapsed-closed = Registration has closed, so the waiting list can no longer be joined.
first-come = 🎟 <b>A free seat: “{ $title }”</b>
first-come-take = It is close to the start, so the first to take it has it.
late = <b>Late cancellation: “{ $title }”, { $when }</b>
late-who = { $name }, { $library }
late-nobody = The person has since left the association.
entered = <b>You have a seat: “{ $title }”</b>
entered-speaks = <b>You speak at “{ $title }”</b>
entered-list = <b>You are in the waiting list: “{ $title }”</b>
taken-off = <b>Your registration is no longer valid: “{ $title }”, { $when }</b>
taken-off-means = The office has withdrawn it. If you do not know why, please ask.
called-off-means-list = The event will not take place, and its waiting list is closed.

# Changes

changed = ✏️ <b>Changed: “{ $title }”</b>
changed-time = 🗓 { $when }
changed-place = 📍 { $where }
changed-before = before: { $was }
changed-link = 🔗 The link is new; those with a seat see it on the event’s card.
changed-no-link = 🔗 There is no link any more.
changed-no-more = If it no longer suits you, cancel your registration.
news-about = It is word of a change to the event.

# Questions

question-asked = <b>{ $text }</b>
question-answered = { $question }: { $answer }
question-now = Now: { $answer }
question-choose = Choose an answer.
question-choose-or-skip = Choose an answer, or skip the question.
question-type = Type your answer.
question-type-or-skip = Type your answer, or skip the question.
answer-choose = That is not one of the answers. Choose one of the buttons. Everything else is kept.
answers-ready-register = Is everything right?
answers-ready-series = Is everything right? The answers are for all dates.
answers-ready-swap = Is everything right? The seat is yours once you accept it.
answers-ready-change = These are your answers.
key-answers-register = Register
key-answers-series = Register for all
key-answers-swap = Accept
key-answers-change = Save
key-resume-answers = Resume
answers-wait =
    <b>Answers for another event are waiting</b>
    You can go on with them. If you start over, they are deleted.
answers-missing = The questions have changed since. Answer this one as well; everything else is kept.
answers-kept = Your answers are saved.
answers-closed = Registration has closed, so answers can no longer be changed. The earlier ones stand.

# Giving a seat to a colleague

key-give-seat = Swap
key-give-sure = Offer it
key-keep-seat = Keep the seat
key-withdraw-swap = Withdraw offer
key-our-seats = Our seats
swap-given = 🔁 The seat is offered to { $name }, who can answer { $until }. Until it is accepted, nothing changes.
swap-asked = 🔁 { $name } is handing you a seat. It is yours if you accept it { $until }.
swap-asked-by-library = 🔁 Your library offers you the seat that { $name } has now. It is yours if you accept it { $until }.
swap-asked-by-nobody = 🔁 Your library is handing you a seat. It is yours if you accept it { $until }.
our-seats = { $count ->
    [one] Your library has { $count } seat. Choose whose is to go to somebody else.
   *[other] Your library has { $count } seats. Choose whose is to go to somebody else.
}
our-seats-none = Nobody from your library has a seat.
swap-choose = To whom would you like to hand your seat? Choose a colleague. It is yours until they accept it.
swap-choose-for = Who is to have the seat instead of { $name }? Choose a colleague.
swap-no-colleagues = There is nobody in your library who could have the seat: all have one, or are not in Glasnik yet.
swap-question =
    <b>Offer your seat to { $name }</b>
    They can answer { $until }; until they accept, it is yours and you can change your mind. The waiting list stays as it is.
swap-question-for =
    <b>Swap: { $owner } → { $name }</b>
    They can answer { $until }. Once they accept, whoever loses the seat is told as well. The waiting list stays as it is.
swap-offered = The seat is offered to { $name }, who can answer { $until }. We will tell you what they say.
swap-pending = This seat is already offered to a colleague, who can answer { $until }. You can withdraw the offer before that.
swap-no-colleague = The seat cannot go to this person: they are not of the same library, or have a seat already.
swap-gone = This seat can no longer be handed over or taken.
swap-checked-in = The arrival has already been noted, so the seat cannot be swapped.
swap-over = The event has started, so the seat cannot be swapped.
swap-left-list = Your place in the waiting list is given up for it.
swap-done-refused = The seat stays whose it was. We will tell them that you do not take it.
swap-done-taken-back = The offer is withdrawn, the seat stays.
swap-late-accepted = The swap is done; the seat can no longer be taken back.
swap-late-refused = The offer has been declined; the seat stays whose it was.
swap-late-taken-back = The offer of the seat has been withdrawn.
swap-late-lapsed = The time to answer is over; the seat stays whose it was.
swap-answered-accepted-mine = 🔁 { $name } now has the seat that was yours. Thank you for finding somebody.
swap-answered-accepted-theirs = 🔁 The swap is done: { $owner } → { $name }.
swap-answered-refused-mine = 🔁 { $name } cannot take the seat; it is still yours. You can offer it to somebody else, or cancel it.
swap-answered-refused-theirs = 🔁 There is no swap: { $owner } → { $name }. The seat stays whose it was.
swap-answered-lapsed-mine = 🔁 { $name } has not answered. The seat is still yours; you can offer it to somebody else, or cancel it.
swap-answered-lapsed-theirs = 🔁 There was no answer, so there is no swap: { $owner } → { $name }.
swap-was-given = 🔁 { $name } now has the seat that was yours. Your library arranged the swap.

# Calendars

event-calendar-file = event.ics
event-calendar = 🗓 Open the file and “{ $title }” is in your calendar. If it changes, you can have a new one.
event-calendar-off = 🗓 Open the file and the cancelled event “{ $title }” goes from your calendar, or is struck through.
event-calendar-cancelled = Cancelled: { $title }
key-own-calendar = Calendar
key-calendar-get = Get a link
key-calendar-renew = New link
key-calendar-drop = Delete
own-calendar-name = Glasnik
own-calendar-none =
    <b>My calendar</b>
    You can have a secret link to add to your own calendar (Google, Apple, Outlook). It always has the events at which you have a seat.
own-calendar-there =
    <b>My calendar</b>
    You have had your link since { $when }. It was shown once; if you have lost it, make a new one.
own-calendar-link =
    <b>My calendar</b>
    { $link }
    In your calendar, choose “add from URL” and paste the link. Whoever has it sees your events, so do not share it.
    It is shown only now; you can make a new one at any time.
own-calendar-renew =
    <b>A new link to your calendar</b>
    The old one ends at once, and calendars that have it are no longer updated. Would you like a new one?
own-calendar-drop =
    <b>Delete the link to your calendar</b>
    Calendars that have it are no longer updated. Would you like to delete it?
own-calendar-dropped = The link is deleted.
own-calendar-nowhere = There is no calendar by link here. You can add each event to your calendar from its card.
