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

# The position

position-card = <b>Position: “{ $title }”</b>
position-none = Have the document made from the results, complete it in Word and send it back. Then you can publish it to the members.
position-not-over =
    <b>Position: “{ $title }”</b>
    The position can be prepared once the consultation has ended and the votes are counted.
position-not-public =
    <b>Position: “{ $title }”</b>
    The Association’s position is not published yet. You will get it when it is.
position-document = 📄 { $name }
position-stage-kept = The document is saved ({ $when }); members do not see it yet.
position-stage-published = Published to the members on { $when }.
position-stage-sent = Sent to the ministry on { $when }.
position-stage-answered = The ministry answered on { $when }.
position-stage-partly = Adopted in part ({ $when }).
position-stage-adopted = Adopted ({ $when }).
position-file = position-{ $number }.docx
position-made = Position on “{ $title }”. Open it in Word, complete it and send it back with “Send edited”.
position-is-public = The document is published, so it can no longer be replaced.
position-kept = The document is saved. Members see it once you publish it.
position-not-kept = The document is not saved: the position has been published in the meantime.
position-late = Things have changed in the meantime. Here is a fresh card.
position-not-shown = Telegram does not show this document: “{ $words }”. Send it again.
position-ask-file =
    <b>Position: “{ $title }”</b>
    Send the edited document as a file (.docx or .pdf).
position-ask-keep =
    <b>Position: “{ $title }”</b>
    Received: { $name }. Is this the right document?
position-not-a-document = This is not a document. Send a .docx or .pdf file, not a picture or text.
position-ask-published = <b>Publish the position: “{ $title }”</b>
position-ask-sent = <b>Sent to the ministry: “{ $title }”</b>
position-ask-answered = <b>The ministry has answered: “{ $title }”</b>
position-ask-partly = <b>Adopted in part: “{ $title }”</b>
position-ask-adopted = <b>Adopted: “{ $title }”</b>
position-ask-publish = { $count ->
    [one] { $count } person gets the document; after that it can no longer be replaced. Publish it?
   *[other] { $count } people get the document; after that it can no longer be replaced. Publish it?
}
position-ask-tell = { $count ->
    [one] { $count } person who took part will be told. Tell them?
   *[other] { $count } people who took part will be told. Tell them?
}
position-followed-sent = The Association’s position on “{ $title }” has been sent to the ministry.
position-followed-answered = The ministry has answered the Association’s position on “{ $title }”.
position-followed-partly = The Association’s position on “{ $title }” has been adopted in part.
position-followed-adopted = The Association’s position on “{ $title }” has been adopted.
position-template = The document template set by the Association cannot be used.
position-template-unreadable = The template file is missing, unreadable or too large. { $words }
position-template-not-word = The template file is not a .docx document. { $words }
position-template-syntax = A field in the template is written wrongly: { $words }
position-template-unknown = The template asks for something that is not there: { $words }
position-template-forbidden = The template tries something that is not allowed: { $words }
position-template-failed = Making the document from the template failed. { $words }
position-template-too-long = Making the document from the template takes too long.
position-template-who = Whoever looks after the server can put this right. Meanwhile you can have the document made from the built-in template.

key-position-make-sl = Make in Slovene
key-position-make-en = Make in English
key-position-send = Send edited
key-position-show = Document
key-position-keep = Save
key-position-other = Another document
key-position-built-in = From the built-in template
key-position-published = Publish
key-position-sent = Sent to ministry
key-position-answered = Answer received
key-position-partly = Adopted in part
key-position-adopted = Adopted

# Files

results-file = consultation-{ $number }.{ $kind }
results-caption-xlsx = All that came out of the consultation “{ $title }”: results, votes, stances, comments, list of libraries and log.
results-caption-json = All data of the consultation “{ $title }” with the ballot log. Keep it: with it, one can check later that the log was not changed.
results-sheet-results = Results
results-sheet-votes = Votes
results-sheet-stances = Stances
results-sheet-remarks = Comments
results-sheet-roll = Libraries
results-sheet-log = Log
results-column-number = No.
results-column-label = Label
results-column-title = Title
results-column-for = For
results-column-change = For with a change
results-column-against = Against
results-column-abstain = Abstained
results-column-none = No vote
results-column-verdict = Result
results-column-old = On earlier wording
results-column-weight-for = For, weight
results-column-weight-change = For with a change, weight
results-column-weight-against = Against, weight
results-column-weight-abstain = Abstained, weight
results-column-library = Library
results-column-choice = Vote
results-column-how = How
results-column-remark = Kind
results-column-text = Text
results-column-libraries = Libraries
results-column-people = People
results-column-by = From
results-column-supported = Supported by
results-column-wording = Note
results-column-code = Code
results-column-kind = Kind
results-column-weight = Weight
results-column-voted = Votes
results-column-asked = Questions
results-column-entry = Entry
results-column-at = When
results-column-voter = Vote of
results-column-through = Cast by
results-column-receipt = Receipt
results-column-hash = Fingerprint
results-remark-comment = comment
results-remark-amendment = proposed change
results-entry-open = opening
results-entry-vote = vote
results-entry-delegate = proxy
results-entry-revoke = proxy taken back
results-entry-version = new version
results-entry-extend = extension
results-entry-withdraw = withdrawal
results-entry-close = end
