# Feeds from which calls are read, for the office.

key-feeds = Feeds
key-feed = The feed’s card
key-new-feed = Add a feed
key-add-feed = Add
key-look-now = Check now
key-suggestions = Suggestions ({ $count })
key-review = Review
key-dismiss = Dismiss
key-dismiss-all = Dismiss all
key-undo = Undo
key-accept-change = Accept change
key-ignore-change = Ignore

feeds-card = <b>Feeds</b>
feeds-count = { $count ->
    [one] { $count } feed that suggests calls.
   *[other] { $count } feeds that suggest calls.
}
feeds-none = There are no feeds yet. Add the address of an RSS or Atom feed; new calls come here as suggestions, and you publish them.
feeds-waiting = { $count ->
    [one] 📥 { $count } suggestion waits for a decision.
   *[other] 📥 { $count } suggestions wait for a decision.
}
feeds-marks = ⚠ means that a feed cannot be read at the moment.
feed-mark-trouble = ⚠{ " " }
feed-mark-waiting = { " " }({ $count })

# A feed's card

feed-title = <b>{ $title }</b>
feed-address = 🔗 { $address }
feed-not-yet = 🕑 The feed has not been checked yet.
feed-read = 🕑 Last checked: { $when }
feed-fails = ⚠ The feed cannot be read: { $why }. It is tried again by itself.
feed-gone = ⚠ The feed cannot be read: { $why }. It is not tried any more.
feed-why = { $trouble ->
    [not-public] the address does not lead to a public server
    [unreachable] the server does not respond
    [status] the server answers with error { $status }
    [busy] the server is overloaded (error { $status })
    [gone] the server says that the feed is gone for good
    [lost] there is nothing at this address
    [slow] the server answers too slowly
    [huge] the feed is too large
    [no-feed] there is no RSS, Atom, JSON or CSV feed at this address
   *[unreadable] its content makes no sense
}
feed-no-such = This feed is gone. The list shows all that there are.
feed-looking = “{ $title }” is checked within seconds. If there is anything new in it, you get a message; if it fails, its card says why.
feed-ask-remove = <b>Removing “{ $title }”</b>
feed-remove-suggestions = { $count ->
    [one] { $count } suggestion goes with it.
   *[other] { $count } suggestions go with it.
}
feed-remove-calls = Published calls stay.
feed-removed = “{ $title }” is removed.

# Adding a feed

feed-new = <b>A new feed</b>
feed-ask-address = Paste the web address of the feed: RSS, Atom, JSON Feed or a CSV file. The address of a page that offers such a feed will do.
feed-misread-address = That is not a web address: “{ $said }”. Write all of it, for example “https://www.gov.si/razpisi/rss”.
feed-not-read = { $trouble ->
    [not-public] This address does not lead to a public server. Check it and send another one.
    [unreachable] The server at this address does not respond. Check the address, or try later.
    [status] The server answers with error { $status }. Check the address, or try later.
    [busy] The server is overloaded (error { $status }). Try later.
    [gone] The server says that this feed is gone for good. Send another address.
    [lost] There is nothing at this address. Check it and send it again.
    [slow] The server answers too slowly. Try later.
    [huge] What is at this address is too large. Send another address.
    [no-feed] There is no RSS, Atom or JSON feed at this address, and the page offers none. Look for a link called “RSS” on the page and paste its address. A CSV file needs a column “Title”.
   *[unreadable] What is at this address makes no sense. Send another address.
}
feed-found = { $count ->
    [one] There is { $count } entry in it.
   *[other] There are { $count } entries in it.
}
feed-ask-topics = Choose what the calls from this feed are about; you can change that for each suggestion. Then choose “Add”.
feed-topic-chosen = ✓{ " " }
feed-choose = Choose a button here: a topic, or “Add”.
feed-added = “{ $title }” is added. It is checked within seconds; you get what is in it as suggestions.
feed-already = “{ $title }” is on the list already.

# Suggestions

suggestions-card = <b>Suggestions</b>
suggestions-of = <b>Suggestions from “{ $title }”</b>
suggestions-none = Nothing waits for a decision.
suggestions-marks = ↻ means a change of a published call.
suggestion-mark-new = { "" }
suggestion-mark-changed = ↻{ " " }
suggestion-no-deadline = 🗓 The feed gives no deadline, so there will be no reminders. Add one with “Edit”.
suggestion-link = 🔗 { $link }
suggestion-topics = 🏷 { $topics }
suggestion-from = 📥 Feed: { $title }
suggestion-summary = { $text }
suggestion-settled = “{ $title }” has been decided on.
suggestion-no-such = This suggestion is gone.
suggestion-draft-waits = Another call is not finished. If you begin this one, what you have entered is deleted.
suggestion-published = “{ $title }” is published.
suggestion-not-yet = This suggestion cannot be published yet. Choose “Edit” and add what is missing.
suggestion-decided-before = This has been decided on, or the entry has changed meanwhile. Here is how things stand.
suggestions-dismissed = { $count ->
    [one] { $count } suggestion is dismissed.
   *[other] { $count } suggestions are dismissed.
}
suggestions-ask-dismiss = <b>Dismissing all suggestions from “{ $title }”</b>
suggestions-dismiss-for-good = Dismissed suggestions do not become calls and do not come again. Changes of published calls stay.

# Changes of published calls

change-in-feed = ↻ The entry in “{ $title }” is not what it was:
change-deadline = 🗓 { $name }: <s>{ $before }</s> → <b>{ $after }</b>
change-title = • Title: <s>{ $before }</s> → <b>{ $after }</b>
change-link = 🔗 <s>{ $before }</s> → <b>{ $after }</b>
change-amount = 💶 <s>{ $before }</s> → <b>{ $after }</b>
change-summary = • New text: { $after }
change-none = none
change-accepted = “{ $title }” is changed.
change-in-call-already = “{ $title }” was like this already.
change-ignored = The call stays as it is.
change-of-closed = “{ $title }” is closed or withdrawn and does not change any more.

# Messages

feed-news = <b>{ $title }</b>
feed-news-new = { $count ->
    [one] 📥 { $count } call waits for your decision.
   *[other] 📥 { $count } calls wait for your decision.
}
feed-news-changed = { $count ->
    [one] ↻ { $count } published call has changed in the feed.
   *[other] ↻ { $count } published calls have changed in the feed.
}
feed-trouble = ⚠ <b>“{ $title }” cannot be read</b>
feed-trouble-why = Reason: { $why }.
feed-trouble-goes-on = It is tried again by itself. When the feed works again, you get a message.
feed-trouble-gone = It is not tried any more. If the feed has a new address, add that one and remove this one.
feed-works = “{ $title }” works again.
