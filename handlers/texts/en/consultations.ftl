# Consultations: what members see and do.

home-waits-vote = { $count ->
    [one] 🗳 { $count } consultation is waiting for your library’s vote, { $left }
   *[other] 🗳 { $count } consultations are waiting for your library’s vote, the first { $left }
}
home-waits-stance = { $count ->
    [one] 🗳 { $count } consultation is waiting for your stance, { $left }
   *[other] 🗳 { $count } consultations are waiting for your stance, the first { $left }
}
consultation-days-left = { $days ->
    [0] today is the last day
    [1] open until tomorrow
    [one] { $days } day left
   *[other] { $days } days left
}
audience-not-voted = who have not voted on “{ $title }”
key-audience-not-voted = Not voted

# The list and the card

key-consultations = Consultations
consultations-card = <b>Consultations</b>
consultations-count = { $count ->
    [one] { $count } consultation. In brackets: how many questions wait for you.
   *[other] { $count } consultations. In brackets: how many questions wait for you.
}
consultations-none = There is nothing to consult on at the moment. When there is, Glasnik will tell you.
key-consultation-left = ({ $count }) until { $when } · { $title }
key-consultation-done = ✓ until { $when } · { $title }
key-consultation-over = 🏁 { $title }
consultation-gone = There is no such consultation, or it is not for you. The list has all there are.

consultation-title = <b>{ $title }</b>
consultation-until = 🗓 Until { $when }, { $left }
consultation-over = 🏁 The consultation ended on { $when }.
consultation-withdrawn = ✖ The consultation was withdrawn; no votes are counted.
consultation-articles = { $count ->
    [one] 📄 { $count } article
   *[other] 📄 { $count } articles
}
consultation-questions = { $count ->
    [one] 📄 { $count } question
   *[other] 📄 { $count } questions
}
consultation-cast = { $left ->
    [0] ✅ { $library }: all votes are cast ({ $of })
   *[other] 🗳 { $library }: { $done } of { $of }, { $left } left
}
consultation-was-cast = 🗳 { $library }: { $done } of { $of }
consultation-stances = { $left ->
    [0] ✅ You have taken a stance on everything ({ $of }).
   *[other] ✍️ Your stances: { $done } of { $of }, { $left } left
}
consultation-given-to = Your library’s vote is cast by: { $library }.
consultation-who-votes = Your delegate casts your library’s vote; your own stance is consultative.
consultation-turnout = Libraries that have voted: { $voted } of { $count }
consultation-ballot-open-hidden = The ballot is open, results are shown after the end.
consultation-ballot-open-open = The ballot is open, results are shown as they come.
consultation-ballot-pseudonymous-hidden = The ballot is pseudonymous, results are shown after the end.
key-cast = Vote
key-take-stances = Take stances
key-read-draft = Read
key-questions = List

# Questions

questions-card = List, page { $page } of { $pages }.
questions-marks = ✓ is answered, ↻ has a new text and waits for a new answer.
question-gone = There is no such question any more, or it is not for you. Open the consultation from the list.
question-heading = <b>{ $label }</b>
question-titled = <b>{ $label } – { $title }</b>
question-chapter = <i>{ $chapter }</i>
question-place = { $position } of { $of }
question-place-done = { $position } of { $of }, all done
question-place-left = { $position } of { $of }, { $left } left
question-on-behalf = On behalf of: { $library }
question-page = Text, page { $page } of { $pages }
question-text = { $text }
question-no-text = <i>(no text)</i>
question-colleagues = 👥 Stances in the library: { $counts }
question-vote = 🗳 { $library }: <b>{ $choice }</b>
question-vote-old = ↻ { $library }: <b>{ $choice }</b>, but on the earlier text
question-stance = ✍️ Your stance: <b>{ $choice }</b>
question-stance-old = ↻ Your stance: <b>{ $choice }</b>, but on the earlier text
question-sealed-cast = ✅ { $library }: the ballot is cast
question-sealed-waits = 🗳 { $library }: no ballot cast yet
key-text-page = Text, page { $page }
key-earlier = Earlier text
key-on-behalf = On behalf of: { $library }
earlier-card = What has changed: <s>deleted</s>, <b>added</b>.
earlier-kept = { $text }
earlier-cut = <s>{ $text }</s>
earlier-added = <b>{ $text }</b>

choice-for = for
choice-change = for with a change
choice-against = against
choice-abstain = abstain
choice-count-for = { $count } for
choice-count-change = { $count } for with a change
choice-count-against = { $count } against
choice-count-abstain = { $count ->
    [one] { $count } abstains
   *[other] { $count } abstain
}
key-choice-for = For
key-choice-change = For with a change
key-choice-against = Against
key-choice-abstain = Abstain

# Votes and stances

key-next-open = Next question
key-vote-rest = For to all the rest
vote-counted = <b>{ $label }: { $choice }</b>
vote-library = { $library }
vote-changeable = The vote is counted. You can change it until { $until }; the last one holds.
vote-receipt = Receipt: <code>{ $receipt }</code>
vote-left = { $count ->
    [one] { $count } question is left.
   *[other] { $count } questions are left.
}
vote-none-left = All questions are answered.
vote-unchanged = This vote holds already.
vote-reworded = Nothing was counted: the text has changed meanwhile. Please read the new one and choose again.
vote-sealed = Nothing was counted: this vote is pseudonymous and goes by ballots.
vote-closed = Nothing was counted: the consultation is over.
vote-given-away = Nothing was counted: your library has given its vote to another.
stance-noted = <b>{ $label }: { $choice }</b>
stance-consultative = Your stance is kept as consultative. Your delegate casts the library’s vote, or a deputy in their absence.
rest-question = <b>For to all the rest: { $library }</b>
rest-means = { $count ->
    [one] “For” will be cast on the { $count } question that is left. Other votes stay as they are.
   *[other] “For” will be cast on the { $count } questions that are left. Other votes stay as they are.
}
key-rest-sure = For ({ $count })
rest-counted = { $count ->
    [one] <b>{ $library }: “for” on { $count } question</b>
   *[other] <b>{ $library }: “for” on { $count } questions</b>
}

# Pseudonymous ballots

key-ballots = Ballot
key-new-key = Key
key-use-key = Ballots
key-check-ballots = Check
ballots-about =
    <b>A pseudonymous vote</b>
    Choices are kept apart from the libraries, under a random mark and without the hour. All that shows is whether a library has voted. The vote is not secret: your choice stays visible in your chat.
ballots-about-key = 🔑 You get the key on a card that stays in this chat. With it you cast, change and check your ballots.
ballots-about-final = Without the key the first ballot is final: neither you nor the association can change it.
ballots-about-cast = { $count ->
    [one] { $count } ballot is cast already. It can be changed only with the key it was cast with; without that it is final. Look for the card with the key further up in this chat.
   *[other] { $count } ballots are cast already. They can be changed only with the key they were cast with; without that they are final. Look for the card with the key further up in this chat.
}
ballots-key = 🔑 <b>Key to your ballots: { $title }</b>
ballots-key-means = Do not delete this card: only with it can you change and check your ballots. Without it, what is cast is final.
ballot-cast = The ballot is cast. You can change it with the key until { $until }; the last one holds.
ballot-final = ✅ { $library }: the ballot is cast. This card does not open it; it can be changed only with the key it was cast with.

# Comments and amendments

key-remarks = Comments
key-remarks-count = Comments ({ $count })
key-write-comment = Comment
key-write-amendment = Amendment
key-support = 👍 { $place } Support
key-unsupport = ✓ { $place } Supported
key-remark-whole = { $place } In full
key-remark-mine = { $place } Yours
key-edit-remark = Edit
key-keep-remark = Submit
remarks-card = <b>Comments: { $label }</b>
remarks-count = { $count ->
    [one] { $count } entry.
   *[other] { $count } entries, those with most support first.
}
remarks-none = No comments yet. An amendment is a proposal of how the text should read.
remark-comment = comment
remark-amendment = amendment
remark-head = <b>{ $place }</b> · { $kind } · <i>{ $who }</i>
remark-whole-head = { $kind } · <i>{ $who }</i>
remark-text = { $text }
remark-mine = yours
remark-anonymous = library not named
remark-old = on the earlier text
remark-supports = { $count ->
    [one] { $count } supporter
   *[other] { $count } supporters
}
remark-gone = This entry is no longer there. Open the consultation from the list.
remark-ask-comment =
    <b>Comment: { $label }</b>
    Type what you think, 2000 characters at most.
remark-ask-amendment =
    <b>Amendment: { $label }</b>
    Type how the text should read, 2000 characters at most.
remark-before = This is kept now. A new text replaces it; support stays with the old one:
remark-nothing-typed = Please type a text.
remark-too-long = { $count ->
    [one] The text has { $count } character, { $most } is the most. Please shorten it and send it again; what you sent stays in the chat.
   *[other] The text has { $count } characters, { $most } is the most. Please shorten it and send it again; what you sent stays in the chat.
}
remark-ready-comment = <b>Comment: { $label }</b>
remark-ready-amendment = <b>Amendment: { $label }</b>
remark-ready-means = Not submitted yet. Submit it, or type it differently.
remark-another = You have another entry that is not submitted yet: { $kind }, { $label }. Go on with it? Starting anew throws it away.
remark-kept-comment = <b>Comment submitted: { $label }</b>
remark-kept-amendment = <b>Amendment submitted: { $label }</b>
remark-kept-means = You can edit or delete it under “Comments” until { $until }.
remark-delete-comment = Delete your comment? The support it has goes with it.
remark-delete-amendment = Delete your amendment? The support it has goes with it.
remark-deleted-comment = The comment is deleted.
remark-deleted-amendment = The amendment is deleted.

# Receipts

key-check-receipt = Receipt
check-ask =
    <b>Check a receipt</b>
    Type the receipt that you got when voting, for example K7Q2-M9XD.
check-misread = A receipt has eight letters and digits, for example K7Q2-M9XD. Please type it again.
check-none = There is no receipt { $receipt } among your library’s votes. Check the letters and type it again.
check-key-none = This key opens no ballot that was cast.
check-found = { $count ->
    [one] ✅ { $count } vote found:
   *[other] ✅ { $count } votes found:
}
check-vote = { $label }: <b>{ $choice }</b>{ $entry }
check-replaced = { $label }: <s>{ $choice }</s>{ $entry }, changed later
check-old = { $label }: { $choice }{ $entry }, on the earlier text
check-entry = , entry { $number }
check-later = Ballots come into the log at the end, shuffled.
check-more = { $count ->
    [one] and { $count } more
   *[other] and { $count } more
}
check-sound = { $count ->
    [one] The log is unchanged: { $count } entry, its fingerprint begins with <code>{ $hash }</code>.
   *[other] The log is unchanged: { $count } entries, its fingerprint begins with <code>{ $hash }</code>.
}
check-broken = ⚠️ The log is not as it was written: entry { $number } does not fit. Please tell the office.

# Giving the vote to another library

key-proxy = Give the vote
key-choose-library = Choose a library
key-give-vote = Give the vote
key-take-back = Take back
proxy-about = { $count ->
    [one] You can give your library’s vote in this consultation to another one. Each may cast the vote of { $count } other at most. You can take it back until the end.
   *[other] You can give your library’s vote in this consultation to another one. Each may cast the votes of { $count } others at most. You can take it back until the end.
}
proxy-given = Your library’s vote is cast by: { $library }. You can take it back until the end.
proxy-holds = { $count ->
    [one] Your library casts the vote of another as well: { $libraries }. As long as it does, it cannot pass its own on.
   *[other] Your library casts the votes of others as well: { $libraries }. As long as it does, it cannot pass its own on.
}
proxy-none-allowed = In this consultation each library votes for itself.
proxy-choose = Which library is to vote for yours? Type a name or a town, or choose from the list.
proxy-question = <b>Your library’s vote is to be cast by: { $library }?</b>
proxy-means = Votes that are cast stay until that library changes them. Agree with it first; you can take the vote back until the end.
proxy-done = From now on your library’s vote is cast by: { $library }. Its delegate is told.
proxy-refused-to-itself = A vote cannot be given to one’s own library. Choose another.
proxy-refused-not-asked = { $library } does not vote in this consultation. Choose another.
proxy-refused-holds-others = Your library casts the vote of another already, so it cannot pass its own on.
proxy-refused-has-given-away = { $library } has given its own vote away. Choose a library that votes for itself.
proxy-refused-too-many = { $most ->
    [one] { $library } casts the vote of { $most } other already and may not cast more. Choose another.
   *[other] { $library } casts the votes of { $most } others already and may not cast more. Choose another.
}
proxy-refused-nobody = { $library } has no delegate in Glasnik yet, so nobody would cast the vote. Choose another.
proxy-refused-twice = Your library’s vote is given away already. To choose another, take it back first.
proxy-take-back-question = Your library’s vote is cast by: { $library }. Do you want to vote yourselves again? Votes that are cast stay until you change them.
proxy-taken-back = Your library votes for itself again.
proxy-not-given = Your library votes for itself.

# Messages of the bot's own accord

key-open-consultation = Consultation
push-opened = 🗳 <b>New consultation: { $title }</b>
push-waits-vote = { $count ->
    [one] { $count } question is waiting for your library’s vote.
   *[other] { $count } questions are waiting for your library’s vote.
}
push-waits-stance = { $count ->
    [one] { $count } question is waiting for your stance.
   *[other] { $count } questions are waiting for your stance.
}
push-reminder = 🗳 <b>{ $title }: { $left }</b>, until { $until }
push-revised = 📄 <b>The draft has a new text: { $title }</b>
push-revised-means = What you said on unchanged parts stands. What is changed or new waits for you.
push-extended = 🗓 <b>More time: { $title }</b>, now until { $until }
push-withdrawn = ✖ <b>Withdrawn: { $title }</b>
push-withdrawn-means = The consultation is called off; votes that were cast are not counted.
push-given = 🤝 <b>One more vote: { $title }</b>
push-given-means = From now on you vote for another library as well: { $library }. On a question’s card you choose for which.
push-closed = 🏁 <b>The consultation is over: { $title }</b>
push-closed-means = Thank you for taking part. The results are on its card.
push-log = 🔒 <b>The ballot log is closed: { $title }</b>
push-log-hash = Fingerprint: <code>{ $hash }</code>
push-log-means = Keep this message: with the fingerprint you can check at any time that nobody has changed the log.

# All that is mine

consultations-mine-count = { $count ->
    [one] 🗳 { $count } consultation is open
   *[other] 🗳 { $count } consultations are open
}
