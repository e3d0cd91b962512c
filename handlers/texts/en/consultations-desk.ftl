# Consultations on the office's desk.

board-card = <b>Consultations</b>
board-count = { $count ->
    [one] { $count } consultation.
   *[other] { $count } consultations.
}
board-choose = Choose a consultation or prepare a new one. ✖ means withdrawn, 🏁 over.
board-none = There are no consultations yet. Prepare the first one.
board-mark-withdrawn = ✖{ " " }
board-mark-over = 🏁{ " " }
board-gone = There is no such consultation. All there are can be found in the list.
board-closed = The consultation is over or withdrawn. This can no longer be done.

# The card

key-rules = Rules
key-given = Votes given
key-behind = Who is missing
key-remind = Remind
key-letter = Vote by letter
key-new-version = New version
key-extend = Extend
key-withdraw = Withdraw
board-version = ↻ Version { $version } of the draft
board-turnout = { $done ->
    [one] 🗳 { $done } library of { $of } has answered everything
   *[other] 🗳 { $done } libraries of { $of } have answered everything
}
board-begun = { $count ->
    [one] ✍️ { $count } more has begun
   *[other] ✍️ { $count } more have begun
}
board-turnout-kind = • { $kind }: { $done } of { $of }
board-given = { $count ->
    [one] 🤝 { $count } library has given its vote to another
   *[other] 🤝 { $count } libraries have given their votes to another
}
board-given-line = { $library } → { $to }
board-behind = { $count ->
    [one] { $count } library has not answered everything yet.
   *[other] { $count } libraries have not answered everything yet.
}
board-behind-line = • { $library }: { $done } of { $of }
board-behind-given = • { $library }: { $done } of { $of } (vote given to { $to })
board-behind-nobody = • { $library }: { $done } of { $of } (nobody in chat)

board-told = { $count ->
    [one] { $count } person will be told.
   *[other] { $count } people will be told.
}
board-telling = { $count ->
    [one] { $count } person is being told.
   *[other] { $count } people are being told.
}

# Reminding, extending, withdrawing

board-ask-remind = { $count ->
    [one] <b>A reminder for { $count } library that has not answered everything</b>
   *[other] <b>A reminder for { $count } libraries that have not answered everything</b>
}
board-remind-whom = It goes to their delegates and deputies. One reminder a day is possible.
board-reminded = { $count ->
    [one] { $count } person is being reminded.
   *[other] { $count } people are being reminded.
}
board-reminded-nobody = Nobody in chat casts the vote of these libraries. You can enter their votes from letters.
board-reminded-today = A reminder has gone out today already, at { $hour }. The next can go tomorrow.
board-ends = ⏳ Ends: { $when }
board-ends-new = ➡️ New end: { $when }
board-ends-earlier = The end can only be moved on. Choose one later than the present one.
board-ask-day = When is it to end? Choose a day or write, for example, “12 May 2027 12:00”.
board-ask-hour = Until what time? Choose it or write, for example, “12:00”.
board-ask-extend = Reminders move with the end. Extend the consultation?
board-extended = The consultation is extended until { $until }.
board-ask-withdraw = <b>Withdrawing the consultation “{ $title }”</b>
board-withdraw-means = The votes are not counted and there will be no result. This cannot be undone. Withdraw the consultation?
board-withdrawn = The consultation “{ $title }” is withdrawn.

# A vote from a letter

key-letters = Letters
letters-card = Votes were entered from these letters. Choose a library to be sent its letter.
letters-none = No vote was entered from a letter.
letter-gone = Telegram no longer keeps the letter of { $library }.
key-enter-votes = Enter the vote
key-another-letter = Another letter
key-resume-letter = Go on
letter-of = ✉️ Letter: { $library }
letter-ask-library = Whose letter is it? Choose the library or write a part of its name. These are the ones in which nobody in chat can vote.
letter-no-library = In each library somebody in chat casts the vote. There is nothing to enter from a letter.
letter-ask-file = Send the letter as a file or a picture. It is kept with the vote.
letter-ask-another-file = The letter is here already. Send another to replace it, or choose “Next”.
letter-send-file = The letter is needed here, a file or a picture. Everything else is saved.
letter-place = { $position } of { $of }, { $done } read
letter-ask-choice = How did the library decide?
letter-says = From the letter: { $counts }
letter-silent = { $count ->
    [one] The letter says nothing about { $count } question.
   *[other] The letter says nothing about { $count } questions.
}
letter-ask-enter = The vote will be marked as entered from a letter. Is everything right?
letter-entered = { $count ->
    [one] <b>{ $library }</b>: the vote on { $count } question is entered from the letter.
   *[other] <b>{ $library }</b>: the vote on { $count } questions is entered from the letter.
}
letter-reworded = { $count ->
    [one] Not on { $count } question: its text has changed meanwhile.
   *[other] Not on { $count } questions: their texts have changed meanwhile.
}
letter-not-entered = The vote is not entered: somebody in chat casts it now, or the library has given it to another.
letter-waits =
    <b>A letter is waiting</b>
    If you start anew, what you entered from it so far is deleted.

# A new version of the draft

key-put-version = Publish version
key-is-new = This is a new question
key-goes-on = Goes on an old one
version-card = <b>New version of the draft</b>
version-ask-draft = Send the new text as a file (.docx, .pdf or .txt) or paste it, in several messages if need be. It is compared article by article.
version-same = { $count ->
    [one] = { $count } the same
   *[other] = { $count } the same
}
version-changed = { $count ->
    [one] ✎ { $count } changed
   *[other] ✎ { $count } changed
}
version-new = { $count ->
    [one] ＋ { $count } new
   *[other] ＋ { $count } new
}
version-gone = { $count ->
    [one] − { $count } gone
   *[other] − { $count } gone
}
mark-same = { "" }
mark-changed = ✎{ " " }
mark-new = ＋{ " " }
mark-gone = −{ " " }
version-ask = Votes on what is the same stand. On what is changed or new the libraries are asked again; what they said of the old text is kept.
version-all-same = The text is the same, no new version is needed.
version-is-same = The text is the same.
version-is-changed = ✎ Before: { $before }. <s>Cut</s>, <b>added</b>.
version-is-new = ＋ New text.
version-is-gone = − The new version does not have this.
version-ask-match = <b>{ $label }</b>
    Which of the questions that are gone does it go on?
version-none-free = <b>{ $label }</b>
    No question is gone, so this is a new one.
version-put = Members now have version { $version } of the draft before them.
version-waits =
    <b>A new version is waiting</b>
    If you start anew, it is deleted.
version-overtaken = The consultation has ended or got another version meanwhile. This one is not published.
