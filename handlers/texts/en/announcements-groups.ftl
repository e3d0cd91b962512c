# Groups that announcements may go to.

group-asks = 📣 Glasnik can bring the association’s announcements here: <b>{ $title }</b>
group-who-confirms = One of Glasnik’s administrators has to confirm.
group-topics = For a single topic, send /here in it.
key-let-in = Confirm
group-lets-in = ✅ The association’s announcements come here: <b>{ $title }</b>
group-gone = This button is out of date. For a new one, send /here in the group.
group-not-allowed = Your role does not allow this. Announcements in a group are confirmed by one of Glasnik’s administrators.
group-stranger = Glasnik is for the staff of member libraries. Ask your library for an invitation.
group-bring-me = Add Glasnik to a group and send /here there. One of Glasnik’s administrators then confirms.

key-audience-group = Groups
audience-group = the group “{ $title }”
audience-groups = { $count ->
    [one] { $count } group
   *[other] { $count } groups
}
audience-size-groups = 👥 { $groups }
audience-size-and-groups = { $people }, { $groups }
