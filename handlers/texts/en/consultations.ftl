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
    [one] { $count } consultation. The number in brackets says how many questions you have still to answer.
   *[other] { $count } consultations. The number in brackets says how many questions you have still to answer.
}
consultations-page = Page { $page } of { $pages }.
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
consultation-stances = { $left ->
    [0] ✅ You have taken a stance on everything ({ $of }).
   *[other] ✍️ Your stances: { $done } of { $of }, { $left } left
}
consultation-given-to = Your library’s vote is cast by: { $library }.
consultation-who-votes = Your delegate casts your library’s vote, or a deputy in their absence. Your own stance is consultative.
consultation-turnout = { $count ->
    [one] { $voted } of { $count } library has voted.
   *[other] { $voted } of { $count } libraries have voted.
}
consultation-ballot-open = The ballot is open: it is on record how each library voted.
consultation-ballot-pseudonymous = The ballot is pseudonymous: choices are kept apart from the libraries.
consultation-results-hidden = Results will be shown after the end.
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
question-place = { $position } of { $of }, all answered
question-place-left = { $position } of { $of }, { $left } left
question-page = Text, page { $page } of { $pages }
question-text = { $text }
question-no-text = <i>(no text)</i>
question-colleagues = 👥 Your colleagues: { $counts }
question-vote = 🗳 { $library }: <b>{ $choice }</b>
question-vote-old = ↻ { $library }: <b>{ $choice }</b>, but on the earlier text. Please vote again.
question-stance = ✍️ Your stance: <b>{ $choice }</b>
question-stance-old = ↻ Your stance: <b>{ $choice }</b>, but on the earlier text.
question-sealed-cast = ✅ { $library }: the ballot is cast
question-sealed-waits = 🗳 { $library }: no ballot cast yet
key-text-page = Text, page { $page }
key-earlier = Earlier text
key-look-for = For: { $library }
earlier-card = What has changed: <s>deleted</s>, <b>added</b>.
earlier-kept = { $text }
earlier-cut = <s>{ $text }</s>
earlier-added = <b>{ $text }</b>

choice-for = for
choice-change = for, with a change
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
key-choice-change = For, with a change
key-choice-against = Against
key-choice-abstain = Abstain

# Votes and stances

key-next-open = Next question
key-vote-rest = For to all the rest
vote-counted = <b>{ $label }: { $choice }</b>
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
