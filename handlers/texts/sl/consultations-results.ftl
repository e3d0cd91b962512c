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
