# Slides, minutes and the like of an event.

key-materials = Materials
key-materials-send = Add
key-materials-attach = Publish
key-materials-drop = Remove last
key-materials-remove = Remove
key-materials-get = Show
key-materials-seat = For all with a seat
key-materials-attended = For those who came
key-materials-all = For all members
key-materials-file-seat = { $name } · with a seat
key-materials-file-attended = { $name } · who came
key-materials-file-all = { $name } · all members

materials-card = 📎 <b>Materials: “{ $title }”</b>
materials-choose = Choose a file.
materials-office-choose = Choose a file, or add new ones.
materials-office-none = There are no materials yet.
materials-none = There are no materials for you yet.
materials-picture = Picture
materials-file = 📎 { $name }
materials-for-seat = For everybody who has a seat.
materials-for-attended = For those who were at the event.
materials-for-all = For all members.
materials-ask-readers = Whom are they for?
materials-choose-readers = There is nothing to type here: choose one of the buttons.
materials-ask-files = Send the files, one or several at once. Type a name as the caption; without one the file’s own name is kept.
materials-listed = • { $name }
materials-more = Send more, or publish.
materials-no-file = That is not a file. Send a file or a picture. Everything you have sent is kept.
materials-too-many = At most { $most } files can be published at once. Publish these, then add others.
materials-attached = { $count ->
    [one] { $count } file is published.
   *[other] { $count } files are published.
}
materials-telling = In ten minutes everybody they are for gets one message. Until then you can add or remove files.
materials-ask-remove = Would you like to remove “{ $name }”? Whoever has the file already keeps it.
materials-removed = The file is removed.
materials-gone = There is no such file, or it is not meant for you.
materials-not-shown = Telegram cannot show this file: { $words }
materials-news = 📎 New materials: “{ $title }”, { $day }.
materials-about = It is word of new files of the event.
