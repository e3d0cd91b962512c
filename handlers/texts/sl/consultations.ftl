# Consultations: what members see and do.

home-waits-vote = { $count ->
    [one] 🗳 { $count } javna obravnava čaka na glas vaše knjižnice, { $left }
    [two] 🗳 { $count } javni obravnavi čakata na glas vaše knjižnice, prva { $left }
    [few] 🗳 { $count } javne obravnave čakajo na glas vaše knjižnice, prva { $left }
   *[other] 🗳 { $count } javnih obravnav čaka na glas vaše knjižnice, prva { $left }
}
home-waits-stance = { $count ->
    [one] 🗳 { $count } javna obravnava čaka na vaše stališče, { $left }
    [two] 🗳 { $count } javni obravnavi čakata na vaše stališče, prva { $left }
    [few] 🗳 { $count } javne obravnave čakajo na vaše stališče, prva { $left }
   *[other] 🗳 { $count } javnih obravnav čaka na vaše stališče, prva { $left }
}
consultation-days-left = { $days ->
    [0] samo še danes
    [1] samo še do jutri
    [one] še { $days } dan
    [two] še { $days } dni
    [few] še { $days } dni
   *[other] še { $days } dni
}
audience-not-voted = ki še niso glasovali o »{ $title }«
key-audience-not-voted = Brez glasu

# The list and the card

key-consultations = Obravnave
consultations-card = <b>Javne obravnave</b>
consultations-count = { $count ->
    [one] { $count } obravnava. Številka v oklepaju pove, na koliko vprašanj še niste odgovorili.
    [two] { $count } obravnavi. Številka v oklepaju pove, na koliko vprašanj še niste odgovorili.
    [few] { $count } obravnave. Številka v oklepaju pove, na koliko vprašanj še niste odgovorili.
   *[other] { $count } obravnav. Številka v oklepaju pove, na koliko vprašanj še niste odgovorili.
}
consultations-page = Stran { $page } od { $pages }.
consultations-none = Trenutno ni javnih obravnav. Ko se katera odpre, vas Glasnik obvesti.
key-consultation-left = ({ $count }) do { $when } · { $title }
key-consultation-done = ✓ do { $when } · { $title }
key-consultation-over = 🏁 { $title }
consultation-gone = Te javne obravnave ni ali ni namenjena vam. Vse, ki so, vidite na seznamu.

consultation-title = <b>{ $title }</b>
consultation-until = 🗓 Do { $when }, { $left }
consultation-over = 🏁 Obravnava se je končala { $when }.
consultation-withdrawn = ✖ Obravnava je umaknjena, glasovi se ne štejejo.
consultation-articles = { $count ->
    [one] 📄 { $count } člen
    [two] 📄 { $count } člena
    [few] 📄 { $count } členi
   *[other] 📄 { $count } členov
}
consultation-questions = { $count ->
    [one] 📄 { $count } vprašanje
    [two] 📄 { $count } vprašanji
    [few] 📄 { $count } vprašanja
   *[other] 📄 { $count } vprašanj
}
consultation-cast = { $left ->
    [0] ✅ { $library }: vsi glasovi so oddani ({ $of })
   *[other] 🗳 { $library }: { $done } od { $of }, še { $left }
}
consultation-stances = { $left ->
    [0] ✅ O vsem ste povedali svoje stališče ({ $of }).
   *[other] ✍️ Vaša stališča: { $done } od { $of }, še { $left }
}
consultation-given-to = Glas vaše knjižnice oddaja: { $library }.
consultation-who-votes = Glas knjižnice odda predstavnik ali predstavnica, v odsotnosti namestnik ali namestnica. Vaše stališče je posvetovalno.
consultation-turnout = { $count ->
    [one] Glasovalo je { $voted } od { $count } knjižnice.
    [two] Glasovalo je { $voted } od { $count } knjižnic.
    [few] Glasovalo je { $voted } od { $count } knjižnic.
   *[other] Glasovalo je { $voted } od { $count } knjižnic.
}
consultation-ballot-open = Glasovanje je javno: zapisano je, kako je glasovala katera knjižnica.
consultation-ballot-pseudonymous = Glasovanje je psevdonimno: izbira je shranjena ločeno od knjižnice.
consultation-results-hidden = Izid bo znan po koncu.
key-cast = Glasovanje
key-take-stances = Stališča
key-read-draft = Branje
key-questions = Seznam

# Questions

questions-card = Seznam, stran { $page } od { $pages }.
questions-marks = ✓ je odgovorjeno, ↻ ima novo besedilo in čaka na nov odgovor.
question-gone = Tega vprašanja ni več ali ni namenjeno vam. Odprite obravnavo s seznama.
question-heading = <b>{ $label }</b>
question-titled = <b>{ $label } – { $title }</b>
question-chapter = <i>{ $chapter }</i>
question-place = { $position } od { $of }, vse je odgovorjeno
question-place-left = { $position } od { $of }, še { $left }
question-page = Besedilo, stran { $page } od { $pages }
question-text = { $text }
question-no-text = <i>(brez besedila)</i>
question-colleagues = 👥 Vaši sodelavci: { $counts }
question-vote = 🗳 { $library }: <b>{ $choice }</b>
question-vote-old = ↻ { $library }: <b>{ $choice }</b>, a o prejšnjem besedilu. Glasujte znova.
question-stance = ✍️ Vaše stališče: <b>{ $choice }</b>
question-stance-old = ↻ Vaše stališče: <b>{ $choice }</b>, a o prejšnjem besedilu.
question-sealed-cast = ✅ { $library }: glasovnica je oddana
question-sealed-waits = 🗳 { $library }: glasovnica še ni oddana
key-text-page = Besedilo, { $page }. stran
key-earlier = Prejšnje besedilo
key-look-for = Za: { $library }
earlier-card = Kaj se je spremenilo: <s>črtano</s>, <b>dodano</b>.
earlier-kept = { $text }
earlier-cut = <s>{ $text }</s>
earlier-added = <b>{ $text }</b>

choice-for = za
choice-change = za s spremembo
choice-against = proti
choice-abstain = vzdržan
choice-count-for = { $count } za
choice-count-change = { $count } za s spremembo
choice-count-against = { $count } proti
choice-count-abstain = { $count ->
    [one] { $count } vzdržan
    [two] { $count } vzdržana
    [few] { $count } vzdržani
   *[other] { $count } vzdržanih
}
key-choice-for = Za
key-choice-change = Za s spremembo
key-choice-against = Proti
key-choice-abstain = Vzdržan

# Votes and stances

key-next-open = Naslednje vprašanje
key-vote-rest = Za pri vseh ostalih
vote-counted = <b>{ $label }: { $choice }</b>
vote-changeable = Glas je zabeležen. Do { $until } ga lahko spremenite; velja zadnji.
vote-receipt = Potrdilo: <code>{ $receipt }</code>
vote-left = { $count ->
    [one] Čaka še { $count } vprašanje.
    [two] Čakata še { $count } vprašanji.
    [few] Čakajo še { $count } vprašanja.
   *[other] Čaka še { $count } vprašanj.
}
vote-none-left = Odgovorjeno je na vsa vprašanja.
vote-unchanged = Ta glas že velja.
vote-reworded = Nič ni zabeleženo: besedilo se je medtem spremenilo. Preberite novo in izberite znova.
vote-sealed = Nič ni zabeleženo: to glasovanje je psevdonimno in poteka z glasovnicami.
vote-closed = Nič ni zabeleženo: obravnava se je končala.
vote-given-away = Nič ni zabeleženo: vaša knjižnica je glas dala drugi.
stance-noted = <b>{ $label }: { $choice }</b>
stance-consultative = Vaše stališče je zabeleženo kot posvetovalno. Glas knjižnice odda predstavnik ali predstavnica, v odsotnosti namestnik ali namestnica.
rest-question = <b>Za pri vseh ostalih: { $library }</b>
rest-means = { $count ->
    [one] Glas »za« bo oddan pri { $count } vprašanju, ki še čaka. Drugi glasovi ostanejo, kot so.
    [two] Glas »za« bo oddan pri { $count } vprašanjih, ki še čakata. Drugi glasovi ostanejo, kot so.
    [few] Glas »za« bo oddan pri { $count } vprašanjih, ki še čakajo. Drugi glasovi ostanejo, kot so.
   *[other] Glas »za« bo oddan pri { $count } vprašanjih, ki še čakajo. Drugi glasovi ostanejo, kot so.
}
key-rest-sure = Za ({ $count })
rest-counted = { $count ->
    [one] <b>{ $library }: »za« pri { $count } vprašanju</b>
    [two] <b>{ $library }: »za« pri { $count } vprašanjih</b>
    [few] <b>{ $library }: »za« pri { $count } vprašanjih</b>
   *[other] <b>{ $library }: »za« pri { $count } vprašanjih</b>
}
