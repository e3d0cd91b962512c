# Events: what the office writes beside the main questions, changes, copies and repeats; those at an event.

# Writing: what nobody is asked for in turn

key-field-add = ＋ { $name }
key-field-speakers = Predavatelji
key-field-per-library = Mesta na knjižnico
key-field-opens-at = Začetek prijav
key-field-free-until = Odpoved brez razloga
key-field-leads = Opomniki
key-field-hours = Ure za potrdilo
key-field-questions = Vprašanja
key-field-dates = Več datumov
key-same-hour = Ob isti uri: { $hour }
key-closes-14 = Dva tedna prej
key-closes-30 = Mesec prej
key-speakers-count = Zasedejo mesta
key-remind-month = Mesec prej
key-remind-week = Teden prej
key-remind-days = Tri dni prej
key-remind-day = Dan prej
key-remind-hours = Dve uri prej
extra-lead-month = mesec prej
extra-lead-week = teden prej
extra-lead-days = tri dni prej
extra-lead-day = dan prej
extra-lead-hours = dve uri prej

guide-card-change = <b>Popravki dogodka</b>
extra-speakers = 🎤 { $names }
extra-speakers-count = 🎤 { $names } (ko jih prijavite, zasedejo mesta)
extra-per-library = { $count ->
    [one] 🏛 Na knjižnico { $count } mesto
    [two] 🏛 Na knjižnico { $count } mesti
    [few] 🏛 Na knjižnico { $count } mesta
   *[other] 🏛 Na knjižnico { $count } mest
}
extra-opens = ⏰ Začetek prijav: { $when }
extra-free = ↩️ Odpoved brez razloga do: { $when }
extra-leads = 🔔 Opomniki: { $leads }
extra-no-leads = 🔕 Brez opomnikov
doubt-long = ⏳ Traja več kot leto dni. Preverite konec.
doubt-too-late = 🔕 Za opomnik je že prepozno: { $leads }
extra-hours = { $count ->
    [one] 📜 Na potrdilu { $count } ura
    [two] 📜 Na potrdilu { $count } uri
    [few] 📜 Na potrdilu { $count } ure
   *[other] 📜 Na potrdilu { $count } ur
}
extra-questions = { $count ->
    [one] ❓ { $count } vprašanje ob prijavi
    [two] ❓ { $count } vprašanji ob prijavi
    [few] ❓ { $count } vprašanja ob prijavi
   *[other] ❓ { $count } vprašanj ob prijavi
}

guide-ask-speakers = Kdo predava? Napišite imena, vsako v svojo vrstico; novo sporočilo jih zamenja. Mesta zasedejo samo, če tako izberete in jih prijavite.
guide-ask-per-library = Največ koliko mest dobi ena knjižnica? Izberite ali napišite število. Brez tega omejitve ni.
guide-ask-opens-at = Kdaj se prijave odprejo? Izberite ali napišite na primer »1. 4. ob 8.00«. Brez tega so odprte takoj po objavi.
guide-ask-free-until = Do kdaj je odpoved mogoča brez razloga? Izberite ali napišite na primer »5. 5.«. Kdor odpove pozneje, napiše razlog, vi pa ga prejmete.
guide-ask-leads = Kdaj naj pride opomnik? Izbrani so označeni s ✓, dotik jih doda ali odvzame.
guide-ask-hours = Koliko ur piše na potrdilu o udeležbi? Izberite ali napišite število. Brez tega ur na potrdilu ni.
guide-too-many-speakers = Imen je preveč: { $count }, dovoljenih je { $most }. Pošljite krajši seznam. Vse drugo je shranjeno.
guide-opens-too-late = Prijave se morajo odpreti, preden se zaprejo. Izberite zgodnejši čas. Vse drugo je shranjeno.
guide-free-too-late = Odpoved brez razloga je mogoča največ do začetka. Izberite zgodnejši čas. Vse drugo je shranjeno.
guide-problem-opens-too-late = • prijave se odprejo šele po tem, ko se zaprejo
guide-problem-free-too-late = • odpoved brez razloga je mogoča še po začetku
guide-problem-per-library = • mest na knjižnico je več kot vseh mest
guide-problem-speakers = • imena predavateljev niso prava
guide-problem-questions = • vprašanja niso popolna
guide-problem-hours = • število ur za potrdilo ni pravo
guide-problem-on = { $problem } ({ $days })

# Further dates

key-dates-week = Vsak teden
key-dates-fortnight = Na 14 dni
key-dates-month = Vsak mesec
key-dates-pick = Dnevi na koledarju
key-event-drop = ✖ { $name }
guide-ask-dates = Kdaj bo še? Izberite pravilo ali dneve ali napišite datum. ✖ ga odstrani. Na vsak datum se je mogoče prijaviti posebej ali na vse skupaj.
guide-ask-date = Izberite dneve; dan, ki je že izbran, se z dotikom odstrani. Ura je enaka prvi, drugo napišite, na primer »19. 5. ob 10.00«.
guide-ask-count = Koliko datumov bo vsega skupaj, s prvim vred? Izberite ali napišite število do 30. Dosedanji dodatni datumi se zamenjajo.
dates-at = { $day } ob { $hour }
dates-also = { $count ->
    [one] 🔁 Še { $count } datum: { $days }
    [two] 🔁 Še { $count } datuma: { $days }
    [few] 🔁 Še { $count } datumi: { $days }
   *[other] 🔁 Še { $count } datumov: { $days }
}
dates-first = To je prvi datum, ta že velja. Vse je shranjeno.
dates-too-many = Datumov je lahko največ { $most }. Enega odstranite ali objavite drugo vrsto posebej. Vse drugo je shranjeno.
events-published = { $count ->
    [one] Objavljen je { $count } dogodek »{ $title }«.
    [two] Objavljena sta { $count } dogodka »{ $title }«. Članice se prijavijo na vsakega posebej ali na oba.
    [few] Objavljeni so { $count } dogodki »{ $title }«. Članice se prijavijo na vsakega posebej ali na vse.
   *[other] Objavljenih je { $count } dogodkov »{ $title }«. Članice se prijavijo na vsakega posebej ali na vse.
}

# Changing a published event

key-edit-event = Uredi
key-copy = Kopiraj
key-repeat-event = Ponovi
change-nothing = Sprememb še ni.
change-quiet = O teh spremembah se nikogar ne obvešča.
change-tells = { $count ->
    [one] 📣 Obvestilo prejme { $count } oseba: { $fields }.
    [two] 📣 Obvestilo prejmeta { $count } osebi: { $fields }.
    [few] 📣 Obvestilo prejmejo { $count } osebe: { $fields }.
   *[other] 📣 Obvestilo prejme { $count } oseb: { $fields }.
}
change-offers = { $count ->
    [one] 🎟 { $count } oseba iz čakalne vrste dobi ponudbo mesta.
    [two] 🎟 { $count } osebi iz čakalne vrste dobita ponudbo mesta.
    [few] 🎟 { $count } osebe iz čakalne vrste dobijo ponudbo mesta.
   *[other] 🎟 { $count } oseb iz čakalne vrste dobi ponudbo mesta.
}
change-together = Sporočilo gre v desetih minutah, z vsem, kar se do takrat še spremeni.
change-field-time = nov čas
change-field-place = nov kraj
change-field-link = nova povezava
change-telling = { $count ->
    [one] 📣 V desetih minutah prejme obvestilo { $count } oseba.
    [two] 📣 V desetih minutah prejmeta obvestilo { $count } osebi.
    [few] 📣 V desetih minutah prejmejo obvestilo { $count } osebe.
   *[other] 📣 V desetih minutah prejme obvestilo { $count } oseb.
}
change-quietly = O tem se nikogar ne obvešča.
event-changed = Dogodek »{ $title }« je popravljen.
event-unchanged = Nič se ni spremenilo.
event-overtaken = ⚠️ Dogodek je medtem nekdo spremenil. Njegove spremembe so že tukaj, vaše so ohranjene. Preglejte in shranite.
event-overtaken-by = ⚠️ Dogodek je medtem spremenila druga oseba: { $name }. Njene spremembe so že tukaj, vaše so ohranjene. Preglejte in shranite.
event-overtaken-both = Spremenjeno na obeh straneh: { $fields }. Ostaja, kot pišete vi.
event-too-few = { $count ->
    [one] Zasedeno ali ponujeno je že { $count } mesto, manj jih ne more biti. Popravite število. Vse drugo je shranjeno.
    [two] Zasedeni ali ponujeni sta že { $count } mesti, manj jih ne more biti. Popravite število. Vse drugo je shranjeno.
    [few] Zasedena ali ponujena so že { $count } mesta, manj jih ne more biti. Popravite število. Vse drugo je shranjeno.
   *[other] Zasedenih ali ponujenih je že { $count } mest, manj jih ne more biti. Popravite število. Vse drugo je shranjeno.
}
event-too-few-of-library = { $count ->
    [one] Ena od knjižnic ima že { $count } mesto, omejitev ne more biti nižja. Popravite število. Vse drugo je shranjeno.
    [two] Ena od knjižnic ima že { $count } mesti, omejitev ne more biti nižja. Popravite število. Vse drugo je shranjeno.
    [few] Ena od knjižnic ima že { $count } mesta, omejitev ne more biti nižja. Popravite število. Vse drugo je shranjeno.
   *[other] Ena od knjižnic ima že { $count } mest, omejitev ne more biti nižja. Popravite število. Vse drugo je shranjeno.
}
event-change-cancelled = Dogodek je odpovedan, zato ga ni mogoče več spremeniti.
event-change-over = Dogodek je minil, zato ga ni mogoče več spremeniti.

# The office's card

office-event-offered = { $count ->
    [one] Ponujeno: { $count } mesto čaka na odgovor
    [two] Ponujeno: { $count } mesti čakata na odgovor
    [few] Ponujeno: { $count } mesta čakajo na odgovor
   *[other] Ponujeno: { $count } mest čaka na odgovor
}
office-event-beside = Predavatelji in drugi, ki mesta ne zasedejo: { $count }
office-event-waiting = V čakalni vrsti: { $count }
key-queue = Čakalna vrsta
key-enter = Prijavi osebo
key-write-to = Sporočilo

# Those at an event

key-people-one-by-one = Po osebah
key-people-sheet = Preglednica
key-people-paper = Za tisk
key-attendee = { $name } · { $place }
key-in-queue = { $position }. { $name }
key-offered = 🎟 { $name }
key-take-off = Odstrani
people-seated = { $count ->
    [one] { $count } oseba z mestom, po vrsti prijav. Izberite jo.
    [two] { $count } osebi z mestom, po vrsti prijav. Izberite eno.
    [few] { $count } osebe z mestom, po vrsti prijav. Izberite eno.
   *[other] { $count } oseb z mestom, po vrsti prijav. Izberite eno.
}
people-seated-none = Mesta nima še nihče.
people-queue = { $count ->
    [one] V čakalni vrsti je { $count } oseba; 🎟 pomeni, da ima ponujeno mesto.
    [two] V čakalni vrsti sta { $count } osebi; 🎟 pomeni, da ima oseba ponujeno mesto.
    [few] V čakalni vrsti so { $count } osebe; 🎟 pomeni, da ima oseba ponujeno mesto.
   *[other] V čakalni vrsti je { $count } oseb; 🎟 pomeni, da ima oseba ponujeno mesto.
}
people-queue-none = V čakalni vrsti ni nikogar.
attendee = <b>{ $name }</b>, { $place }
attendee-seated = ✅ Ima mesto.
attendee-checked-in = ✅ Prihod zabeležen { $when }.
attendee-offered = 🎟 Mesto je ponujeno { $until }.
attendee-offer-over = Ponudba mesta je potekla.
attendee-waiting = ⏳ { $position }. v čakalni vrsti.
attendee-speaks = 🎤 Predava.
attendee-since = Prijava: { $when }
attendee-gone = Te prijave ni več. Kdo je prijavljen, vidite na kartici dogodka.
take-off-question = <b>{ $name }: odstranitev z dogodka »{ $title }«</b>
take-off-means = Mesto dobi prvi v čakalni vrsti, sicer je prosto.
take-off-means-queue = Mesto v vrsti se sprosti.
take-off-told = Oseba prejme obvestilo.
take-off-done = Odstranjeno: { $name }.
key-write-seated = Z mestom ({ $count })
key-write-queue = V vrsti ({ $count })
write-to-whom = Komu želite pisati?

# Letting somebody in by hand

enter-ask = Koga želite prijaviti? Napišite ime ali knjižnico. Gosta od drugod napišite z imenom in ustanovo.
enter-found = Zadetki za »{ $text }«:
enter-none = Med člani in članicami ni nikogar za »{ $text }«. Prijavite gosta ali napišite drugo ime.
enter-again = Izberite osebo, prijavite gosta ali napišite drugo ime.
key-enter-guest = Gost: { $name }
key-enter-speaks = Predava
key-enter-next = Še ena oseba
enter-seated = ✅ { $name } ima mesto.
enter-waits = ⏳ { $name } je v čakalni vrsti, ker prostega mesta ni. Ko se mesto sprosti, dobi ponudbo.
enter-no-room = Mesta ni, gost pa ne more čakati v vrsti. Povečajte število mest ali koga odstranite.
key-see-attendee = Prijava osebe
enter-already = { $name } je že na seznamu.
enter-gone = Te osebe ali dogodka ni več.

# The spreadsheet and the list to print

people-sheet = Prijave
people-sheet-file = dogodek-{ $number }.xlsx
people-sheet-caption = { $count ->
    [one] »{ $title }«: { $count } prijava z vsemi odgovori.
    [two] »{ $title }«: { $count } prijavi z vsemi odgovori.
    [few] »{ $title }«: { $count } prijave z vsemi odgovori.
   *[other] »{ $title }«: { $count } prijav z vsemi odgovori.
}
people-column-name = Ime
people-column-library = Knjižnica
people-column-state = Stanje
people-column-position = V vrsti
people-column-speaks = Predava
people-column-registered = Prijava
people-column-checked-in = Prihod
people-column-attended = Udeležba
people-state-seated = mesto
people-state-offered = ponudba
people-state-waiting = čaka
people-yes = da
people-no = ne
people-paper-file = seznam-{ $number }.pdf
people-paper-caption = »{ $title }«: seznam za tisk, po knjižnicah.
paper-title = Prijavljeni: { $title }
paper-when = { $when }, { $where }
paper-count = { $count ->
    [one] { $count } oseba z mestom
    [two] { $count } osebi z mestom
    [few] { $count } osebe z mestom
   *[other] { $count } oseb z mestom
}
paper-library = { $library } ({ $count })
paper-library-on = { $library } (nadaljevanje)
paper-speaks = { $name } (predava)
