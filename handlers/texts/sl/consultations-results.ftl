# What comes out of a consultation: results on cards and as pictures.

key-results = Izid
key-results-map = Pregledna slika
key-results-turnout = Udeležba
key-results-chart = Graf
key-results-votes = Glasovi knjižnic
key-results-xlsx = Preglednica
key-results-json = Podatki
key-position = Mnenje

results-card = <b>Izid: »{ $title }«</b>
results-running = Obravnava še poteka, zato izid še ni končen.
results-turnout = { $count ->
    [one] Glasovalo: { $voted } od { $count } knjižnice
    [two] Glasovalo: { $voted } od { $count } knjižnic
    [few] Glasovalo: { $voted } od { $count } knjižnic
   *[other] Glasovalo: { $voted } od { $count } knjižnic
}
results-many-adopted = podprto { $count }
results-many-rejected = ni podprto { $count }
results-many-tied = izenačeno { $count }
results-many-no-quorum = nesklepčno { $count }
results-many-no-votes = brez glasov { $count }
results-line-adopted = ✅ { $label }: podprto, za { $yes }, proti { $no }
results-line-rejected = ✖ { $label }: ni podprto, za { $yes }, proti { $no }
results-line-tied = ⚖ { $label }: izenačeno, za { $yes }, proti { $no }
results-line-no-quorum = ◌ { $label }: nesklepčno, za { $yes }, proti { $no }
results-line-no-votes = ◌ { $label }: nihče ni glasoval
results-map-pages = Številke po členih so na seznamu, gumb »Nazaj«.
results-contested = Najbolj deljeno: { $label }, za { $yes }, proti { $no }

results-hidden =
    <b>»{ $title }«</b>
    Izid bo znan po koncu obravnave, { $when }. Tako je bilo določeno ob odprtju in velja za vse, tudi za strokovno službo.
results-counting =
    <b>»{ $title }«</b>
    Obravnava se je končala, glasovi se še štejejo. Poglejte znova čez minuto.
results-withdrawn =
    <b>»{ $title }«</b>
    Obravnava je bila umaknjena, zato se glasovi niso šteli in izida ni.

# One question

results-question = <b>{ $label }</b>
results-mark-adopted = ✅ { $why }
results-mark-rejected = ✖ { $why }
results-mark-tied = ⚖ { $why }
results-mark-no-quorum = ◌ { $why }
results-mark-no-votes = ◌ { $why }
results-why-adopted = Podprto.
results-why-adopted-change = { $count ->
    [one] Podprto; { $count } knjižnica želi spremembo.
    [two] Podprto; { $count } knjižnici želita spremembo.
    [few] Podprto; { $count } knjižnice želijo spremembo.
   *[other] Podprto; { $count } knjižnic želi spremembo.
}
results-why-rejected = Ni podprto.
results-why-tied = Izenačeno: glasov za in proti je enako.
results-why-no-quorum = Nesklepčno: glasovalo jih je { $voted } od { $entitled }, potrebnih je { $needed }.
results-why-no-votes = Nihče ni glasoval.
results-numbers = Za { $for }, za s spremembo { $change }, proti { $against }, vzdržano { $abstain }
results-not-voted = { $count ->
    [one] Brez glasu: { $count } od { $entitled }
    [two] Brez glasu: { $count } od { $entitled }
    [few] Brez glasu: { $count } od { $entitled }
   *[other] Brez glasu: { $count } od { $entitled }
}
results-weighed = { $libraries } (teža { $weight })
results-rule = Pravilo: { $rule }
results-old = { $count ->
    [one] { $count } glas je o prejšnjem besedilu; šteje, dokler ga knjižnica ne spremeni.
    [two] { $count } glasova sta o prejšnjem besedilu; štejeta, dokler ju knjižnici ne spremenita.
    [few] { $count } glasovi so o prejšnjem besedilu; štejejo, dokler jih knjižnice ne spremenijo.
   *[other] { $count } glasov je o prejšnjem besedilu; štejejo, dokler jih knjižnice ne spremenijo.
}
results-stances = Stališča zaposlenih: { $counts }
results-count-for = za { $count }
results-count-change = za s spremembo { $count }
results-count-against = proti { $count }
results-count-abstain = vzdržano { $count }
results-choice-for = Za
results-choice-change = Za s spremembo
results-choice-against = Proti
results-choice-abstain = Vzdržano
results-choice-none = Brez glasu
results-verdict-adopted = podprto
results-verdict-rejected = ni podprto
results-verdict-tied = izenačeno
results-verdict-no-quorum = nesklepčno
results-verdict-no-votes = brez glasov
results-no-share = –

# Libraries

results-vote = { $library }: { $choice }
results-vote-none = { $library }: brez glasu
results-by-letter = z dopisom
results-through = po pooblastilu, oddala { $library }
results-on-old = o prejšnjem besedilu
results-turnout-card = <b>Udeležba: »{ $title }«</b>
results-of = { $name }: { $voted } od { $count }

# The position

position-card = <b>Mnenje: »{ $title }«</b>
position-none = Iz izida pripravite dokument, ga v Wordu dopolnite in pošljite nazaj. Nato ga lahko objavite članicam.
position-not-over =
    <b>Mnenje: »{ $title }«</b>
    Mnenje je mogoče pripraviti, ko se obravnava konča in so glasovi prešteti.
position-not-public =
    <b>Mnenje: »{ $title }«</b>
    Mnenje združenja še ni objavljeno. Ko bo, ga prejmete.
position-document = 📄 { $name }
position-stage-kept = Dokument je shranjen ({ $when }), članice ga še ne vidijo.
position-stage-published = Objavljeno članicam { $when }.
position-stage-sent = Poslano ministrstvu { $when }.
position-stage-answered = Ministrstvo je odgovorilo { $when }.
position-stage-partly = Delno upoštevano ({ $when }).
position-stage-adopted = Upoštevano ({ $when }).
position-file = mnenje-{ $number }.docx
position-made = Mnenje »{ $title }«. Odprite ga v Wordu, dopolnite in pošljite nazaj z gumbom »Pošlji popravljeno«.
position-is-public = Dokument je objavljen, zato ga ni več mogoče zamenjati.
position-kept = Dokument je shranjen. Članice ga vidijo, ko ga objavite.
position-not-kept = Dokument ni shranjen: mnenje je medtem že objavljeno.
position-late = Stanje se je medtem spremenilo. Tu je sveža kartica.
position-not-shown = Telegram tega dokumenta ne pokaže: »{ $words }«. Pošljite ga znova.
position-ask-file =
    <b>Mnenje: »{ $title }«</b>
    Pošljite popravljeni dokument kot datoteko (.docx ali .pdf).
position-ask-keep =
    <b>Mnenje: »{ $title }«</b>
    Prejeto: { $name }. Je to pravi dokument?
position-not-a-document = To ni dokument. Pošljite datoteko .docx ali .pdf, ne slike ali besedila.
position-ask-published = <b>Objava mnenja: »{ $title }«</b>
position-ask-sent = <b>Poslano ministrstvu: »{ $title }«</b>
position-ask-answered = <b>Ministrstvo je odgovorilo: »{ $title }«</b>
position-ask-partly = <b>Delno upoštevano: »{ $title }«</b>
position-ask-adopted = <b>Upoštevano: »{ $title }«</b>
position-ask-publish = { $count ->
    [one] Dokument prejme { $count } oseba, potem ga ni več mogoče zamenjati. Želite objaviti?
    [two] Dokument prejmeta { $count } osebi, potem ga ni več mogoče zamenjati. Želite objaviti?
    [few] Dokument prejmejo { $count } osebe, potem ga ni več mogoče zamenjati. Želite objaviti?
   *[other] Dokument prejme { $count } oseb, potem ga ni več mogoče zamenjati. Želite objaviti?
}
position-ask-tell = { $count ->
    [one] To izve { $count } oseba, ki je sodelovala. Želite sporočiti?
    [two] To izvesta { $count } osebi, ki sta sodelovali. Želite sporočiti?
    [few] To izvejo { $count } osebe, ki so sodelovale. Želite sporočiti?
   *[other] To izve { $count } oseb, ki so sodelovale. Želite sporočiti?
}
position-followed-sent = Mnenje združenja »{ $title }« je poslano ministrstvu.
position-followed-answered = Ministrstvo je odgovorilo na mnenje združenja »{ $title }«.
position-followed-partly = Mnenje združenja »{ $title }« je delno upoštevano.
position-followed-adopted = Mnenje združenja »{ $title }« je upoštevano.
position-template = Predloge dokumenta, ki jo je nastavilo združenje, ni mogoče uporabiti.
position-template-unreadable = Datoteke s predlogo ni, ni berljiva ali je prevelika. { $words }
position-template-not-word = Datoteka s predlogo ni dokument .docx. { $words }
position-template-syntax = V predlogi je napaka v zapisu polja: { $words }
position-template-unknown = Predloga kliče nekaj, česar ni: { $words }
position-template-forbidden = Predloga poskuša nekaj nedovoljenega: { $words }
position-template-failed = Pri izdelavi dokumenta iz predloge se je zataknilo. { $words }
position-template-too-long = Izdelava dokumenta iz predloge traja predolgo.
position-template-who = To uredi, kdor skrbi za strežnik. Medtem lahko dokument pripravite iz vgrajene predloge.

key-position-make-sl = Pripravi v slovenščini
key-position-make-en = Pripravi v angleščini
key-position-send = Pošlji popravljeno
key-position-show = Dokument
key-position-keep = Shrani
key-position-other = Drug dokument
key-position-built-in = Iz vgrajene predloge
key-position-published = Objava članicam
key-position-sent = Poslano ministrstvu
key-position-answered = Odgovor prejet
key-position-partly = Delno upoštevano
key-position-adopted = Upoštevano

# Files

results-file = obravnava-{ $number }.{ $kind }
results-caption-xlsx = Vse, kar je prišlo iz obravnave »{ $title }«: izid, glasovi, stališča, pripombe, seznam knjižnic in dnevnik.
results-caption-json = Vsi podatki obravnave »{ $title }« z dnevnikom glasovanja. Shranite jih: z njimi je pozneje mogoče preveriti, da dnevnik ni bil spremenjen.
results-sheet-results = Izid
results-sheet-votes = Glasovi
results-sheet-stances = Stališča
results-sheet-remarks = Pripombe
results-sheet-roll = Knjižnice
results-sheet-log = Dnevnik
results-column-number = Št.
results-column-label = Oznaka
results-column-title = Naslov
results-column-for = Za
results-column-change = Za s spremembo
results-column-against = Proti
results-column-abstain = Vzdržano
results-column-none = Brez glasu
results-column-verdict = Izid
results-column-old = O prejšnjem besedilu
results-column-weight-for = Za, teža
results-column-weight-change = Za s spremembo, teža
results-column-weight-against = Proti, teža
results-column-weight-abstain = Vzdržano, teža
results-column-library = Knjižnica
results-column-choice = Glas
results-column-how = Kako
results-column-remark = Vrsta
results-column-text = Besedilo
results-column-libraries = Knjižnic
results-column-people = Oseb
results-column-by = Od
results-column-supported = Podpora
results-column-wording = Opomba
results-column-code = Oznaka
results-column-kind = Vrsta
results-column-weight = Teža
results-column-voted = Glasov
results-column-asked = Vprašanj
results-column-entry = Vpis
results-column-at = Kdaj
results-column-voter = Glas ima
results-column-through = Oddala
results-column-receipt = Potrdilo
results-column-hash = Prstni odtis
results-remark-comment = pripomba
results-remark-amendment = predlog spremembe
results-entry-open = odprtje
results-entry-vote = glas
results-entry-delegate = pooblastilo
results-entry-revoke = preklic pooblastila
results-entry-version = nova različica
results-entry-extend = podaljšanje
results-entry-withdraw = umik
results-entry-close = konec
