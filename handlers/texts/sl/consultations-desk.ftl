# Consultations on the office's desk.

board-card = <b>Obravnave</b>
board-count = { $count ->
    [one] { $count } obravnava.
    [two] { $count } obravnavi.
    [few] { $count } obravnave.
   *[other] { $count } obravnav.
}
board-choose = Izberite obravnavo ali pripravite novo. ✖ pomeni umaknjena, 🏁 končana.
board-none = Obravnav še ni. Pripravite prvo.
board-mark-withdrawn = ✖{ " " }
board-mark-over = 🏁{ " " }
board-gone = Te obravnave ni. Vse, ki so, vidite na seznamu.
board-closed = Obravnava je končana ali umaknjena. Tega ni več mogoče narediti.

# The card

key-rules = Pravila
key-given = Dani glasovi
key-behind = Kdo še ni
key-remind = Opomni
key-letter = Glas iz dopisa
key-new-version = Nova različica
key-extend = Podaljšaj
key-withdraw = Umakni
board-version = ↻ { $version }. različica osnutka
board-turnout = { $done ->
    [one] 🗳 Na vse je odgovorila { $done } knjižnica od { $of }
    [two] 🗳 Na vse sta odgovorili { $done } knjižnici od { $of }
    [few] 🗳 Na vse so odgovorile { $done } knjižnice od { $of }
   *[other] 🗳 Na vse je odgovorilo { $done } knjižnic od { $of }
}
board-begun = { $count ->
    [one] ✍️ Začela je še { $count } knjižnica
    [two] ✍️ Začeli sta še { $count } knjižnici
    [few] ✍️ Začele so še { $count } knjižnice
   *[other] ✍️ Začelo je še { $count } knjižnic
}
board-turnout-kind = • { $kind }: { $done } od { $of }
board-given = { $count ->
    [one] 🤝 { $count } knjižnica je glas dala drugi
    [two] 🤝 { $count } knjižnici sta glas dali drugi
    [few] 🤝 { $count } knjižnice so glas dale drugi
   *[other] 🤝 { $count } knjižnic je glas dalo drugi
}
board-given-line = { $library } → { $to }
board-behind = { $count ->
    [one] { $count } knjižnica še ni odgovorila na vse.
    [two] { $count } knjižnici še nista odgovorili na vse.
    [few] { $count } knjižnice še niso odgovorile na vse.
   *[other] { $count } knjižnic še ni odgovorilo na vse.
}
board-behind-line = • { $library }: { $done } od { $of }
board-behind-given = • { $library }: { $done } od { $of } (glas ima { $to })
board-behind-nobody = • { $library }: { $done } od { $of } (nikogar v klepetu)

board-told = { $count ->
    [one] Obvestilo bo prejela { $count } oseba.
    [two] Obvestilo bosta prejeli { $count } osebi.
    [few] Obvestilo bodo prejele { $count } osebe.
   *[other] Obvestilo bo prejelo { $count } oseb.
}
board-telling = { $count ->
    [one] Obvestilo prejme { $count } oseba.
    [two] Obvestilo prejmeta { $count } osebi.
    [few] Obvestilo prejmejo { $count } osebe.
   *[other] Obvestilo prejme { $count } oseb.
}

# Reminding, extending, withdrawing

board-ask-remind = { $count ->
    [one] <b>Opomnik za { $count } knjižnico, ki še ni odgovorila na vse</b>
    [two] <b>Opomnik za { $count } knjižnici, ki še nista odgovorili na vse</b>
    [few] <b>Opomnik za { $count } knjižnice, ki še niso odgovorile na vse</b>
   *[other] <b>Opomnik za { $count } knjižnic, ki še niso odgovorile na vse</b>
}
board-remind-whom = Prejmejo ga njihovi predstavniki in namestniki. Na dan je mogoč en opomnik.
board-reminded = { $count ->
    [one] Opomnik prejme { $count } oseba.
    [two] Opomnik prejmeta { $count } osebi.
    [few] Opomnik prejmejo { $count } osebe.
   *[other] Opomnik prejme { $count } oseb.
}
board-reminded-nobody = V teh knjižnicah v klepetu ni nikogar, ki bi oddal glas. Njihov glas lahko vpišete iz dopisa.
board-reminded-today = Opomnik je danes že šel, ob { $hour }. Naslednji je mogoč jutri.
board-ends = ⏳ Konec: { $when }
board-ends-new = ➡️ Novi konec: { $when }
board-ends-earlier = Konec je mogoče samo podaljšati. Izberite poznejšega od sedanjega.
board-ask-day = Na kdaj se konec premakne? Izberite dan ali napišite na primer »12. 5. 2027 ob 12.00«.
board-ask-hour = Do katere ure? Izberite jo ali napišite na primer »12.00«.
board-ask-extend = Opomniki se premaknejo s koncem. Želite podaljšati obravnavo?
board-extended = Obravnava je podaljšana do { $until }.
board-ask-withdraw = <b>Umik obravnave »{ $title }«</b>
board-withdraw-means = Oddani glasovi se ne štejejo in izida ne bo. Tega ni mogoče razveljaviti. Želite umakniti obravnavo?
board-withdrawn = Obravnava »{ $title }« je umaknjena.

# A vote from a letter

key-letters = Dopisi
letters-card = Iz teh dopisov so vpisani glasovi. Izberite knjižnico in prejeli boste njen dopis.
letters-none = Iz dopisov ni vpisan noben glas.
letter-gone = Dopisa, ki ga je poslala { $library }, Telegram ne hrani več.
key-enter-votes = Vpiši glas
key-another-letter = Še en dopis
key-resume-letter = Nadaljuj dopis
letter-of = ✉️ Dopis: { $library }
letter-ask-library = Od katere knjižnice je dopis? Izberite jo ali napišite del imena. Tu so tiste, v katerih v klepetu nihče ne more glasovati.
letter-no-library = V vseh knjižnicah je v klepetu kdo, ki odda glas. Glasu iz dopisa ni treba vpisati.
letter-ask-file = Pošljite dopis kot datoteko ali sliko. Ostane zapisan ob glasu.
letter-ask-another-file = Dopis je že tu. Pošljite drugega, če ga želite zamenjati, ali izberite »Naprej«.
letter-send-file = Tu je treba poslati dopis, datoteko ali sliko. Vse drugo je shranjeno.
letter-place = { $position } od { $of }, odčitanih { $done }
letter-ask-choice = Kako se je knjižnica odločila?
letter-says = Iz dopisa: { $counts }
letter-silent = { $count ->
    [one] O { $count } vprašanju dopis ne pove ničesar.
    [two] O { $count } vprašanjih dopis ne pove ničesar.
    [few] O { $count } vprašanjih dopis ne pove ničesar.
   *[other] O { $count } vprašanjih dopis ne pove ničesar.
}
letter-ask-enter = Glas bo označen kot vpisan iz dopisa. Je vse prav?
letter-entered = { $count ->
    [one] <b>{ $library }</b>: glas o { $count } vprašanju je vpisan iz dopisa.
    [two] <b>{ $library }</b>: glas o { $count } vprašanjih je vpisan iz dopisa.
    [few] <b>{ $library }</b>: glas o { $count } vprašanjih je vpisan iz dopisa.
   *[other] <b>{ $library }</b>: glas o { $count } vprašanjih je vpisan iz dopisa.
}
letter-reworded = { $count ->
    [one] O { $count } vprašanju ni: besedilo se je medtem spremenilo.
    [two] O { $count } vprašanjih ni: besedilo se je medtem spremenilo.
    [few] O { $count } vprašanjih ni: besedilo se je medtem spremenilo.
   *[other] O { $count } vprašanjih ni: besedilo se je medtem spremenilo.
}
letter-not-entered = Glas ni vpisan: knjižnica ima zdaj v klepetu koga, ki glasuje, ali je glas dala drugi.
letter-waits =
    <b>En dopis čaka</b>
    Če začnete znova, se izbriše, kar ste iz njega že vpisali.

# A new version of the draft

key-put-version = Objavi različico
key-is-new = To je novo vprašanje
key-goes-on = Nadaljuje staro
version-card = <b>Nova različica osnutka</b>
version-ask-draft = Pošljite novo besedilo kot datoteko (.docx, .pdf ali .txt) ali ga prilepite, tudi v več sporočilih. Primerja se po členih.
version-same = { $count ->
    [one] = { $count } enako
    [two] = { $count } enaki
    [few] = { $count } enaka
   *[other] = { $count } enakih
}
version-changed = { $count ->
    [one] ✎ { $count } spremenjeno
    [two] ✎ { $count } spremenjeni
    [few] ✎ { $count } spremenjena
   *[other] ✎ { $count } spremenjenih
}
version-new = { $count ->
    [one] ＋ { $count } novo
    [two] ＋ { $count } novi
    [few] ＋ { $count } nova
   *[other] ＋ { $count } novih
}
version-gone = { $count ->
    [one] − { $count } odpade
    [two] − { $count } odpadeta
    [few] − { $count } odpadejo
   *[other] − { $count } odpade
}
mark-same = { "" }
mark-changed = ✎{ " " }
mark-new = ＋{ " " }
mark-gone = −{ " " }
version-ask = Glasovi o enakih ostanejo. O spremenjenih in novih bodo knjižnice vprašane znova; kar so rekle o starem besedilu, ostane zapisano.
version-all-same = Besedilo je enako, nova različica ni potrebna.
version-is-same = Besedilo je enako.
version-is-changed = ✎ Prej { $before }. <s>Črtano</s>, <b>dodano</b>.
version-is-new = ＋ Novo besedilo.
version-is-gone = − V novi različici tega ni.
version-ask-match = <b>{ $label }</b>
    Katero od vprašanj, ki so odpadla, nadaljuje?
version-none-free = <b>{ $label }</b>
    Nobeno vprašanje ni odpadlo, zato je to novo.
version-put = Članice imajo pred seboj { $version }. različico osnutka.
version-waits =
    <b>Nova različica čaka</b>
    Če začnete znova, se izbriše.
version-overtaken = Obravnava se je medtem končala ali je dobila drugo različico. Ta ni objavljena.
