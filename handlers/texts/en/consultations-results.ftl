# What comes out of a consultation: results on cards and as pictures.

key-results = Results
key-results-map = Overview
key-results-turnout = Turnout
key-results-chart = Chart
key-results-votes = Libraries’ votes
key-results-xlsx = Spreadsheet
key-results-json = Data
key-position = Position

results-card = <b>Results: “{ $title }”</b>
results-running = The consultation is still open, so these results are not final.
results-turnout = { $count ->
    [one] Voted: { $voted } of { $count } library
   *[other] Voted: { $voted } of { $count } libraries
}
results-many-adopted = supported { $count }
results-many-rejected = not supported { $count }
results-many-tied = tied { $count }
results-many-no-quorum = no quorum { $count }
results-many-no-votes = no votes { $count }
results-line-adopted = ✅ { $label }: supported, { $yes } for, { $no } against
results-line-rejected = ✖ { $label }: not supported, { $yes } for, { $no } against
results-line-tied = ⚖ { $label }: tied, { $yes } for, { $no } against
results-line-no-quorum = ◌ { $label }: no quorum, { $yes } for, { $no } against
results-line-no-votes = ◌ { $label }: nobody voted
results-map-pages = The numbers for each article are in the list: tap “Back”.
results-contested = Most divided: { $label }, { $yes } for, { $no } against

results-hidden =
    <b>“{ $title }”</b>
    The results will be known when the consultation ends, { $when }. This was set when it opened and holds for everybody, the office included.
results-counting =
    <b>“{ $title }”</b>
    The consultation has ended and the votes are being counted. Look again in a minute.
results-withdrawn =
    <b>“{ $title }”</b>
    The consultation was withdrawn, so no votes were counted and there are no results.

# One question

results-question = <b>{ $label }</b>
results-mark-adopted = ✅ { $why }
results-mark-rejected = ✖ { $why }
results-mark-tied = ⚖ { $why }
results-mark-no-quorum = ◌ { $why }
results-mark-no-votes = ◌ { $why }
results-why-adopted = Supported.
results-why-adopted-change = { $count ->
    [one] Supported; { $count } library wants a change.
   *[other] Supported; { $count } libraries want a change.
}
results-why-rejected = Not supported.
results-why-tied = Tied: as many votes for as against.
results-why-no-quorum = No quorum: { $voted } of { $entitled } voted, { $needed } are needed.
results-why-no-votes = Nobody voted.
results-numbers = For { $for }, for with a change { $change }, against { $against }, abstained { $abstain }
results-not-voted = { $count ->
    [one] No vote: { $count } of { $entitled }
   *[other] No vote: { $count } of { $entitled }
}
results-weighed = { $libraries } (weight { $weight })
results-rule = Rule: { $rule }
results-old = { $count ->
    [one] { $count } vote is on the earlier wording; it counts until the library changes it.
   *[other] { $count } votes are on the earlier wording; they count until the libraries change them.
}
results-stances = Librarians’ stances: { $counts }
results-count-for = { $count } for
results-count-change = { $count } for with a change
results-count-against = { $count } against
results-count-abstain = { $count } abstained
results-choice-for = For
results-choice-change = For with a change
results-choice-against = Against
results-choice-abstain = Abstained
results-choice-none = No vote
results-verdict-adopted = supported
results-verdict-rejected = not supported
results-verdict-tied = tied
results-verdict-no-quorum = no quorum
results-verdict-no-votes = no votes
results-no-share = –

# Libraries

results-vote = { $library }: { $choice }
results-vote-none = { $library }: no vote
results-by-letter = by letter
results-through = by proxy, cast by { $library }
results-on-old = on the earlier wording
results-turnout-card = <b>Turnout: “{ $title }”</b>
results-of = { $name }: { $voted } of { $count }
