# The document with the association's position, as it is made from what came out.

document-word-association = Association of Slovenian Public Libraries
document-word-position = Position of the Association
document-word-draft = Draft
document-word-summary = Summary
document-word-procedure = Procedure
document-word-turnout = Turnout
document-word-kind = Kind of library
document-word-asked = Asked
document-word-voted = Voted
document-word-share = Share
document-word-total = Total
document-word-results = Results of the vote
document-word-verdict = Result
document-word-details = Proposed amendments, comments and dissent
document-word-amendments = Proposed amendments
document-word-comments = Comments
document-word-apart = Dissent
document-word-minorities = Minority opinions by library
document-word-library = Library
document-word-minority = Voted differently from the majority
document-word-annexes = Annexes
document-word-annex = Annex
document-word-by-library = Turnout by library
document-word-method = How votes were cast and counted
document-word-log = Fingerprint of the ballot log
document-word-votes = Votes by library
document-word-page = Page
document-word-of = of
document-word-none-written = There were no comments or proposed amendments.
document-word-none-apart = There are no minority opinions.
document-word-article = Article
document-word-question = Question

document-articles = { $count ->
    [one] { $count } article
   *[other] { $count } articles
}
document-questions = { $count ->
    [one] { $count } question
   *[other] { $count } questions
}

# The summary

document-summary-asked = { $count ->
    [one] The Association asked { $count } library about the draft “{ $title }”. Put to the vote: { $questions }.
   *[other] The Association asked { $count } libraries about the draft “{ $title }”. Put to the vote: { $questions }.
}
document-summary-voted = { $voted ->
    [one] { $voted } of { $asked } libraries voted ({ $share }).
   *[other] { $voted } of { $asked } libraries voted ({ $share }).
}
document-summary-verdicts = Results: { $counts }.
document-many-adopted = supported { $count }
document-many-rejected = not supported { $count }
document-many-tied = tied { $count }
document-many-no-quorum = no quorum { $count }
document-many-no-votes = no votes { $count }
document-summary-amendments = { $what ->
    [article] { $count ->
        [0] Nobody proposed changes to the text.
        [one] Changes to the text are proposed for { $count } article.
       *[other] Changes to the text are proposed for { $count } articles.
    }
   *[question] { $count ->
        [0] Nobody proposed changes to the text.
        [one] Changes to the text are proposed for { $count } question.
       *[other] Changes to the text are proposed for { $count } questions.
    }
}

# The procedure

document-procedure-draft = Draft
document-procedure-version = Last version of the draft
document-procedure-asks = Put to the vote
document-procedure-time = Time of the consultation
document-procedure-whom = Libraries asked
document-procedure-ballot = Ballot
document-procedure-rule = Rule
document-procedure-quorum = Quorum
document-procedure-weights = Weight of a vote
document-procedure-remarks = Comments
document-whom-all = { $count ->
    [one] all members of the Association ({ $count })
   *[other] all members of the Association ({ $count })
}
document-whom-kinds = { $count ->
    [one] members of these kinds: { $kinds } ({ $count })
   *[other] members of these kinds: { $kinds } ({ $count })
}
document-ballot-open = open: it is recorded how each library voted
document-ballot-pseudonymous = pseudonymous: it is recorded which libraries voted, but not how
document-rule = supported by { $rule }
document-no-quorum = none required
document-quorum = { $needed ->
    [one] at least { $needed } library of { $asked } has to vote
   *[other] at least { $needed } libraries of { $asked } have to vote
}
document-weights = { $weights }; all others 1
document-remarks-named = with the name of the library
document-remarks-anonymous = without the name of the library
document-people = { $count ->
    [0] Library staff gave no stances or comments.
    [one] { $count } member of library staff gave stances or comments.
   *[other] { $count } members of library staff gave stances or comments.
}

# Question by question

document-result = { $verdict } Votes: { $counts }.
document-support = { $count ->
    [one] supported by { $count } library
   *[other] supported by { $count } libraries
}
document-by-supported = { $by }; likewise { $support } ({ $behind })
document-on-old = { $who }; on the earlier wording
document-apart-for = For: { $libraries }
document-apart-against = Against: { $libraries }
document-minority-for = for: { $questions }
document-minority-against = against: { $questions }
document-sealed = The ballot was pseudonymous, so minority opinions cannot be attributed to libraries. How many voted differently from the majority is shown by the numbers beside each result.

# Annexes

document-legend = { $for } – for, { $change } – for with a change, { $against } – against, { $abstain } – abstained, – – no vote, * – vote on the earlier wording
document-letter-for = F
document-letter-change = C
document-letter-against = A
document-letter-abstain = N
document-letter-none = –
document-mark-old = *
document-note = { $library }: { $how } ({ $questions })
document-note-all = { $library }: { $how } (all votes)
document-log = { $count ->
    [one] The ballot log has { $count } entry. Each entry holds the fingerprint (SHA-256) of the one before it, so the last one vouches for all. Whoever keeps it can check later whether the log was changed.
   *[other] The ballot log has { $count } entries. Each entry holds the fingerprint (SHA-256) of the one before it, so the last one vouches for all. Whoever keeps it can check later whether the log was changed.
}
document-method-one-vote = Each library asked had one vote on each question. It was cast by its delegate or, in their absence, the deputy. It could be changed until the end; the last one counts.
document-method-sealed = The ballot was pseudonymous: ballots are kept apart from the libraries, without the time at which they were cast. They could be changed only with a key that the voter held.
document-method-change = A vote “for with a change” counts as for; what change the library wants is among the proposed amendments.
document-method-tie = Where there are as many votes for as against, the result is a tie and nothing is decided.
document-method-quorum = Where too few libraries voted there is no quorum and nothing is decided.
document-method-weights = Votes weigh differently by kind of library; the weights were set at the opening. The table gives the number of libraries, with their total weight in brackets.
document-method-old = The draft was changed during the consultation. Libraries were asked again about the changed text; where they did not answer, their vote on the earlier wording counts and is marked with an asterisk.
document-method-versions = The draft was changed during the consultation. Only ballots on the last wording are counted.
document-method-proxies = A library could entrust its vote to another. Who voted for whom stands with the votes by library.
document-method-letters = For a library with nobody in the chat system, the Association’s office entered the vote from its letter.
document-method-roll = The list of libraries asked is that at the end of the consultation; later changes of membership do not affect the result.
document-method-stances = The stances of library staff are consultative and are not counted in the results.
document-method-remarks = Comments and proposals are grouped by question, those with most support first; those in the same words are merged.
document-method-exact = Shares are calculated exactly, without rounding.
