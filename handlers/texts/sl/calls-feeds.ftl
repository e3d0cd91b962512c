# Feeds from which calls are read, for the office.

key-feeds = Viri
key-feed = Kartica vira
key-new-feed = Dodaj vir
key-add-feed = Dodaj
key-look-now = Preglej zdaj
key-suggestions = Predlogi ({ $count })
key-review = Pregled
key-dismiss = Zavrnitev
key-dismiss-all = Zavrnitev vseh
key-undo = Razveljavi
key-accept-change = Sprejmi spremembo
key-ignore-change = Prezri

feeds-card = <b>Viri razpisov</b>
feeds-count = { $count ->
    [one] { $count } vir, iz katerega prihajajo predlogi razpisov.
    [two] { $count } vira, iz katerih prihajajo predlogi razpisov.
    [few] { $count } viri, iz katerih prihajajo predlogi razpisov.
   *[other] { $count } virov, iz katerih prihajajo predlogi razpisov.
}
feeds-none = Virov še ni. Dodajte spletni naslov vira RSS ali Atom; novi razpisi pridejo sem kot predlogi, objavite jih vi.
feeds-waiting = { $count ->
    [one] 📥 Na odločitev čaka { $count } predlog.
    [two] 📥 Na odločitev čakata { $count } predloga.
    [few] 📥 Na odločitev čakajo { $count } predlogi.
   *[other] 📥 Na odločitev čaka { $count } predlogov.
}
feeds-marks = ⚠ pomeni, da vira trenutno ni mogoče prebrati.
feed-mark-trouble = ⚠{ " " }
feed-mark-waiting = { " " }({ $count })

# A feed's card

feed-title = <b>{ $title }</b>
feed-address = 🔗 { $address }
feed-not-yet = 🕑 Vir še ni bil pregledan.
feed-read = 🕑 Zadnji pregled: { $when }
feed-fails = ⚠ Vira ni mogoče prebrati: { $why }. Poskusi se nadaljujejo.
feed-gone = ⚠ Vira ni mogoče prebrati: { $why }. Poskusi so ustavljeni.
feed-why = { $trouble ->
    [not-public] naslov ne vodi na javno dostopen strežnik
    [unreachable] strežnik se ne odziva
    [status] strežnik odgovarja z napako { $status }
    [busy] strežnik je preobremenjen (napaka { $status })
    [gone] strežnik sporoča, da je vir trajno ukinjen
    [lost] na tem naslovu ni ničesar
    [slow] strežnik odgovarja prepočasi
    [huge] vir je prevelik
    [no-feed] na tem naslovu ni vira RSS, Atom, JSON Feed ali CSV
   *[unreadable] vsebine ni mogoče razbrati
}
feed-no-such = Tega vira ni več. Vse, ki so, vidite na seznamu.
feed-looking = Vir »{ $title }« bo pregledan v nekaj sekundah. Če je v njem kaj novega, prejmete sporočilo; če ne gre, piše na kartici vira.
feed-ask-remove = <b>Odstranitev vira »{ $title }«</b>
feed-remove-suggestions = { $count ->
    [one] Z njim izgine { $count } predlog.
    [two] Z njim izgineta { $count } predloga.
    [few] Z njim izginejo { $count } predlogi.
   *[other] Z njim izgine { $count } predlogov.
}
feed-remove-calls = Objavljeni razpisi ostanejo.
feed-removed = Vir »{ $title }« je odstranjen.

# Adding a feed

feed-new = <b>Nov vir razpisov</b>
feed-ask-address = Prilepite spletni naslov vira: RSS, Atom, JSON Feed ali datoteke CSV. Lahko tudi naslov strani, ki tak vir ponuja.
feed-misread-address = To ni spletni naslov: »{ $said }«. Napišite ga v celoti, na primer »https://www.gov.si/razpisi/rss«.
feed-not-read = { $trouble ->
    [not-public] Ta naslov ne vodi na javno dostopen strežnik. Preverite ga in pošljite drugega.
    [unreachable] Strežnik na tem naslovu se ne odziva. Preverite naslov ali poskusite pozneje.
    [status] Strežnik odgovarja z napako { $status }. Preverite naslov ali poskusite pozneje.
    [busy] Strežnik je preobremenjen (napaka { $status }). Poskusite pozneje.
    [gone] Strežnik sporoča, da je ta vir trajno ukinjen. Pošljite drug naslov.
    [lost] Na tem naslovu ni ničesar. Preverite ga in ga pošljite še enkrat.
    [slow] Strežnik odgovarja prepočasi. Poskusite pozneje.
    [huge] Vsebina na tem naslovu je prevelika. Pošljite drug naslov.
    [no-feed] Na tem naslovu ni vira RSS, Atom ali JSON Feed in stran ga tudi ne ponuja. Na strani poiščite povezavo »RSS« in prilepite njen naslov. Datoteka CSV potrebuje stolpec »Naslov«.
   *[unreadable] Vsebine na tem naslovu ni mogoče razbrati. Pošljite drug naslov.
}
feed-found = { $count ->
    [one] V njem je { $count } zapis.
    [two] V njem sta { $count } zapisa.
    [few] V njem so { $count } zapisi.
   *[other] V njem je { $count } zapisov.
}
feed-ask-topics = Izberite, o čem so razpisi iz tega vira; pri vsakem predlogu lahko to spremenite. Nato izberite »Dodaj«.
feed-topic-chosen = ✓{ " " }
feed-choose = Tu izberite gumb: temo ali »Dodaj«.
feed-added = Vir »{ $title }« je dodan. V nekaj sekundah bo pregledan; kar je v njem, prejmete kot predloge.
feed-already = Vir »{ $title }« je že na seznamu.

# Suggestions

suggestions-card = <b>Predlogi iz virov</b>
suggestions-of = <b>Predlogi iz vira »{ $title }«</b>
suggestions-none = Ničesar ni, kar bi čakalo na odločitev.
suggestions-marks = ↻ pomeni spremembo objavljenega razpisa.
suggestion-mark-new = { "" }
suggestion-mark-changed = ↻{ " " }
suggestion-no-deadline = 🗓 Rok v viru ni naveden, zato opomnikov ne bo. Dodate ga z gumbom »Uredi«.
suggestion-link = 🔗 { $link }
suggestion-topics = 🏷 { $topics }
suggestion-from = 📥 Vir: { $title }
suggestion-summary = { $text }
suggestion-settled = O zapisu »{ $title }« je že odločeno.
suggestion-no-such = Tega predloga ni več.
suggestion-draft-waits = Vnos drugega razpisa še ni končan. Če začnete tega, bo vneseno izbrisano.
suggestion-published = Razpis »{ $title }« je objavljen.
suggestion-not-yet = Tega predloga še ni mogoče objaviti. Izberite »Uredi« in dopolnite, kar manjka.
suggestion-decided-before = O tem je že odločeno ali pa se je zapis v viru medtem spremenil. Tu je, kar velja zdaj.
suggestions-dismissed = { $count ->
    [one] { $count } predlog je zavrnjen.
    [two] { $count } predloga sta zavrnjena.
    [few] { $count } predlogi so zavrnjeni.
   *[other] { $count } predlogov je zavrnjenih.
}
suggestions-ask-dismiss = <b>Zavrnitev vseh predlogov iz vira »{ $title }«</b>
suggestions-dismiss-for-good = Iz zavrnjenih predlogov ne nastanejo razpisi in ne pridejo več. Spremembe objavljenih razpisov ostanejo.

# Changes of published calls

change-in-feed = ↻ Zapis v viru »{ $title }« je drugačen, kot je bil:
change-deadline = 🗓 { $name }: <s>{ $before }</s> → <b>{ $after }</b>
change-title = • Naslov: <s>{ $before }</s> → <b>{ $after }</b>
change-link = 🔗 <s>{ $before }</s> → <b>{ $after }</b>
change-amount = 💶 <s>{ $before }</s> → <b>{ $after }</b>
change-summary = • Novo besedilo: { $after }
change-none = ni naveden
change-accepted = Razpis »{ $title }« je spremenjen.
change-in-call-already = Razpis »{ $title }« je bil že tak.
change-ignored = Razpis ostane, kot je.
change-of-closed = Razpis »{ $title }« je zaprt ali umaknjen in se ne spreminja več.

# Messages

feed-news = <b>{ $title }</b>
feed-news-new = { $count ->
    [one] 📥 { $count } razpis čaka na vašo odločitev.
    [two] 📥 { $count } razpisa čakata na vašo odločitev.
    [few] 📥 { $count } razpisi čakajo na vašo odločitev.
   *[other] 📥 { $count } razpisov čaka na vašo odločitev.
}
feed-news-changed = { $count ->
    [one] ↻ V viru se je spremenil { $count } objavljeni razpis.
    [two] ↻ V viru sta se spremenila { $count } objavljena razpisa.
    [few] ↻ V viru so se spremenili { $count } objavljeni razpisi.
   *[other] ↻ V viru se je spremenilo { $count } objavljenih razpisov.
}
feed-trouble = ⚠ <b>Vira »{ $title }« ni mogoče prebrati</b>
feed-trouble-why = Razlog: { $why }.
feed-trouble-goes-on = Poskusi se nadaljujejo. Ko bo vir spet deloval, prejmete sporočilo.
feed-trouble-gone = Poskusi so ustavljeni. Če ima vir nov naslov, ga dodajte in tega odstranite.
feed-works = Vir »{ $title }« spet deluje.
