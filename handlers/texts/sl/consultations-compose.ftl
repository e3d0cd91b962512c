# Preparing a consultation.

key-new-consultation = Nova obravnava
key-open = Odpri obravnavo
key-to-consultation = Obravnava
key-forget-text = Zavrzi prilepljeno
key-type-questions = Vprašanja vpišem
key-drop-last = Odstrani zadnje
key-outline-list = Pregled in urejanje
key-text-before = « Besedilo
key-text-after = Besedilo »
key-question-before = ‹ Prejšnje
key-question-after = Naslednje ›
key-merge = Združi z naslednjim
key-split = Razdeli
key-group = Skupaj z naslednjimi
key-ungroup = Vsak člen zase
key-rename = Preimenuj
key-question-out = Izpusti
key-put-back = Vrni
key-to-list = Seznam
key-outline-done = Končaj urejanje
key-to-chapter-end = Do konca poglavja
key-ticked = ✓ { $name }
mark-left-out = ✖{ " " }

key-consult-title-sl = Naslov
key-consult-title-en = Angleški naslov
key-consult-draft = Drugo besedilo
key-consult-outline = Vprašanja
key-consult-day = Konec
key-consult-terms = Pravila
key-consult-kinds = Kdo glasuje
key-consult-ballot = Glasovanje
key-consult-results = Izidi
key-consult-remarks = Pripombe
key-consult-majority = Večina
key-consult-quorum = Sklepčnost
key-consult-weights = Teža glasov
key-consult-proxies = Pooblastila

consult-draft-waits =
    <b>Osnutek obravnave čaka</b>
    Če začnete znova, se osnutek izbriše.
consult-draft-waits-title =
    <b>Osnutek čaka: »{ $title }«</b>
    Če začnete znova, se osnutek izbriše.
consult-gone = Ta osnutek je že odprt ali izbrisan. Odprte obravnave vidite na seznamu.
consult-opened = Obravnava »{ $title }« je odprta do { $until }.
consult-opened-told = { $count ->
    [one] Obvestilo prejme { $count } oseba.
    [two] Obvestilo prejmeta { $count } osebi.
    [few] Obvestilo prejmejo { $count } osebe.
   *[other] Obvestilo prejme { $count } oseb.
}

consult-card = <b>Nova obravnava</b>
consult-title-sl = Naslov: <b>{ $title }</b>
consult-title-en = Angleški naslov: { $title }
consult-ends = ⏳ Konec: { $when }

consult-ask-title-sl = Kako se obravnava imenuje? Napišite naslov v slovenščini, na primer »Predlog zakona o knjižničarstvu«.
consult-ask-title-en = Kako se imenuje v angleščini? Če angleškega naslova ni, ga preskočite.
consult-ask-draft = Pošljite osnutek kot datoteko (.docx, .pdf ali .txt) ali prilepite besedilo, tudi v več sporočilih. Členi se najdejo sami.
consult-ask-another-draft = Besedilo je že tu. Pošljite drugo, če ga želite zamenjati, ali izberite »Naprej«.
consult-ask-more = { $count ->
    [one] Prejeto: { $count } sporočilo, { $signs } znakov. Pošljite nadaljevanje ali izberite »Naprej«.
    [two] Prejeto: { $count } sporočili, { $signs } znakov. Pošljite nadaljevanje ali izberite »Naprej«.
    [few] Prejeto: { $count } sporočila, { $signs } znakov. Pošljite nadaljevanje ali izberite »Naprej«.
   *[other] Prejeto: { $count } sporočil, { $signs } znakov. Pošljite nadaljevanje ali izberite »Naprej«.
}
consult-ask-typed = Napišite prvo vprašanje. Vsako sporočilo je eno vprašanje.
consult-ask-typed-more = Napišite naslednje vprašanje ali izberite »Naprej«.
consult-typed = { $count }. vprašanje: { $text }
consult-typed-replaces = S prvim vprašanjem se besedilo osnutka zamenja.
consult-ask-day = Do kdaj se glasuje? Izberite dan ali napišite na primer »12. 5. 2027 ob 12.00«.
consult-ask-hour = Do katere ure? Izberite jo ali napišite na primer »12.00«.

consult-too-much-pasted = Prilepljenega besedila je preveč. Pošljite ga kot datoteko .docx, .pdf ali .txt. Doslej prilepljeno je shranjeno.
consult-picture = To je slika. Pošljite osnutek kot datoteko (.docx, .pdf ali .txt) ali prilepite besedilo. Vse drugo je shranjeno.
consult-file-too-big = Datoteka je prevelika: { $size } MB, dovoljenih je { $most } MB. Pošljite manjšo ali prilepite besedilo. Vse drugo je shranjeno.
consult-not-fetched = Datoteke ni bilo mogoče prenesti. Pošljite jo še enkrat ali prilepite besedilo. Vse drugo je shranjeno.
consult-unread = { $why ->
    [Empty] V datoteki ni besedila. Pošljite drugo ali prilepite besedilo. Vse drugo je shranjeno.
    [NoTextLayer] Ta PDF ima samo slike strani, kot jih naredi optični bralnik. Pošljite .docx ali PDF z besedilom. Vse drugo je shranjeno.
    [Encrypted] Datoteka je zaščitena z geslom. Shranite jo brez gesla in jo pošljite še enkrat. Vse drugo je shranjeno.
    [TooLarge] Besedilo je daljše, kot je osnutek lahko. Pošljite ga po delih. Vse drugo je shranjeno.
    [TookTooLong] Branje te datoteke traja predolgo. Shranite jo kot .docx ali .txt in jo pošljite še enkrat. Vse drugo je shranjeno.
    [OldWord] To je starejši Wordov zapis. Shranite datoteko kot .docx in jo pošljite še enkrat. Vse drugo je shranjeno.
    [UnknownFormat] Te vrste datoteke ni mogoče prebrati. Pošljite .docx, .pdf ali .txt ali prilepite besedilo. Vse drugo je shranjeno.
   *[Damaged] Datoteka je poškodovana. Shranite jo znova in jo pošljite še enkrat ali prilepite besedilo. Vse drugo je shranjeno.
}

# What was found

consult-outline-card = <b>Kaj je v osnutku</b>
consult-found-articles = { $count ->
    [one] { $count } člen
    [two] { $count } člena
    [few] { $count } členi
   *[other] { $count } členov
}
consult-found-headings = { $count ->
    [one] Členov ni; { $count } del po naslovih ali odstavkih
    [two] Členov ni; { $count } dela po naslovih ali odstavkih
    [few] Členov ni; { $count } deli po naslovih ali odstavkih
   *[other] Členov ni; { $count } delov po naslovih ali odstavkih
}
consult-found-typed = { $count ->
    [one] { $count } vpisano vprašanje
    [two] { $count } vpisani vprašanji
    [few] { $count } vpisana vprašanja
   *[other] { $count } vpisanih vprašanj
}
consult-found-in = { $count ->
    [one] { $found } v { $count } poglavju
    [two] { $found } v { $count } poglavjih
    [few] { $found } v { $count } poglavjih
   *[other] { $found } v { $count } poglavjih
}
consult-longest = Najdaljši del: { $label }, { $signs } znakov
consult-left-out = { $count ->
    [one] ✖ { $count } izpuščeno
    [two] ✖ { $count } izpuščeni
    [few] ✖ { $count } izpuščena
   *[other] ✖ { $count } izpuščenih
}
finding-unclosed = ⚠️ { $label }: narekovaj se ne zaključi. Preverite, kje se člen konča.
finding-unclosed-before = ⚠️ Pred prvim členom se narekovaj ne zaključi.
finding-gaps = ⚠️ Številke niso zaporedne: { $gaps }
finding-repeated = ⚠️ { $label } je v besedilu večkrat.
consult-ask-outline = Vsak del je eno vprašanje. Ga je treba združiti, razdeliti ali izpustiti? Sicer izberite »Naprej«.
consult-ask-list = Izberite vprašanje, ki ga želite prebrati ali urediti, ali napišite številko člena.
consult-no-such-article = Člena s to številko ni: »{ $said }«. Izberite vprašanje ali napišite drugo številko. Vse je shranjeno.
consult-question = <b>{ $label }</b> ({ $at } od { $of })
consult-question-title = <i>{ $title }</i>
consult-question-chapter = { $chapter }
consult-question-out = ✖ Izpuščeno: o tem se ne glasuje.
consult-question-text = { $text }
consult-question-part = Stran { $page } od { $pages }
consult-ask-split = <b>{ $label }</b>
    S katerim odstavkom se začne drugi del?
consult-ask-rename = <b>{ $label }</b>
    Napišite nov naslov.
consult-ask-group = <b>{ $label }</b>
    Do katerega vprašanja naj bo vse skupaj eno vprašanje?
consult-ask-grouped = Kako naj se skupno vprašanje imenuje? Izberite ali napišite.
consult-not-possible = To tukaj ni mogoče. Izberite kaj drugega. Vse je shranjeno.
consult-nothing-asked = Vsa vprašanja so izpuščena. Vrnite vsaj eno. Vse je shranjeno.

# Terms

consult-terms-card = <b>Pravila obravnave</b>
consult-asked-all = { $count ->
    [one] 🏛 Glasujejo vse knjižnice ({ $count })
    [two] 🏛 Glasujejo vse knjižnice ({ $count })
    [few] 🏛 Glasujejo vse knjižnice ({ $count })
   *[other] 🏛 Glasujejo vse knjižnice ({ $count })
}
consult-asked = { $count ->
    [one] 🏛 Glasuje { $count } knjižnica: { $kinds }
    [two] 🏛 Glasujeta { $count } knjižnici: { $kinds }
    [few] 🏛 Glasujejo { $count } knjižnice: { $kinds }
   *[other] 🏛 Glasuje { $count } knjižnic: { $kinds }
}
consult-ballot-open = 🗳 Javno: vidi se, kako je glasovala katera knjižnica
consult-ballot-pseudonymous = 🗳 Psevdonimno: vidi se, kdo je glasoval, ne pa kako
consult-results-hidden = 📊 Izidi so skriti do konca
consult-results-open = 📊 Izidi so ves čas vidni
consult-remarks-named = 💬 Pripombe z imenom knjižnice
consult-remarks-anonymous = 💬 Pripombe brez imena knjižnice
majority-simple = več kot polovica
majority-absolute = več kot polovica
majority-two-thirds = vsaj dve tretjini
majority-three-quarters = vsaj tri četrtine
share-cast = oddanih glasov
share-yes-no = glasov za in proti
share-entitled = vseh knjižnic
consult-rule = ⚖️ Za podporo: { $majority } { $share }
quorum-0-1 = brez pogoja
quorum-1-4 = vsaj četrtina
quorum-1-3 = vsaj tretjina
quorum-1-2 = vsaj polovica
quorum-2-3 = vsaj dve tretjini
consult-quorum = 👥 Sklepčnost: { $quorum } knjižnic
consult-weights = ⚖️ Teža glasu: { $weights }; drugi 1
consult-proxies = { $count ->
    [0] 🤝 Glasu ni mogoče dati drugi knjižnici
    [one] 🤝 Knjižnica lahko glasuje še za { $count } drugo
    [two] 🤝 Knjižnica lahko glasuje še za { $count } drugi
    [few] 🤝 Knjižnica lahko glasuje še za { $count } druge
   *[other] 🤝 Knjižnica lahko glasuje še za { $count } drugih
}
consult-ask-terms = Če je to prav, izberite »Naprej«. Po odprtju se pravila ne spreminjajo, konec je mogoče le podaljšati.
consult-ask-kinds = Katere vrste knjižnic glasujejo?
consult-ask-ballot =
    Kako se glasuje?
    <b>Javno</b>: v izidih je ob knjižnici njen glas.
    <b>Psevdonimno</b>: vidi se le, katere knjižnice so glasovale. Glas lahko spremeni samo, kdor ga je oddal, v istem klepetu. Izidi so skriti do konca.
consult-ask-results = Kdaj so izidi vidni?
consult-ask-remarks = Ali je ob pripombi in predlogu besedila ime knjižnice? Strokovna služba ga vidi vedno.
consult-ask-majority = Koliko glasov za je dovolj? Glas »za s spremembo« šteje za.
consult-ask-share = Od česa se delež računa? »Vzdržan« je oddan glas; med »za in proti« ga ni.
consult-ask-quorum = Koliko knjižnic mora glasovati, da odločitev velja?
consult-ask-weights = Ali glasovi štejejo enako? Izberite vrsto knjižnic, katere glas tehta drugače.
consult-ask-weight = Koliko šteje glas knjižnice vrste »{ $kind }«? Izberite ali napišite število do { $most }, na primer »2,5«.
consult-ask-proxies = Za koliko drugih knjižnic sme glasovati ena, če ji te dajo svoj glas?
consult-misread-weight = Tega števila ne razumem. Napišite število do { $most } z največ dvema decimalkama, na primer »2,5«. Vse drugo je shranjeno.
key-all-kinds = Vse
key-ballot-open = Javno
key-ballot-pseudonymous = Psevdonimno
key-results-hidden = Šele na koncu
key-results-open = Ves čas
key-remarks-named = Z imenom
key-remarks-anonymous = Brez imena
key-majority-simple = Več kot polovica
key-majority-absolute = Več kot polovica vseh
key-majority-two-thirds = Vsaj dve tretjini
key-majority-three-quarters = Vsaj tri četrtine
key-share-cast = Od oddanih glasov
key-share-yes-no = Od glasov za in proti
key-share-entitled = Od vseh knjižnic
key-weigh-same = Vsi enako
key-weigh-kind = { $kind }: { $weight }

# Before it opens

consult-members-see = 👁 Tako jo vidijo članice:
consult-ready = <b>Obravnava je pripravljena</b>
consult-told = { $count ->
    [one] Ob odprtju prejme obvestilo { $count } oseba.
    [two] Ob odprtju prejmeta obvestilo { $count } osebi.
    [few] Ob odprtju prejmejo obvestilo { $count } osebe.
   *[other] Ob odprtju prejme obvestilo { $count } oseb.
}
consult-told-nobody = V teh knjižnicah v klepetu še ni nikogar; o obravnavi jih obvestite drugače.
consult-problems = Pred odprtjem popravite:
consult-problem-no-title = • naslov manjka
consult-problem-title-too-long = • naslov je predolg
consult-problem-no-questions = • ni nobenega vprašanja
consult-problem-ends-too-soon = • konec je že minil ali je preblizu
consult-problem-not-hidden = • izidi psevdonimnega glasovanja morajo biti skriti
consult-problem-weighed = • pri psevdonimnem glasovanju štejejo glasovi enako
