# Announcements as the office sees them.

key-office-announcements = Obvestila
key-announcement = { $mark } { $title }
key-desk-refresh = Osveži

desk-card = <b>Obvestila</b>
desk-count = { $count ->
    [one] { $count } obvestilo.
    [two] { $count } obvestili.
    [few] { $count } obvestila.
   *[other] { $count } obvestil.
}
desk-none = Obvestil še ni.
desk-legend = 👀 čaka na potrditev, ⏳ načrtovano, ✋ zadržano, ▶ v teku, ⏸ premor, ✅ poslano, ✖ ustavljeno ali umaknjeno, 🗑 preklicano.
desk-mark-proposed = 👀
desk-mark-planned = ⏳
desk-mark-held = ✋
desk-mark-running = ▶
desk-mark-paused = ⏸
desk-mark-done = ✅
desk-mark-cancelled = ✖
desk-mark-skipped = ✖
desk-mark-withdrawn = ✖
desk-mark-recalled = 🗑

# The card

desk-title = <b>»{ $title }«</b>
desk-only-files = Slika ali datoteka
desk-proposed-at = 👀 Čaka na potrditev, predvideno { $when }
desk-proposed-at-once = 👀 Čaka na potrditev. Predvideni čas je minil: ko bo potrjeno, gre takoj.
desk-when-planned = ⏳ Načrtovano: { $when }
desk-repeats = 🔁 { $how }
desk-when-held = ✋ Zadržano, predvideno je bilo: { $when }
desk-trouble = ⏸ Pošiljanje se je samodejno ustavilo, ker Telegram sporočila zavrača: »{ $words }«
desk-status-proposed = 👀 Čaka na potrditev; ko bo potrjeno, gre takoj.
desk-status-running = ▶ Pošiljanje je v teku
desk-status-paused = ⏸ Premor
desk-status-done = ✅ Pošiljanje je končano
desk-status-cancelled = ✖ Pošiljanje je ustavljeno
desk-status-skipped = ✖ Izpuščeno, ker je predvideni čas minil
desk-status-withdrawn = ✖ Umaknjeno, preden je bilo poslano
desk-status-recalled = 🗑 Preklicano
desk-bar = { $bar } { $percent } %
desk-sent = Poslano { $sent } od { $total }
desk-sent-waiting = Poslano { $sent } od { $total }, čaka { $waiting }
desk-count-blocked = blokirano { $count }
desk-count-failed = neuspešno { $count }
desk-count-uncertain = negotovo { $count }
desk-count-withdrawn = umaknjeno { $count }
desk-nobody = Med prejemniki ni nikogar.
desk-forgotten = { $years ->
    [one] Številke o pošiljanju se hranijo { $years } leto.
    [two] Številke o pošiljanju se hranijo { $years } leti.
    [few] Številke o pošiljanju se hranijo { $years } leta.
   *[other] Številke o pošiljanju se hranijo { $years } let.
}
desk-speed = { $speed } na sekundo, { $left }
desk-left-moment = še manj kot minuto
desk-left-minutes = { $count ->
    [one] še približno { $count } minuto
    [two] še približno { $count } minuti
    [few] še približno { $count } minute
   *[other] še približno { $count } minut
}
desk-left-hours = { $count ->
    [one] še približno { $count } uro
    [two] še približno { $count } uri
    [few] še približno { $count } ure
   *[other] še približno { $count } ur
}
desk-later = { $count ->
    [one] 🌙 Na konec nočnega miru čaka { $count } sporočilo ({ $when }).
    [two] 🌙 Na konec nočnega miru čakata { $count } sporočili (prvo { $when }).
    [few] 🌙 Na konec nočnega miru čakajo { $count } sporočila (prvo { $when }).
   *[other] 🌙 Na konec nočnega miru čaka { $count } sporočil (prvo { $when }).
}
desk-confirmed = ✓ Prebrano: { $confirmed } od { $asked }
desk-confirmed-in-all = ✓ Prebrano: { $confirmed }
desk-follow-reminder = 🔔 Opomnik: poslano { $sent } od { $total }{ $state ->
    [paused] , premor
    [cancelled] , ustavljeno
   *[other] {""}
}
desk-follow-edit = ✏️ Popravek: { $sent } od { $total }{ $state ->
    [paused] , premor
    [cancelled] , ustavljeno
   *[other] {""}
}
desk-follow-delete = 🗑 Izbrisano { $sent } od { $total }{ $state ->
    [paused] , premor
    [cancelled] , ustavljeno
   *[other] {""}
}
desk-follow-trouble = To se je samodejno ustavilo, ker Telegram zavrača: »{ $words }«
desk-not-deleted = { $count ->
    [one] Pri { $count } osebi izbris ni uspel: Telegram briše le 48 ur.
    [two] Pri { $count } osebah izbris ni uspel: Telegram briše le 48 ur.
    [few] Pri { $count } osebah izbris ni uspel: Telegram briše le 48 ur.
   *[other] Pri { $count } osebah izbris ni uspel: Telegram briše le 48 ur.
}
desk-by = ✍️ { $name }, { $when }
desk-by-nobody = ✍️ { $when }
desk-too-late = Medtem se je stanje spremenilo. Tu je sveža kartica.

# Pause, resume, cancel

key-desk-pause = ⏸ Premor
key-desk-resume = ▶ Nadaljuj
key-desk-cancel = ✖ Ustavi
key-desk-follow-pause = ⏸ { $what }
key-desk-follow-resume = ▶ { $what }
key-desk-follow-cancel = ✖ { $what }
desk-what-reminder = Opomnik
desk-what-edit = Popravek
desk-what-delete = Izbris
desk-cancel-question = <b>Ustavitev: »{ $title }«</b>
desk-cancel-waiting = { $count ->
    [one] { $count } sporočilo še čaka in ne bo poslano.
    [two] { $count } sporočili še čakata in ne bosta poslani.
    [few] { $count } sporočila še čakajo in ne bodo poslana.
   *[other] { $count } sporočil še čaka in ne bo poslanih.
}

# Decisions

key-desk-approve = ✔ Potrdi
key-desk-withdraw = ✖ Umakni
key-desk-send-now = Pošlji zdaj
key-desk-send-again = Pošlji znova
key-desk-again-failed = Ponovi neuspešna ({ $count })
key-desk-again-uncertain = Negotova ({ $count })
key-desk-remind = 🔔 Opomni ({ $count })
key-desk-recall = 🗑 Prekliči
key-desk-delete-rest = 🗑 Izbriši še { $count }
key-desk-message = Sporočilo
key-desk-reach = Doseg
key-desk-read = Potrditve
key-desk-people = Osebe
key-desk-chart = Graf
key-desk-sheet = Preglednica
desk-own = Svojega obvestila ne morete potrditi. Potrdi ga lahko kdor koli drug iz strokovne službe.
desk-reminding = { $count ->
    [one] Opomnik prejme { $count } oseba.
    [two] Opomnik prejmeta { $count } osebi.
    [few] Opomnik prejmejo { $count } osebe.
   *[other] Opomnik prejme { $count } oseb.
}
desk-not-shown = Telegram tega sporočila ne pokaže: »{ $words }«
desk-send-now-question = <b>Takojšnje pošiljanje: »{ $title }«</b>
desk-send-now-means = Sporočilo gre takoj vsem prejemnikom. Ga želite poslati?
desk-withdraw-question = <b>Umik: »{ $title }«</b>
desk-withdraw-repeats = Obvestilo se ponavlja: umaknjene so tudi vse prihodnje ponovitve.
desk-withdraw-means = Nikomur ne bo poslano. Ga želite umakniti?
desk-uncertain-question = <b>Negotovo: »{ $title }«</b>
desk-uncertain-why = { $count ->
    [one] Za { $count } sporočilo se ne ve, ali je prispelo: zveza se je prekinila, preden je Telegram odgovoril.
    [two] Za { $count } sporočili se ne ve, ali sta prispeli: zveza se je prekinila, preden je Telegram odgovoril.
    [few] Za { $count } sporočila se ne ve, ali so prispela: zveza se je prekinila, preden je Telegram odgovoril.
   *[other] Za { $count } sporočil se ne ve, ali so prispela: zveza se je prekinila, preden je Telegram odgovoril.
}
desk-uncertain-means = Če jih pošljete znova, jih kdo morda dobi dvakrat.
desk-recall-question = <b>Preklic obvestila: »{ $title }«</b>
desk-recall-count = { $count ->
    [one] Izbriše se pri { $count } prejemniku; kar še čaka, ne bo poslano.
    [two] Izbriše se pri { $count } prejemnikih; kar še čaka, ne bo poslano.
    [few] Izbriše se pri { $count } prejemnikih; kar še čaka, ne bo poslano.
   *[other] Izbriše se pri { $count } prejemnikih; kar še čaka, ne bo poslano.
}
desk-recall-within = Telegram briše le 48 ur; kar je starejše, ostane.
desk-recall-too-old = Od pošiljanja je minilo več kot 48 ur, zato bo Telegram izbris najverjetneje zavrnil.
desk-recall-means = Tega ni mogoče razveljaviti. Želite preklicati obvestilo?

# Correction

key-desk-correct = ✏️ Popravi
key-correct-send = ✔ Popravi
correct-card = <b>Popravek: »{ $title }«</b>
correct-now = 👁 Tako je zdaj:
correct-now-sl = 👁 Tako je zdaj v slovenščini:
correct-now-en = 👁 Tako je zdaj v angleščini:
correct-ask-language = Katero sporočilo želite popraviti?
correct-ask-sl = Pošljite pravo slovensko besedilo, celo.
correct-ask-en = Pošljite pravo angleško besedilo, celo.
correct-files-stay = Slike in datoteke ostanejo, kakor so.
correct-text-only = Popravi se lahko samo besedilo: slike in datoteke ostanejo, kakor so. Pošljite besedilo.
correct-too-long = Besedilo k sliki ali datoteki je predolgo: { $count } znakov, dovoljenih je { $most }. Pošljite krajše. Vse drugo je shranjeno.
correct-means = { $count ->
    [0] Popravek velja za vse, ki obvestilo še prejmejo.
    [one] Besedilo se popravi pri { $count } prejemniku; novega sporočila ne bo.
    [two] Besedilo se popravi pri { $count } prejemnikih; novega sporočila ne bo.
    [few] Besedilo se popravi pri { $count } prejemnikih; novega sporočila ne bo.
   *[other] Besedilo se popravi pri { $count } prejemnikih; novega sporočila ne bo.
}
correct-planned = Obvestilo še ni poslano: šlo bo s tem besedilom.
correct-approved = To obvestilo je že potrjeno. Za drugo besedilo ga umaknite in napišite novo.
correct-another = Začeli ste že popravek obvestila »{ $title }«. Ga želite nadaljevati ali začeti popravek tega?
correct-done = Popravljeno.

# Reach

reach-card = <b>Doseg: »{ $title }«</b>
reach-count = { $count ->
    [one] Prejela: { $reached } od { $count } knjižnice
    [two] Prejelo: { $reached } od { $count } knjižnic
    [few] Prejelo: { $reached } od { $count } knjižnic
   *[other] Prejelo: { $reached } od { $count } knjižnic
}
reach-people-count = { $count ->
    [one] Prejela: { $reached } od { $count } osebe
    [two] Prejelo: { $reached } od { $count } oseb
    [few] Prejelo: { $reached } od { $count } oseb
   *[other] Prejelo: { $reached } od { $count } oseb
}
reach-person = ✓ { $name }, { $library } · { $when }
reach-person-not = ✖ { $name }, { $library }: { $why }
reach-library = ✓ { $library }: { $reached } od { $count }
reach-not = ✖ { $library }: { $why }
reach-group = ✓ { $title } (skupina)
reach-group-not = ✖ { $title } (skupina): { $why }
reach-why-waiting = še čaka
reach-why-uncertain = negotovo, ali je prispelo
reach-why-failed = Telegram zavrača, »{ $words }«
reach-why-blocked = Glasnik je blokiran
reach-why-gone = Glasnika ni več v skupini
reach-why-withdrawn = ustavljeno, preden je bilo poslano
reach-why-none_chosen = med izbranimi ni nikogar
reach-why-nobody = v Glasniku ni nikogar

# Confirmations

read-card = <b>Potrditve: »{ $title }«</b>
read-count = Prebrano: { $confirmed } od { $asked }, knjižnic: { $libraries }
read-by = { $name }, { $library } · { $when }
read-within = V prvi uri { $hour }, v prvem dnevu { $day }.

# The spreadsheet

sheet-file = obvestilo-{ $number }.xlsx
sheet-caption = Doseg in potrditve: »{ $title }«
sheet-libraries = Knjižnice
sheet-people = Osebe
sheet-column-library = Knjižnica
sheet-column-town = Kraj
sheet-column-reached = Prejelo
sheet-column-people = Oseb
sheet-column-state = Stanje
sheet-column-name = Ime
sheet-column-words = Telegram pravi
sheet-column-at = Kdaj
sheet-column-read = Prebrano
sheet-group = Skupina: { $title }
sheet-reached = prejeto
sheet-person-reached = prejeto
sheet-person-waiting = še čaka
sheet-person-uncertain = negotovo
sheet-person-failed = neuspešno
sheet-person-blocked = Glasnik je blokiran
sheet-person-withdrawn = ni bilo poslano

# Messages of the bot's own accord

key-desk-card = Kartica
desk-held = ✋ <b>Zadržano: »{ $title }«</b>
desk-held-why = Predvideno je bilo: { $when }. Glasnik tedaj ni deloval, zato obvestilo ni bilo poslano in čaka na vašo odločitev.
desk-asks = 👀 <b>Potrditev: »{ $title }«</b>
desk-asks-by = ✍️ { $name } prosi za še en par oči, preden gre obvestilo članicam.
desk-asks-when = Predvideno: { $when }.
desk-asks-at-once = Ko bo potrjeno, gre takoj.
desk-stopped-waiting = { $count ->
    [one] Čaka še { $count } sporočilo. Na kartici lahko nadaljujete ali ustavite.
    [two] Čakata še { $count } sporočili. Na kartici lahko nadaljujete ali ustavite.
    [few] Čakajo še { $count } sporočila. Na kartici lahko nadaljujete ali ustavite.
   *[other] Čaka še { $count } sporočil. Na kartici lahko nadaljujete ali ustavite.
}
