# Events: the questions that are asked of whoever registers, while staff write them.

key-question-add = ＋ Question
key-question-wording = Wording
key-question-options = Answers
key-question-required = Required
key-question-condition = Condition
key-question-up = ↑ Up
key-question-down = ↓ Down
key-question-remove = Remove question
key-question-text = Answer with a text
key-question-always = Always
key-question-if = { $question } → { $answer }

question-listed = { $place }. { $text } <i>({ $how })</i>
question-of-text = a text
question-of-options = { $count ->
    [one] { $count } answer
   *[other] one of { $count } answers
}
question-not-required = { $kind }, optional
question-worded = ❓ <b>{ $text }</b>
question-english = In English: { $text }
question-option = • { $text }
question-how = Answer: { $how }
question-only-if = Only if “{ $question }” → “{ $answer }”
question-answers = { $count ->
    [one] { $count } person has answered it.
   *[other] { $count } people have answered it.
}

guide-ask-questions = What do you ask whoever registers? Choose a question or add one.
guide-ask-question = What would you like to change about this question?
guide-ask-wording = How is it worded? You can add English behind a stroke: “Kosilo? | Lunch?”
guide-ask-options = What can people choose from? Type the answers, each in a line of its own; you can add English behind a stroke: “Vegetarijansko | Vegetarian”. ✖ removes one.
guide-ask-condition = When is this question asked? Always, or only after one of these answers.
guide-ask-removal = Remove the question? Once you save, its answers are gone from the list and the spreadsheet.
question-no-slovene = The text in Slovene is missing. Type it in front of the stroke. Everything else is kept.
question-too-many = There can be { $most } questions at most. Remove one. Everything else is kept.
question-too-many-options = There can be { $most } answers at most. Send fewer. Everything else is kept.
question-two-options = People need at least two answers to choose from. Add one, or choose “Answer with a text”. Everything else is kept.
question-needed = Another question depends on this answer. Change its condition first. Everything else is kept.
question-order = A question with a condition can only stand behind the one that it depends on. Everything else is kept.
