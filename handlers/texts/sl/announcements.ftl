# Announcements: what the office tells its members.

key-have-read = ✓ Prebrano
key-announced-event = Odpri dogodek
announcement-below = ⬆️ K zgornjemu obvestilu:
announcement-reminder = 🔔 <b>Opomnik:</b> prosimo, potrdite, da ste prebrali.
announcement-confirmed = Hvala, zabeleženo je, da ste prebrali.
announcement-confirmed-before = Da ste prebrali, je že zabeleženo. Hvala.
announcement-gone = Tega obvestila ni več.
