# Announcements that members find again.

key-archive = Announcements
key-received = { $when } · { $title }
archive-card = <b>Announcements</b>
archive-count = { $count ->
    [one] You have received { $count } announcement.
   *[other] You have received { $count } announcements, the newest first.
}
archive-none = There are no announcements for you yet. Once the association sends some, you will find them again here.
archive-photo = picture
archive-document = file
archive-ask = What are you looking for? Type a word or two from the announcement; letters without carons will do.
archive-found = { $count ->
    [one] { $count } announcement for “{ $text }”:
   *[other] { $count } announcements for “{ $text }”:
}
archive-more = These are the newest { $shown }. Type more words to narrow it down.
archive-again = For another search, type other words.
archive-find-none = Nothing found for “{ $text }”. Type another word from the announcement.
archive-opened = ⬆️ Sent: { $when }.
