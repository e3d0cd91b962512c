# What all features share.

home-greeting = Hello, { $name }!
home-place = { $place }
office-of-association = The association’s office
office-card =
    <b>Office</b>
    Choose what you would like to do.

mine-card = <b>Mine</b>
mine-none = You are not registered for any event to come, and nothing has been decided on calls yet.

key-mine = Mine
key-home = Home
key-back = Back
key-office = Office
key-next-page = Next
key-previous-page = Previous
page-of = Page { $page } of { $pages }.
key-leave = Finish later
key-take-up = Go on
key-skip = Skip

stranger =
    This is Glasnik, where the Association of Slovenian Public Libraries talks with the staff of its member libraries.

    Ask your library or the association’s office for an invite, then open the link in it.
former = Your library is no longer a member of the association, so your role has ended. You can get your data or have them deleted; a new invite brings you back any time.
not-allowed = Your role does not include this. See what you can do here with /help.
button-stale = This button no longer works. Here is a fresh card.
tap-lost = The program restarted during your tap, so it may not have been counted. Tap the same button on the card above once more; nothing counts twice.
not-understood = Glasnik has no answer to that message. Where would you like to go?
conversation-gone = This conversation is over. Start a new one from the home card: /start
conversation-text-only = Only typed text is understood here, no pictures or files. Type the answer, or choose a button. Everything you entered is kept.
conversation-left = Everything you entered is kept. You can go on any time within 30 days.
nothing-to-cancel = There is nothing under way.
sorry = Something went wrong with your message. The office has been told; please mention reference { $reference }. Everything else works.
dead-letter = The message with reference { $reference } could not be dealt with. See <code>python -m bot dead-letters</code> on the server.
due-failed = Something that has to happen by itself keeps failing: <code>{ $kind }</code>. It is tried again at least every hour; the log on the server tells why. Everything else works.

help-member =
    <b>What you can do here</b>
    /events – events and registrations
    /consultations – draft legislation: votes and comments
    /calls – calls for projects, deadlines and applications
    /mine – my registrations
    /start – the home card, with the announcements I got
    /settings – language, quiet hours, my data
    /cancel – stop an entry; what you entered is kept
help-staff =
    <b>What you can do here</b>
    /office – all the office’s work: events, consultations, calls, announcements, members, invites
    /events – events and registrations
    /consultations – draft legislation: votes and comments
    /calls – calls for projects, deadlines and applications
    /mine – my registrations
    /start – the home card, with the announcements I got
    /settings – language, quiet hours, my data
    /cancel – stop an entry; what you entered is kept

command-start = Home card
command-help = What you can do here
command-events = Events and registrations
command-consultations = Draft legislation to vote on
command-calls = Calls for projects
command-mine = My registrations
command-settings = Language, quiet hours, my data
command-cancel = Stop an entry
command-office = The office’s work

# A batch that has paused itself

batch-stopped = ⏸ <b>Sending has paused itself: “{ $title }”</b>
batch-refused = ⚠️ <b>Many messages did not arrive: “{ $title }”</b>
batch-why = Telegram turned too many messages away for the same reason: “{ $words }”.
batch-waiting = { $count ->
    [one] { $count } message is still waiting.
   *[other] { $count } messages are still waiting.
}
batch-end = <b>Stop: “{ $title }”</b>
batch-end-means = What has been sent stays. Do you want to stop it?
batch-goes-on = Sending goes on: “{ $title }”.
batch-ended = Sending is stopped: “{ $title }”. What has been sent stays.
batch-decided = This has been decided already, or all messages have gone.
key-batch-go-on = ▶ Go on
key-batch-end = ✖ Stop
