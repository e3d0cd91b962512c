# Joining, settings, and what the office does with members.

role-librarian = librarian
role-deputy = deputy
role-delegate = delegate
role-staff = staff
role-admin = administrator

standing-in-library = { $role }, { $library }
standing-staff = the association’s office
standing-admin = administrator, the association’s office

# Home

home-role-waits = ⏳ Your role as { $role } is waiting for the office to confirm it
home-others-wait = { $count ->
    [one] ⏳ { $count } person is waiting for a role to be confirmed
   *[other] ⏳ { $count } people are waiting for a role to be confirmed
}

# Invites, for those who are invited

key-join = Join
key-not-now = Not now
invite-offer =
    <b>An invite to Glasnik</b>
    Here the Association of Slovenian Public Libraries talks with its members: events, consultations, calls.
invite-change = <b>This invite changes your role</b>
invite-standing = 🏛 { $standing }
invite-now = Now: { $standing }
invite-then = With the invite: { $standing }
invite-needs-confirming = The office confirms this role; until then you have the rights of a librarian.
invite-role-ends = Your role as { $role } in your present library ends.
invite-already = This invite changes nothing. Your role: { $standing }.
invite-wrong = This link belongs to no invite. Check that you have copied all of it, or ask the association’s office for a new one.
invite-used-up = Everybody this invite was made for has used it. Ask your library or the association’s office for a new one.
invite-expired = This invite has expired. Ask your library or the association’s office for a new one.
invite-revoked = The office has revoked this invite. If you think this is a mistake, ask for a new one.
invite-too-many-tries = Too many tries with wrong links. Try again in an hour.
invite-not-now = Nothing has changed. When you decide to join, open the link in your invite again.

joined-welcome = Welcome, { $name }!
joined-changed = Your role has changed.
joined-waits = Your role as { $role } is waiting for the office to confirm it. We will tell you what it decides.

# Settings

key-settings = Settings
key-other-language = Slovenščina
key-quiet-hours = Quiet hours
key-my-data = My data
key-forget-me = Forget me
key-quiet = { $start }:00–{ $end }:00
key-quiet-never = No quiet hours
settings-card = <b>Settings</b>
settings-standing = { $name }, { $standing }
settings-language = Language: English
settings-quiet = Quiet hours: { $start }:00 to { $end }:00
settings-quiet-never = Quiet hours: off
settings-quiet-why = No reminders or notices are sent during these hours; they wait for the morning. Choose the hours:
my-data-file = glasnik-my-data.json
my-data = Everything that Glasnik keeps about you.
forget-question =
    <b>Deleting your data</b>
    • Your seats at coming events become free.
    • Past events keep your library, without you.
    • Your settings, drafts and messages are deleted; your role ends.
    • You need a new invite to come back.
forget-office = • Your invites to the office are revoked.
forget-sure = What is deleted cannot be brought back. Go on?
forgotten = Your data are deleted. The chat in Telegram is yours to delete. With a new invite you can come back any time.
forget-last-admin = Your data cannot be deleted while you are the only administrator. Appoint another one first: /office

# Members, for the office

key-members = Members
key-find = Find
key-confirmations = Confirmations
key-invites = Invites
key-new-invite = New invite
key-office-people = Office staff
key-library = { $name } ·{"\u00A0"}{ $count }
key-person = { $name } · { $role }
key-person-waiting = ⏳ { $name } · { $role }
key-waiting = { $name } · { $role }, { $town }
key-found-person = { $name } · { $place }
key-open-person = Person
key-confirm = Confirm
key-decline = Decline
key-role = Role
key-other-library = Other library
key-move = Move
key-remove = Remove
nobody = nobody yet

members-card = <b>Members</b>
members-libraries = { $count ->
    [one] { $count } library
   *[other] { $count } libraries
}
members-people = { $count ->
    [one] { $count } person
   *[other] { $count } people
}
members-waiting = { $count ->
    [one] { $count } person is waiting for a role to be confirmed
   *[other] { $count } people are waiting for a role to be confirmed
}
members-choose = Choose a library; the number beside its name says how many people it has. Page { $page } of { $pages }.
library-card = <b>{ $name }</b>
library-place = { $town }, { $kind }
library-kind-general = public library
library-kind-central = central regional library
library-holders = { $role }: { $names }
office-people-card = <b>The association’s office</b>
confirmations-card = <b>Confirmations</b>
confirmations-none = Nobody is waiting for a role to be confirmed.

person-card = <b>{ $name }</b>
person-standing = { $standing }
person-waits = ⏳ Waiting to be confirmed: { $role }
roles-question = Which role should it be from now on?
roles-office-moves = To give a role in a library, use “Other library” on the person’s card.
role-question =
    <b>{ $name }: new role, { $role }</b>
    { $what } Go on?
role-may-staff = This role runs events and members, and sees everybody.
role-may-admin = This role may do everything, and appoints and dismisses the office’s staff.
move-question = <b>{ $name }: move to another library</b>
move-to = New library: { $library }. The role will be librarian. Go on?
move-role-ends = The present role, { $role }, ends.
remove-question =
    <b>Remove { $name }</b>
    All rights end at once, and seats at coming events become free. Coming back takes a new invite. Go on?
removed = { $name } has been removed and has no rights any more.
not-there = This person or library is no longer among the members.

role-assigned = Done: { $name } – { $standing }.
role-declined = The role is not confirmed. { $name } gets a message about it.
role-unchanged = Nothing has changed: it is so already, or the role is no longer waiting to be confirmed.
role-needs-library = This role is held in a library. Choose the library first, with “Other library”.
role-last-admin = This is the only administrator. Appoint another one first.
role-delegate-taken = The library already has a delegate: { $name }. Change that role first.
role-deputies-taken = The library already has two deputies: { $first } and { $second }. Change the role of one of them first.

# Finding

find-ask = Whom or what are you looking for? Type a person’s name, a town or the name of a library; letters without carons will do.
find-ask-library = Which library are you looking for? Type its town or name; letters without carons will do.
find-found = Found for “{ $text }”.
find-none = Nothing found for “{ $text }”.
find-again = To search again, type another name or town.
find-nothing-typed = The message is empty.

# Invites, for the office

key-invite = { $role } · { $place }
key-revoke = Revoke invite
key-uses = { $count ->
    [one] { $count } person
   *[other] { $count } people
}
key-days = { $count ->
    [one] { $count } day
   *[other] { $count } days
}
invites-card = <b>Invites</b>
invites-live = { $count ->
    [one] { $count } invite is open.
   *[other] { $count } invites are open.
}
invites-none = No invite is open.
invite-card = <b>Invite</b>
invite-uses-left = { $left ->
    [one] { $left } more person of { $allowed } can use it.
   *[other] { $left } more people of { $allowed } can use it.
}
invite-days-left = { $count ->
    [one] Valid for { $count } more day.
   *[other] Valid for { $count } more days.
}
revoke-title = <b>Revoke the invite</b>
revoke-question = The link and posters with it will let nobody in any more; those who are here already stay. Go on?
invite-is-revoked = The invite is revoked.
invite-is-over = This invite is no longer valid.
new-invite = <b>New invite</b>
new-invite-role = For which role?
new-invite-library = For which library? Choose it, or type its town or name. Page { $page } of { $pages }.
new-invite-uses = How many people can use it?
new-invite-days = How long should it be valid?
invite-made = <b>The invite is ready</b>
invite-holds = { $count ->
    [one] For { $count } person, valid for { $days }.
   *[other] For { $count } people, valid for { $days }.
}
invite-only-now = Send the link or print the poster: neither can be shown again later.
poster-name = Glasnik
poster-about = Events, consultations and calls of the Association of Slovenian Public Libraries, in Telegram
poster-how = Point your camera at the code and join.
poster-until = The invite is valid until { $when }.
poster-words =
    <b>{ $place }</b>
    { $about }. { $how }
    { $until }

# Messages of the bot's own accord

waiting-push = <b>Waiting to be confirmed: { $name }, { $role }</b>
waiting-push-place = 🏛 { $place }
waiting-over = The role of { $role } is no longer waiting to be confirmed.
waiting-push-why = Until then they have the rights of a librarian.
decided-confirmed = Your role as { $role } is confirmed and takes effect now.
decided-declined = The office has not confirmed your role as { $role }. Ask the office if you would like to know why.
decided-changed = The office has given you the role of { $role }.
decided-office = Open the office’s work with /office.
