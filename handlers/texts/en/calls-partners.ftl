# Calls for projects: partners, consortia, granted projects.

joint-call = Call: { $title }
joint-withdrawn = The call was withdrawn, so this is no longer possible.
joint-too-late = The call has ended, so this is no longer possible.
joint-gone = This is no longer there. The call’s card shows what is open.
joint-not-intending = A consortium is founded by a library that is interested or applying. Say so on the call’s card first.
joint-not-invited = This invitation no longer holds.
joint-elsewhere = Your library is already in a consortium on this call. You can leave it on its card.
joint-not-granted = Project deadlines are added by a library whose project on this call was granted. Say so on the call’s card first.
joint-too-many = No more deadlines can be added. Delete an old one first.

# Partners

key-partners = Partners
key-partners-count = { $count ->
    [0] Partners
   *[other] Partners: { $count }
}
partners-card = <b>Partners</b>
partners-count = { $count ->
    [one] { $count } library seeks or offers partnership.
   *[other] { $count } libraries seek or offer partnership.
}
partners-none = No library seeks or offers partnership yet.

partner-says-seeks-partner = <b>{ $library } seeks partners</b>
partner-says-seeks-lead = <b>{ $library } seeks a lead partner</b>
partner-says-offers-partner = <b>{ $library } offers to be a partner</b>
partner-says-offers-lead = <b>{ $library } offers to lead a project</b>
partner-our-library = Your library
partner-brings = { $text }
key-offer-seeks-partner = { $mark }Seeks partners: { $library }
key-offer-seeks-lead = { $mark }Seeks a lead: { $library }
key-offer-offers-partner = { $mark }Offers to join: { $library }
key-offer-offers-lead = { $mark }Offers to lead: { $library }
partner-mark-mine = ✎{ " " }
partner-mark-waits = ⏳{ " " }
partner-mark-agreed = 🤝{ " " }
partner-mark-refused = –{ " " }

partner-new = <b>Partnership</b>
partner-ask-what = What does your library seek or offer?
key-partner-seeks-partner = We seek partners
key-partner-seeks-lead = We seek a lead partner
key-partner-offers-partner = We offer to be a partner
key-partner-offers-lead = We offer to lead
partner-ask-brings = What do you bring, or what do you need? Write a few sentences; all libraries will see them.
partner-ask-line = Would you like to add an e-mail address or telephone number? With your name and a link to chat, it goes only to a library with which you agree.
partner-choose = Choose one of the buttons.
partner-preview = All libraries will see this:
partner-preview-line = ✉ Only once you agree: { $line }
partner-preview-no-line = ✉ Only once you agree: your name and a link to chat
key-partner-say = Publish
key-partner-edit-what = Purpose
key-partner-edit-brings = Description
key-partner-edit-line = Contact
partner-said = Published. When a library answers, we will ask you.
partner-draft-waits = You began writing for another call. What would you like to do?
key-partner-go-on = Go on with that
key-partner-anew = Start afresh
key-partner-new = Seek or offer

partner-answers = { $count ->
    [0] No library has answered yet.
    [one] { $count } library has answered.
   *[other] { $count } libraries have answered.
}
partner-ours = Your library has published this.
partner-means = By tapping “We are interested” you allow contacts to be exchanged: if the other side accepts, it gets your name, library and a link to chat, and you get theirs. Until then nobody gets anything.
partner-answered = We have asked them. We will tell you what they decide.
partner-waits = ⏳ Your answer is waiting. You exchange contacts if this library accepts: { $library }.
partner-refused = { $library } thanks you for your interest, but will not apply together this time.
partner-agreed = 🤝 Partnership agreed: { $library }
partner-agreed-no-contact = 🤝 Partnership agreed: { $library }. The contact is gone, as that person no longer speaks for the library.
partner-agreed-gone = 🤝 Partnership was agreed: { $library }. The offer and the contact have gone since.
partner-agreed-others = 🤝 Partnership agreed: { $library }. The contact is for those who speak for your library.
partner-contact = 👤 <a href="tg://user?id={ $id }">{ $name }</a>, { $library }
partner-contact-line = ✉ { $line }
partner-contact-gone = The contact is gone, as that person no longer speaks for the library.
partner-interested = <b>{ $library } is interested in a partnership</b>
partner-accept-means = If you accept, you exchange contacts: name, library, a link to chat and what you added yourself. If not, nobody gets anything.
partner-was-refused = Declined: { $library }. The library is told kindly, without your contact.
partner-answer-gone = This answer is no longer there: the library took it back.
partner-taken-back = Your answer has been taken back.
key-partner-accept = Accept
key-partner-refuse = No, thank you
key-partner-answer = We are interested
key-partner-answer-of = { $mark }{ $library }
key-partner-take-back = Take back
key-partner-change = Change
key-partner-withdraw = Withdraw
partner-withdraw-question =
    <b>Withdraw what your library has published?</b>
    Those waiting for an answer will be told. Contacts are deleted.
partner-withdrawn = It has been withdrawn, and contacts have been deleted.
partner-offer-gone = What you answered about a partnership has been withdrawn: { $library }.

key-partner-line = Add e-mail or telephone
partner-line = <b>Contact once agreed: { $library }</b>
partner-line-ask = Write an e-mail address or a telephone number. The other side gets it only if it accepts.
key-partner-keep = Save
partner-line-kept = Saved. The other side gets it only if it accepts.

# Consortia

key-consortium = Consortium
key-consortium-invitation = Consortium invitation
key-consortium-new = New consortium
key-consortium-found = Found it
key-consortium-invite = Invite
key-consortium-join = Join
key-consortium-refuse = No, thank you
key-consortium-leave = Leave
key-consortium-put-out = Remove
key-consortium-member = { $library }
key-consortium-invited = ⏳ { $library }
key-consortium-take-lead = Take the lead
key-consortium-deadline = 🗓 { $name }

consortium-new = <b>New consortium</b>
consortium-ask-name = What is it called? Write its name.
consortium-preview = Name: <b>{ $name }</b>
consortium-means = Your library leads it. It expects the partners’ papers a week before the submission; you can change the day.
consortium-founded = The consortium is there. Invite your partners.
consortium-card = <b>Consortium “{ $name }”</b>
consortium-lead = ★ { $library }, lead{ $silent }
consortium-member = • { $library }{ $silent }
consortium-silent = {" "}(has no delegate in Glasnik at present)
consortium-is-invited = ⏳ { $library }, invited
consortium-invitation-means = If you join, you and the lead exchange names and a link to chat. The call is noted as one that interests you.

consortium-choose = Whom do you invite to the consortium “{ $name }”? 🤝 means that you have agreed already.
consortium-choose-page = Page { $page } of { $pages }. You can also type a name.
consortium-invite-question = <b>Invite to the consortium “{ $name }”: { $library }?</b>
consortium-invite-means = If it joins, you exchange contacts: name, library and a link to chat.
consortium-invited = The invitation has been sent: { $library }.
consortium-invited-nobody = { $library } has no delegate in Glasnik yet. The invitation waits; let them know in another way.
consortium-theirs = { $library } is already in another consortium on this call.
consortium-joined = Your library is now in the consortium “{ $name }”.
consortium-was-refused = The invitation to the consortium “{ $name }” has been declined. The lead will be told.

consortium-name-another =
    <b>Who is to lead the consortium “{ $name }”?</b>
    Before you leave, choose a successor. We will tell them.
consortium-leave-question =
    <b>Leave the consortium “{ $name }”?</b>
    We will tell the lead: { $lead }.
consortium-hand-question =
    <b>Leave, and hand over the consortium “{ $name }”?</b>
    From now on it is led by: { $library }.
consortium-end-question =
    <b>Leave the consortium “{ $name }”?</b>
    Nobody else is in it, so it ends. Open invitations lapse.
consortium-left = Your library is no longer in the consortium “{ $name }”. The lead has been told: { $lead }.
consortium-handed = Your library is no longer in the consortium “{ $name }”. It is now led by: { $library }.
consortium-ended = The consortium “{ $name }” has ended, as nobody is left in it.
consortium-put-out-which = <b>Which library do you remove from the consortium “{ $name }”?</b>
consortium-put-out-invited = ⏳ means that it is invited.
consortium-put-out-question =
    <b>Remove from the consortium “{ $name }”: { $library }?</b>
    We will tell the library, and no longer remind it of the consortium’s deadlines.
consortium-uninvite-question =
    <b>Take back the invitation to the consortium “{ $name }”: { $library }?</b>
    The library can then no longer join.
consortium-put-out = No longer in the consortium: { $library }. The library will be told.
consortium-uninvited = The invitation has been taken back: { $library }.
consortium-you-lead = Your library now leads the consortium. The other members will be told.
consortium-led = Somebody in Glasnik speaks for the lead, so only the lead can hand over.

consortium-invitation =
    <b>Invitation to the consortium “{ $name }”</b>
    From: { $library }
consortium-has-joined = <b>New in the consortium “{ $name }”: { $library }</b>
consortium-has-refused = Not joining the consortium “{ $name }”: { $library }.
consortium-has-left = <b>Leaving the consortium “{ $name }”: { $library }</b>
consortium-is-out =
    <b>Your library is no longer in the consortium “{ $name }”</b>
    The lead has decided so: { $library }.
consortium-is-handed =
    <b>Your library now leads the consortium “{ $name }”</b>
    The former lead is leaving: { $library }.
consortium-is-led = <b>The consortium “{ $name }” is now led by: { $library }</b>
consortium-is-silent =
    <b>{ $library } has no delegate in Glasnik at present</b>
    If it leads the consortium “{ $name }”, you can take the lead on its card.
consortium-has-struck = <b>No longer a deadline in the consortium “{ $name }”</b>
consortium-has-moved = <b>New deadline in the consortium “{ $name }”</b>

# Granted projects

key-project = Our project
key-project-new = New deadline
key-project-new-consortium = New deadline for all
key-project-change = Change
key-project-strike = Delete
key-project-set = Save
key-project-edit-kind = Kind
key-project-edit-label = Name
key-project-edit-day = Day and hour
key-project-all-day = End of the day
project-card = <b>Our project</b>
project-none = No deadlines yet. When you add a milestone or a report, we remind you as for an application.
project-of = Consortium “{ $name }”
project-met = ✓ Done, no more reminders.
project-of-library = <b>Deadline of our project</b>
project-of-consortium = <b>Deadline of the consortium</b>
project-ask-kind = What are you adding?
project-ask-label = What is it called? For example “Interim report”.
project-ask-day = When? Choose a day or type it, for example “12 May 2027 at 12:00”.
project-ask-hour = Until what time?
project-choose = Choose one of the buttons.
project-means = We remind you as for an application, until it is done.
project-set = The deadline is saved.
project-set-for-all = The deadline is saved. The members of the consortium will soon be told.
project-struck = The deadline has been deleted.
project-struck-for-all = The deadline has been deleted. The members of the consortium will be told.
project-strike-question = <b>Delete this deadline? There will be no reminders of it.</b>
