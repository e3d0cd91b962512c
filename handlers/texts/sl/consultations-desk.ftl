# Consultations on the office's desk.

desk-card = <b>Obravnave</b>
desk-count = { $count ->
    [one] { $count } obravnava.
    [two] { $count } obravnavi.
    [few] { $count } obravnave.
   *[other] { $count } obravnav.
}
desk-choose = Izberite obravnavo ali pripravite novo. ✖ pomeni preklicana, 🏁 končana.
desk-none = Obravnav še ni. Pripravite prvo.
desk-mark-withdrawn = ✖{ " " }
desk-mark-over = 🏁{ " " }
