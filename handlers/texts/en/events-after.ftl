# After an event: who was there, certificates, the survey.

key-attendance = Attendance
key-attendance-confirm = Confirm marked
key-attendance-all = Confirm all
key-certificate = Certificate
key-certificate-make = Make certificate
key-certificate-name = Correct name
key-guests = Guests’ certificates
key-record = My attendance
key-record-paper = PDF
key-survey = Feedback
key-survey-stars = { $stars } ★
key-survey-write = Write a comment
key-survey-send = Send
key-survey-chart = Chart
key-survey-sheet = Spreadsheet

attendance-card = 📋 <b>Attendance: “{ $title }”</b>
attendance-proposed = Marked: <b>{ $came }</b> of { $seated }
attendance-count = Attended: <b>{ $came }</b> of { $seated }
attendance-how = Everybody who checked in at the door is marked. Correct the list if need be, then confirm.
attendance-confirmed = Attendance is confirmed, and those who came get certificates. If something is wrong, correct the list.
attendance-not-over = Confirm attendance once the event is over.
attendance-ask = { $count ->
    [one] <b>Attendance: “{ $title }”</b>. Do you confirm that { $count } person was there?
   *[other] <b>Attendance: “{ $title }”</b>. Do you confirm that { $count } people were there?
}
attendance-ask-means = Those of them who use Glasnik are told that a certificate is there.
attended = ✅ Your attendance is confirmed: “{ $title }”.
attended-means = You can get the certificate any time, also in the settings under “My attendance”.

certificate-card = 🎓 <b>Certificate: “{ $title }”</b>
certificate-ask-name = Type the first and last name as they should stand on the certificate.
certificate-name-kept = They are kept on this certificate only, nowhere else.
certificate-misread = Type the first and last name in letters, for example “Ana Novak”.
certificate-ask-sure = The certificate will say: <b>{ $name }</b>
certificate-given = { $number }, { $name }
certificate-same = The certificate is in the file below. Whenever you open it again, it has the same number.
certificate-caption = { $number }
certificate-file = certificate-{ $number }.pdf
certificate-guests = Choose somebody: the certificate comes to you, to hand or send on.
certificate-no-guests = There were no guests at this event.
certificate-not-yet = Attendance is not confirmed yet. Once it is, you get a message and the certificate.
certificate-not-there = Your attendance at this event is not confirmed, so there is no certificate. If you were there, tell the association’s office.

certificate-heading = Certificate of Attendance
certificate-given-to = awarded to
certificate-for = for attending
certificate-number = No. { $number }/{ $year }
certificate-days = { $first } – { $last }
certificate-hours = { $hours ->
    [one] { $hours } hour
   *[other] { $hours } hours
}
certificate-issued = Issued: { $day }
certificate-check = Check that it is genuine with the code, or at { $link }
certificate-check-chat = Check that it is genuine with the code, which opens Glasnik in Telegram. Reference: { $code }
certificate-genuine = This certificate is genuine
certificate-not-genuine = There is no such certificate. Check that the whole reference has been copied.
certificate-initials = Initials: { $initials }
certificate-no-name = The name has been deleted at the person’s wish.
certificate-line = { $line }
certificate-line-first = ✅ <b>{ $line }</b>

record-card = 🎓 <b>My attendance</b>
record-none = Events at which your attendance is confirmed will be listed here.
record-count = { $count ->
    [one] Attendance at { $count } event.
   *[other] Attendance at { $count } events.
}
record-hours = { $hours ->
    [one] { $hours } hour in all.
   *[other] { $hours } hours in all.
}
record-choose = Choose an event to get its certificate.
record-heading = Record of Attendance
record-whose = { $name }, { $library }
record-column-day = Date
record-column-event = Event
record-column-hours = Hours
record-column-certificate = Certificate
record-day = { $day }/{ $month }/{ $year }
record-made = Made: { $day }
record-file = attendance.pdf
record-caption = { $count ->
    [one] Your attendance: { $count } event.
   *[other] Your attendance: { $count } events.
}

survey-ask = How satisfied are you with “{ $title }”? Choose from 1 to 5 stars.
survey-anonymous = It is anonymous: only the number of stars is counted. So it cannot be changed later.
survey-rated = Thank you, your stars are counted.
survey-more = You can also write what was good and what could be better.
survey-once = You have rated this event already. It cannot be changed, since nobody knows which stars are yours.
survey-both-once = You have rated and commented already. Neither can be changed, since nobody knows which is yours.
survey-not-there = Only those who were at the event can rate it.
survey-ask-text = What do you think of “{ $title }”? Write it in one message.
survey-apart = It is kept without name or time, apart from the stars.
survey-few = There were only a few of you, so what you write may give you away.
survey-nothing = The message is empty. Write what you think.
survey-too-long = The text is too long: it has { $count } characters, at most { $most } are possible. Send a shorter one.
survey-check = This is what the office will read:
survey-text = { $text }
survey-other = For something else, write it anew. Once sent, it cannot be changed.
survey-kept = Thank you, your comment is sent.

survey-card = ⭐ <b>Feedback: “{ $title }”</b>
survey-answers = Answers: { $answers }, attended: { $came }
survey-too-few = Answers are shown once there are at least three.
survey-mean = Mean: <b>{ $mean }</b> of 5
survey-counts = 5 ★ { $n5 } · 4 ★ { $n4 } · 3 ★ { $n3 } · 2 ★ { $n2 } · 1 ★ { $n1 }
survey-said = 💬{ " " }
survey-stars = { $stars } ★
survey-file = feedback.xlsx
survey-sheet-stars = Stars
survey-sheet-texts = Comments
survey-column-stars = Stars
survey-column-count = Answers
survey-column-text = Comment
