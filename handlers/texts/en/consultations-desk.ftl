# Consultations on the office's desk.

desk-card = <b>Consultations</b>
desk-count = { $count ->
    [one] { $count } consultation.
   *[other] { $count } consultations.
}
desk-choose = Choose a consultation or prepare a new one. ✖ means withdrawn, 🏁 over.
desk-none = There are no consultations yet. Prepare the first one.
desk-mark-withdrawn = ✖{ " " }
desk-mark-over = 🏁{ " " }
