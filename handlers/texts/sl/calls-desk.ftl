# Calls on the office's desk.

call-desk-count = { $count ->
    [one] { $count } odprt razpis. Izberite ga ali vpišite novega.
    [two] { $count } odprta razpisa. Izberite enega ali vpišite novega.
    [few] { $count } odprti razpisi. Izberite enega ali vpišite novega.
   *[other] { $count } odprtih razpisov. Izberite enega ali vpišite novega.
}
call-desk-none = Odprtih razpisov ni. Vpišite novega.
call-desk-gone = Tega razpisa ni. Vse, ki so, vidite na seznamu.
call-desk-over = Razpis je končan, zaprt ali umaknjen. Tega ni več mogoče narediti.

# The card

key-move-deadline = Rok
key-remind-undecided = Opomni neodločene
key-close-call = Zapri razpis
key-call-libraries = Knjižnice
key-not-opened = Kdo ni odprl
key-not-seen = Kdo ni potrdil
key-call-history = Različice
key-call-sheet = Preglednica
key-as-members = Kot članice
call-desk-reach = 👥 Spremlja { $follow } · zanj ve { $told } · odprlo { $opened }
call-desk-intents = 🏛 Knjižnice: { $intents }
call-desk-of = { $intent } { $count }
call-desk-intent-interested = zanimanje
call-desk-intent-applying = prijava v pripravi
call-desk-intent-applied = prijava oddana
call-desk-intent-not-for-us = ni zanje
call-desk-intent-granted = projekt odobren
call-desk-intent-refused = projekt zavrnjen
call-desk-intent-undecided = neodločeno
call-desk-intent-followed = spremljanje
call-desk-joint = 🤝 Konzorciji { $consortia } · ponudbe partnerstva { $offers }
call-desk-unseen = { $count ->
    [one] 👀 Spremembe še ni potrdila { $count } oseba
    [two] 👀 Spremembe še nista potrdili { $count } osebi
    [few] 👀 Spremembe še niso potrdile { $count } osebe
   *[other] 👀 Spremembe še ni potrdilo { $count } oseb
}

# Libraries, people, versions

key-of-intent = { $intent } ({ $count })
call-desk-nobody-decided = Opredelila se še ni nobena knjižnica.
call-desk-decided = { $count ->
    [one] Opredelila se je { $count } knjižnica.
    [two] Opredelili sta se { $count } knjižnici.
    [few] Opredelile so se { $count } knjižnice.
   *[other] Opredelilo se je { $count } knjižnic.
}
call-desk-libraries = { $count ->
    [one] { $intent }: { $count } knjižnica.
    [two] { $intent }: { $count } knjižnici.
    [few] { $intent }: { $count } knjižnice.
   *[other] { $intent }: { $count } knjižnic.
}
call-desk-library-intends = • { $library }: { $intent } ({ $day })
call-desk-library-opened = • { $library }: zanj ve { $told }, odprlo { $opened }
call-desk-library-nobody = • { $library }: zanj ne ve nihče
call-desk-library-follows = • { $library }: spremlja { $follow }, odprlo { $opened }
call-desk-not-opened = { $count ->
    [one] V { $count } knjižnici razpisa ni odprl še nihče.
    [two] V { $count } knjižnicah razpisa ni odprl še nihče.
    [few] V { $count } knjižnicah razpisa ni odprl še nihče.
   *[other] V { $count } knjižnicah razpisa ni odprl še nihče.
}
call-desk-all-opened = V vsaki knjižnici, ki ve za razpis, ga je kdo že odprl.
call-desk-not-seen = { $count ->
    [one] { $count } oseba še ni potrdila, da je spremembo videla.
    [two] { $count } osebi še nista potrdili, da sta spremembo videli.
    [few] { $count } osebe še niso potrdile, da so spremembo videle.
   *[other] { $count } oseb še ni potrdilo, da so spremembo videle.
}
call-desk-all-seen = Spremembo so potrdili vsi, ki se nanjo zanašajo.
call-desk-person = • { $name }, { $library }
call-desk-versions = { $count ->
    [one] { $count } različica.
    [two] { $count } različici.
    [few] { $count } različice.
   *[other] { $count } različic.
}
call-desk-version = <b>{ $number }.</b> { $when }
call-desk-version-by = <b>{ $number }.</b> { $when }, { $name }
call-desk-version-first = • objavljeno
call-desk-version-text = • besedilo, na katero se ne zanaša nihče

# Moving a deadline

call-move-which = Kateri rok se premakne?
call-move-day = Na kateri dan se premakne? Izberite ga ali napišite na primer »31. 3. 2027 ob 12.00«.
call-move-to = → Nov dan: <b>{ $day }</b>
call-move-hour = Do katere ure? Izberite jo ali napišite na primer »12.00«, sicer »Ves dan«.
call-move-same = Rok je že tak. Izberite drugega.
call-move-forward = ⚠️ Časa bo manj kot prej. Sporočilo je nujno in gre tudi v nočnem miru.
call-move-back = Opomniki se premaknejo z rokom; kar je za stari rok že minilo, pride znova za novega.
call-move-told = { $count ->
    [one] 📣 V desetih minutah izve { $count } oseba.
    [two] 📣 V desetih minutah izvesta { $count } osebi.
    [few] 📣 V desetih minutah izvedo { $count } osebe.
   *[other] 📣 V desetih minutah izve { $count } oseb.
}
call-move-nobody = Starega roka še nihče ne pozna, zato obvestila ne prejme nihče.
call-move-seen = Kdor pripravlja prijavo, spremembo potrdi z gumbom.
call-move-sure = Želite premakniti rok?
key-bring-forward = Prestavi prej
call-desk-moved = Rok je premaknjen.
call-desk-not-movable = Roka tako ni mogoče premakniti. Popravite razpis z gumbom »Uredi«.

# Closing, withdrawing, reminding

call-desk-ask-closed = <b>Zaprtje razpisa pred rokom: »{ $title }«</b>
call-desk-closed-means = Prijav ni več in opomnikov ne bo; oddane prijave ostanejo zapisane. Tega ni mogoče razveljaviti.
call-desk-ask-withdrawn = <b>Umik razpisa »{ $title }«</b>
call-desk-withdrawn-means = Razpis ne velja več in opomnikov ne bo. Tega ni mogoče razveljaviti.
call-desk-over-told = { $count ->
    [one] 📣 Obvestilo bo prejela { $count } oseba v knjižnicah, ki imajo namero.
    [two] 📣 Obvestilo bosta prejeli { $count } osebi v knjižnicah, ki imajo namero.
    [few] 📣 Obvestilo bodo prejele { $count } osebe v knjižnicah, ki imajo namero.
   *[other] 📣 Obvestilo bo prejelo { $count } oseb v knjižnicah, ki imajo namero.
}
call-desk-over-nobody = Nobena knjižnica nima namere, zato obvestila ne prejme nihče.
call-desk-is-closed = Razpis »{ $title }« je zaprt.
call-desk-is-withdrawn = Razpis »{ $title }« je umaknjen.
call-desk-telling = { $count ->
    [one] Obvestilo prejme { $count } oseba.
    [two] Obvestilo prejmeta { $count } osebi.
    [few] Obvestilo prejmejo { $count } osebe.
   *[other] Obvestilo prejme { $count } oseb.
}
call-desk-ask-remind = { $count ->
    [one] <b>Opomnik za { $count } neodločeno knjižnico</b>
    [two] <b>Opomnik za { $count } neodločeni knjižnici</b>
    [few] <b>Opomnik za { $count } neodločene knjižnice</b>
   *[other] <b>Opomnik za { $count } neodločenih knjižnic</b>
}
call-desk-asked = { $count ->
    [one] Prejme ga { $count } oseba, ki odloča za svojo knjižnico.
    [two] Prejmeta ga { $count } osebi, ki odločata za svojo knjižnico.
    [few] Prejmejo ga { $count } osebe, ki odločajo za svojo knjižnico.
   *[other] Prejme ga { $count } oseb, ki odločajo za svojo knjižnico.
}
call-desk-once-a-day = Na dan je mogoč en opomnik.
call-desk-reminded = { $count ->
    [one] Opomnik prejme { $count } oseba.
    [two] Opomnik prejmeta { $count } osebi.
    [few] Opomnik prejmejo { $count } osebe.
   *[other] Opomnik prejme { $count } oseb.
}
call-desk-reminded-nobody = Opomnika ne prejme nihče: za neodločene knjižnice v klepetu ne odloča nihče ali pa je razpis utišal.
call-desk-reminded-today = Opomnik je danes že šel, ob { $hour }. Naslednji je mogoč jutri.

# The spreadsheet, announcements

call-sheet-file = razpis-{ $number }.xlsx
call-sheet-caption = Vse o razpisu »{ $title }«: knjižnice, roki, konzorciji, ponudbe, različice.
call-sheet-libraries = Knjižnice
call-sheet-deadlines = Roki
call-sheet-versions = Različice
call-sheet-consortia = Konzorciji
call-sheet-offers = Ponudbe
call-sheet-seeks-partner = išče partnerje
call-sheet-seeks-lead = išče vodilnega partnerja
call-sheet-offers-partner = ponuja partnerstvo
call-sheet-offers-lead = ponuja vodenje projekta
call-sheet-yes = da
call-sheet-no = ne
call-column-code = Oznaka
call-column-library = Knjižnica
call-column-town = Kraj
call-column-kind = Vrsta
call-column-may-apply = Se lahko prijavi
call-column-intent = Namera
call-column-since = Od
call-column-follow = Spremlja
call-column-told = Ve za razpis
call-column-opened = Odprlo
call-column-unseen = Spremembe niso potrdili
call-column-deadline = Rok
call-column-when = Kdaj
call-column-ends = Konec
call-column-met-count = Opravilo
call-column-met = Katere knjižnice
call-column-consortium = Konzorcij
call-column-lead = Vodilna
call-column-count = Članic
call-column-members = Članice
call-column-seeks = Kaj
call-column-brings = Kaj prinaša ali potrebuje
call-column-number = Različica
call-column-at = Zapisana
call-column-by = Kdo
call-column-changed = Kaj se je spremenilo
key-audience-call-intends = Z namero
audience-call-intends = z namero pri razpisu »{ $title }«
