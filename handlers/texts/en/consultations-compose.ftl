# Preparing a consultation.

key-new-consultation = New consultation
key-open = Open it
key-to-consultation = Consultation
key-forget-text = Discard pasted
key-type-questions = Type questions
key-drop-last = Remove last
key-outline-list = View and edit
key-text-before = « Text
key-text-after = Text »
key-question-before = ‹ Previous
key-question-after = Next ›
key-merge = Merge with next
key-split = Split
key-group = Group with next
key-ungroup = Each on its own
key-rename = Rename
key-question-out = Leave out
key-put-back = Put back
key-to-list = List
key-outline-done = Done editing
key-to-chapter-end = To chapter end
key-ticked = ✓ { $name }
mark-left-out = ✖{ " " }

key-consult-title-sl = Title
key-consult-title-en = English title
key-consult-draft = Another text
key-consult-outline = Questions
key-consult-day = End
key-consult-terms = Rules
key-consult-kinds = Who votes
key-consult-ballot = Ballot
key-consult-results = Results
key-consult-remarks = Comments
key-consult-majority = Majority
key-consult-quorum = Quorum
key-consult-weights = Weight of votes
key-consult-proxies = Delegated votes

consult-draft-waits =
    <b>A draft of a consultation is waiting</b>
    If you start anew, it is deleted.
consult-draft-waits-title =
    <b>A draft is waiting: “{ $title }”</b>
    If you start anew, it is deleted.
consult-gone = This draft has been opened or deleted already. Open consultations are in the list.
consult-opened = The consultation “{ $title }” is open until { $until }.
consult-opened-told = { $count ->
    [one] { $count } person is being told.
   *[other] { $count } people are being told.
}

consult-card = <b>New consultation</b>
consult-title-sl = Title: <b>{ $title }</b>
consult-title-en = English title: { $title }
consult-ends = ⏳ Ends: { $when }

consult-ask-title-sl = What is the consultation called? Write its title in Slovene, such as “Predlog zakona o knjižničarstvu”.
consult-ask-title-en = What is it called in English? If there is no English title, skip it.
consult-ask-draft = Send the draft as a file (.docx, .pdf or .txt) or paste its text, in several messages if need be. Articles are found by themselves.
consult-ask-another-draft = The text is here already. Send another to replace it, or choose “Next”.
consult-ask-more = { $count ->
    [one] Received: { $count } message, { $signs } characters. Send what follows or choose “Next”.
   *[other] Received: { $count } messages, { $signs } characters. Send what follows or choose “Next”.
}
consult-ask-typed = Write the first question. Each message is one question.
consult-ask-typed-more = Write the next question or choose “Next”.
consult-typed = Question { $count }: { $text }
consult-typed-replaces = The first question takes the place of the draft’s text.
consult-ask-day = Until when can votes be cast? Choose a day or write, for example, “12 May 2027 12:00”.
consult-ask-hour = Until what time? Choose it or write, for example, “12:00”.

consult-too-much-pasted = That is too much pasted text. Send it as a .docx, .pdf or .txt file. What you pasted so far is saved.
consult-picture = This is a picture. Send the draft as a file (.docx, .pdf or .txt) or paste its text. Everything else is saved.
consult-file-too-big = The file is too large: { $size } MB, { $most } MB are allowed. Send a smaller one or paste the text. Everything else is saved.
consult-not-fetched = The file could not be fetched. Send it again or paste the text. Everything else is saved.
consult-unread = { $why ->
    [Empty] There is no text in this file. Send another or paste the text. Everything else is saved.
    [NoTextLayer] This PDF holds only pictures of pages, as a scanner makes them. Send .docx or a PDF with text. Everything else is saved.
    [Encrypted] The file is protected by a password. Save it without one and send it again. Everything else is saved.
    [TooLarge] The text is longer than a draft may be. Send it in parts. Everything else is saved.
    [TookTooLong] Reading this file takes too long. Save it as .docx or .txt and send it again. Everything else is saved.
    [OldWord] This is an older Word format. Save the file as .docx and send it again. Everything else is saved.
    [UnknownFormat] This kind of file cannot be read. Send .docx, .pdf or .txt, or paste the text. Everything else is saved.
   *[Damaged] The file is damaged. Save it anew and send it again, or paste the text. Everything else is saved.
}

# What was found

consult-outline-card = <b>What is in the draft</b>
consult-found-articles = { $count ->
    [one] { $count } article
   *[other] { $count } articles
}
consult-found-headings = { $count ->
    [one] No articles; { $count } part by headings or paragraphs
   *[other] No articles; { $count } parts by headings or paragraphs
}
consult-found-typed = { $count ->
    [one] { $count } typed question
   *[other] { $count } typed questions
}
consult-found-in = { $count ->
    [one] { $found } in { $count } chapter
   *[other] { $found } in { $count } chapters
}
consult-longest = Longest part: { $label }, { $signs } characters
consult-left-out = { $count ->
    [one] ✖ { $count } left out
   *[other] ✖ { $count } left out
}
finding-unclosed = ⚠️ { $label }: a quotation has no end. Check where the article ends.
finding-unclosed-before = ⚠️ A quotation before the first article has no end.
finding-gaps = ⚠️ Numbers are missing: { $gaps }
finding-repeated = ⚠️ { $label } is in the text more than once.
consult-ask-outline = Each part is one question. Does any need merging, splitting or leaving out? If not, choose “Next”.
consult-ask-list = Choose a question to read or edit, or write the number of an article.
consult-no-such-article = There is no article with this number: “{ $said }”. Choose a question or write another number. Everything is saved.
consult-question = <b>{ $label }</b> ({ $at } of { $of })
consult-question-title = <i>{ $title }</i>
consult-question-chapter = { $chapter }
consult-question-out = ✖ Left out: nobody votes on this.
consult-question-text = { $text }
consult-question-part = Page { $page } of { $pages }
consult-ask-split = <b>{ $label }</b>
    With which paragraph does the second part begin?
consult-ask-rename = <b>{ $label }</b>
    Write the new title.
consult-ask-group = <b>{ $label }</b>
    Up to which question should all be one question?
consult-ask-grouped = What should the joint question be called? Choose or write.
consult-not-possible = That is not possible here. Choose something else. Everything is saved.
consult-nothing-asked = All questions are left out. Put at least one back. Everything is saved.

# Terms

consult-terms-card = <b>Rules of the consultation</b>
consult-asked-all = { $count ->
    [one] 🏛 All libraries vote ({ $count })
   *[other] 🏛 All libraries vote ({ $count })
}
consult-asked = { $count ->
    [one] 🏛 { $count } library votes: { $kinds }
   *[other] 🏛 { $count } libraries vote: { $kinds }
}
consult-ballot-open = 🗳 Open: it shows how each library voted
consult-ballot-pseudonymous = 🗳 Pseudonymous: it shows who voted, not how
consult-results-hidden = 📊 Results are hidden until the end
consult-results-open = 📊 Results can be seen all the time
consult-remarks-named = 💬 Comments with the library’s name
consult-remarks-anonymous = 💬 Comments without the library’s name
majority-simple = more than half
majority-absolute = more than half
majority-two-thirds = at least two thirds
majority-three-quarters = at least three quarters
share-cast = of votes cast
share-yes-no = of votes for and against
share-entitled = of all libraries
consult-rule = ⚖️ To be supported: { $majority } { $share }
quorum-0-1 = no condition
quorum-1-4 = at least a quarter
quorum-1-3 = at least a third
quorum-1-2 = at least half
quorum-2-3 = at least two thirds
consult-quorum = 👥 Quorum: { $quorum } of the libraries
consult-weights = ⚖️ Weight of a vote: { $weights }; others 1
consult-proxies = { $count ->
    [0] 🤝 A vote cannot be given to another library
    [one] 🤝 A library can vote for { $count } other
   *[other] 🤝 A library can vote for { $count } others
}
consult-ask-terms = If this is right, choose “Next”. Once it is open the rules do not change, and the end can only be extended.
consult-ask-kinds = Which kinds of libraries vote?
consult-ask-ballot =
    How are votes cast?
    <b>Open</b>: the results name each library’s vote.
    <b>Pseudonymous</b>: the results show only which libraries voted. A vote can be changed only by whoever cast it, in the same chat. Results are hidden until the end.
consult-ask-results = When can the results be seen?
consult-ask-remarks = Does a comment or amendment carry the library’s name? The office always sees it.
consult-ask-majority = How many votes for are enough? “For with a change” counts as for.
consult-ask-share = What is the share taken of? “Abstain” is a vote cast; it is not among “for and against”.
consult-ask-quorum = How many libraries must vote for the decision to hold?
consult-ask-weights = Do all votes count the same? Choose the kind of libraries whose vote weighs differently.
consult-ask-weight = What does the vote of a { $kind } count? Choose or write a number up to { $most }, such as “2.5”.
consult-ask-proxies = For how many other libraries may one vote, if they give it their votes?
consult-misread-weight = I do not understand this number. Write one up to { $most } with two decimals at most, such as “2.5”. Everything else is saved.
key-all-kinds = All
key-ballot-open = Open
key-ballot-pseudonymous = Pseudonymous
key-results-hidden = Only at the end
key-results-open = All the time
key-remarks-named = With the name
key-remarks-anonymous = Without the name
key-majority-simple = More than half
key-majority-absolute = More than half of all
key-majority-two-thirds = At least two thirds
key-majority-three-quarters = At least three quarters
key-share-cast = Of votes cast
key-share-yes-no = Of for and against
key-share-entitled = Of all libraries
key-weigh-same = All the same
key-weigh-kind = { $kind }: { $weight }

# Before it opens

consult-members-see = 👁 This is how members see it:
consult-ready = <b>The consultation is ready</b>
consult-told = { $count ->
    [one] { $count } person is told when it opens.
   *[other] { $count } people are told when it opens.
}
consult-told-nobody = Nobody of these libraries is in chat yet; tell them of the consultation some other way.
consult-problems = Before it can open, put right:
consult-problem-no-title = • the title is missing
consult-problem-title-too-long = • the title is too long
consult-problem-no-questions = • there is no question
consult-problem-ends-too-soon = • the end is past or too near
consult-problem-not-hidden = • the results of a pseudonymous ballot must be hidden
consult-problem-weighed = • in a pseudonymous ballot all votes count the same
