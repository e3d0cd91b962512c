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
    [one] { $count } obravnava. V oklepaju je, koliko vprašanj čaka na vas.
    [two] { $count } obravnavi. V oklepaju je, koliko vprašanj čaka na vas.
    [few] { $count } obravnave. V oklepaju je, koliko vprašanj čaka na vas.
   *[other] { $count } obravnav. V oklepaju je, koliko vprašanj čaka na vas.
}
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
consultation-was-cast = 🗳 { $library }: { $done } od { $of }
consultation-stances = { $left ->
    [0] ✅ O vsem ste povedali svoje stališče ({ $of }).
   *[other] ✍️ Vaša stališča: { $done } od { $of }, še { $left }
}
consultation-given-to = Glas vaše knjižnice oddaja: { $library }.
consultation-who-votes = Glas knjižnice odda predstavnik ali predstavnica, vaše stališče je posvetovalno.
consultation-turnout = Knjižnice, ki so že glasovale: { $voted } od { $count }
consultation-ballot-open-hidden = Glasovanje je javno, izid bo znan po koncu.
consultation-ballot-open-open = Glasovanje je javno, izid se vidi sproti.
consultation-ballot-pseudonymous-hidden = Glasovanje je psevdonimno, izid bo znan po koncu.
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
question-place = { $position } od { $of }
question-place-done = { $position } od { $of }, vse je oddano
question-place-left = { $position } od { $of }, še { $left }
question-on-behalf = V imenu: { $library }
question-page = Besedilo, stran { $page } od { $pages }
question-text = { $text }
question-no-text = <i>(brez besedila)</i>
question-colleagues = 👥 Stališča v knjižnici: { $counts }
question-vote = 🗳 { $library }: <b>{ $choice }</b>
question-vote-old = ↻ { $library }: <b>{ $choice }</b>, a o prejšnjem besedilu
question-stance = ✍️ Vaše stališče: <b>{ $choice }</b>
question-stance-old = ↻ Vaše stališče: <b>{ $choice }</b>, a o prejšnjem besedilu
question-sealed-cast = ✅ { $library }: glasovnica je oddana
question-sealed-waits = 🗳 { $library }: glasovnica še ni oddana
key-text-page = Besedilo, { $page }. stran
key-earlier = Prejšnje besedilo
key-on-behalf = V imenu: { $library }
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
vote-library = { $library }
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

# Pseudonymous ballots

key-ballots = Glasovnica
key-new-key = Ključ
key-use-key = Glasovnice
key-check-ballots = Preverjanje
ballots-about =
    <b>Psevdonimno glasovanje</b>
    Izbira se shrani ločeno od knjižnice, pod naključno oznako in brez ure. Vidno je le, ali je knjižnica glasovala. To ni tajno glasovanje: izbira ostane vidna v vašem pogovoru.
ballots-about-key = 🔑 Ključ dobite na kartici, ki ostane v tem pogovoru. Z njim glasovnice oddate, spremenite in preverite.
ballots-about-final = Brez ključa je prva oddana glasovnica dokončna: ne vi ne združenje je ne morete več spremeniti.
ballots-about-cast = { $count ->
    [one] Oddana je že { $count } glasovnica. Spremeniti jo je mogoče le s ključem, s katerim je bila oddana; brez njega je dokončna. Kartico s ključem poiščite više v pogovoru.
    [two] Oddani sta že { $count } glasovnici. Spremeniti ju je mogoče le s ključem, s katerim sta bili oddani; brez njega sta dokončni. Kartico s ključem poiščite više v pogovoru.
    [few] Oddane so že { $count } glasovnice. Spremeniti jih je mogoče le s ključem, s katerim so bile oddane; brez njega so dokončne. Kartico s ključem poiščite više v pogovoru.
   *[other] Oddanih je že { $count } glasovnic. Spremeniti jih je mogoče le s ključem, s katerim so bile oddane; brez njega so dokončne. Kartico s ključem poiščite više v pogovoru.
}
ballots-key = 🔑 <b>Ključ glasovnic: { $title }</b>
ballots-key-means = Te kartice ne brišite: samo z njo glasovnice spremenite in preverite. Brez nje je oddano dokončno.
ballot-cast = Glasovnica je oddana. Do { $until } jo lahko s ključem spremenite; velja zadnja.
ballot-final = ✅ { $library }: glasovnica je oddana. Ta kartica je ne odpre; spremeniti jo je mogoče le s ključem, s katerim je bila oddana.

# Comments and amendments

key-remarks = Pripombe
key-remarks-count = Pripombe ({ $count })
key-write-comment = Pripomba
key-write-amendment = Amandma
key-support = 👍 { $place } Podpora
key-unsupport = ✓ { $place } Podprto
key-remark-whole = { $place } V celoti
key-remark-mine = { $place } Vaš zapis
key-edit-remark = Popravi
key-keep-remark = Oddaj
remarks-card = <b>Pripombe: { $label }</b>
remarks-count = { $count ->
    [one] { $count } zapis.
    [two] { $count } zapisa, najprej tisti z največ podpore.
    [few] { $count } zapisi, najprej tisti z največ podpore.
   *[other] { $count } zapisov, najprej tisti z največ podpore.
}
remarks-none = Pripomb še ni. Amandma je predlog, kako naj se besedilo glasi.
remark-comment = pripomba
remark-amendment = amandma
remark-head = <b>{ $place }</b> · { $kind } · <i>{ $who }</i>
remark-whole-head = { $kind } · <i>{ $who }</i>
remark-text = { $text }
remark-mine = vaš zapis
remark-anonymous = knjižnica ni navedena
remark-old = o prejšnjem besedilu
remark-supports = { $count ->
    [one] { $count } podpora
    [two] { $count } podpori
    [few] { $count } podpore
   *[other] { $count } podpor
}
remark-gone = Tega zapisa ni več. Odprite obravnavo s seznama.
remark-ask-comment =
    <b>Pripomba: { $label }</b>
    Napišite, kaj menite, največ 2000 znakov.
remark-ask-amendment =
    <b>Amandma: { $label }</b>
    Napišite, kako naj se besedilo glasi, največ 2000 znakov.
remark-before = Zdaj je zapisano spodnje. Novo besedilo ga nadomesti, podpora pa velja le staremu:
remark-nothing-typed = Napišite besedilo.
remark-too-long = { $count ->
    [one] Besedilo ima { $count } znak, največ jih je lahko { $most }. Skrajšajte ga in pošljite znova; poslano ostane v pogovoru.
    [two] Besedilo ima { $count } znaka, največ jih je lahko { $most }. Skrajšajte ga in pošljite znova; poslano ostane v pogovoru.
    [few] Besedilo ima { $count } znake, največ jih je lahko { $most }. Skrajšajte ga in pošljite znova; poslano ostane v pogovoru.
   *[other] Besedilo ima { $count } znakov, največ jih je lahko { $most }. Skrajšajte ga in pošljite znova; poslano ostane v pogovoru.
}
remark-ready-comment = <b>Pripomba: { $label }</b>
remark-ready-amendment = <b>Amandma: { $label }</b>
remark-ready-means = Še ni oddano. Oddajte ali napišite drugače.
remark-another = Začeli ste že drug zapis, ki še ni oddan: { $kind }, { $label }. Ga želite nadaljevati? Nov začetek ga zavrže.
remark-kept-comment = <b>Pripomba je oddana: { $label }</b>
remark-kept-amendment = <b>Amandma je oddan: { $label }</b>
remark-kept-means = Do { $until } lahko zapis popravite ali izbrišete pod »Pripombe«.
remark-delete-comment = Želite izbrisati svojo pripombo? Z njo gre tudi podpora, ki jo je dobila.
remark-delete-amendment = Želite izbrisati svoj amandma? Z njim gre tudi podpora, ki jo je dobil.
remark-deleted-comment = Pripomba je izbrisana.
remark-deleted-amendment = Amandma je izbrisan.

# Receipts

key-check-receipt = Potrdilo
check-ask =
    <b>Preverjanje potrdila</b>
    Napišite potrdilo, ki ste ga dobili ob glasovanju, na primer K7Q2-M9XD.
check-misread = Potrdilo ima osem črk in številk, na primer K7Q2-M9XD. Napišite ga znova.
check-none = Potrdila { $receipt } med glasovi vaše knjižnice ni. Preverite črke in ga napišite znova.
check-key-none = Ta ključ ne odpre nobene oddane glasovnice.
check-found = { $count ->
    [one] ✅ Najden je { $count } glas:
    [two] ✅ Najdena sta { $count } glasova:
    [few] ✅ Najdeni so { $count } glasovi:
   *[other] ✅ Najdenih je { $count } glasov:
}
check-vote = { $label }: <b>{ $choice }</b>{ $entry }
check-replaced = { $label }: <s>{ $choice }</s>{ $entry }, pozneje spremenjeno
check-old = { $label }: { $choice }{ $entry }, o prejšnjem besedilu
check-entry = , vpis { $number }
check-later = Glasovnice pridejo v dnevnik ob koncu, pomešane.
check-more = { $count ->
    [one] in še { $count }
    [two] in še { $count }
    [few] in še { $count }
   *[other] in še { $count }
}
check-sound = { $count ->
    [one] Dnevnik je nespremenjen: { $count } vpis, prstni odtis se začne s <code>{ $hash }</code>.
    [two] Dnevnik je nespremenjen: { $count } vpisa, prstni odtis se začne s <code>{ $hash }</code>.
    [few] Dnevnik je nespremenjen: { $count } vpisi, prstni odtis se začne s <code>{ $hash }</code>.
   *[other] Dnevnik je nespremenjen: { $count } vpisov, prstni odtis se začne s <code>{ $hash }</code>.
}
check-broken = ⚠️ Dnevnik ni tak, kot je bil zapisan: vpis { $number } se ne ujema. Povejte to strokovni službi.

# Giving the vote to another library

key-proxy = Prenos glasu
key-choose-library = Izbira knjižnice
key-give-vote = Prenos
key-take-back = Preklic prenosa
proxy-about = { $count ->
    [one] Glas svoje knjižnice lahko za to obravnavo daste drugi. Vsaka lahko odda glas največ { $count } druge knjižnice. Prenos lahko do konca prekličete.
    [two] Glas svoje knjižnice lahko za to obravnavo daste drugi. Vsaka lahko odda glas največ { $count } drugih knjižnic. Prenos lahko do konca prekličete.
    [few] Glas svoje knjižnice lahko za to obravnavo daste drugi. Vsaka lahko odda glas največ { $count } drugih knjižnic. Prenos lahko do konca prekličete.
   *[other] Glas svoje knjižnice lahko za to obravnavo daste drugi. Vsaka lahko odda glas največ { $count } drugih knjižnic. Prenos lahko do konca prekličete.
}
proxy-given = Glas vaše knjižnice oddaja: { $library }. Prenos lahko do konca prekličete.
proxy-holds = { $count ->
    [one] Vaša knjižnica oddaja tudi glas druge: { $libraries }. Dokler je tako, svojega ne more dati naprej.
    [two] Vaša knjižnica oddaja tudi glasova drugih: { $libraries }. Dokler je tako, svojega ne more dati naprej.
    [few] Vaša knjižnica oddaja tudi glasove drugih: { $libraries }. Dokler je tako, svojega ne more dati naprej.
   *[other] Vaša knjižnica oddaja tudi glasove drugih: { $libraries }. Dokler je tako, svojega ne more dati naprej.
}
proxy-none-allowed = V tej obravnavi vsaka knjižnica glasuje sama.
proxy-choose = Katera knjižnica naj glasuje za vašo? Napišite ime ali kraj ali izberite s seznama.
proxy-question = <b>Glas vaše knjižnice naj odda: { $library }?</b>
proxy-means = Že oddani glasovi ostanejo, dokler jih ta knjižnica ne spremeni. Dogovorite se z njo; prenos lahko do konca prekličete.
proxy-done = Glas vaše knjižnice odslej oddaja: { $library }. Njen predstavnik ali predstavnica dobi obvestilo.
proxy-refused-to-itself = Glasu ni mogoče dati svoji knjižnici. Izberite drugo.
proxy-refused-not-asked = { $library } v tej obravnavi ne glasuje. Izberite drugo.
proxy-refused-holds-others = Vaša knjižnica že oddaja glas druge, zato svojega ne more dati naprej.
proxy-refused-has-given-away = { $library } je svoj glas že dala drugi. Izberite knjižnico, ki glasuje sama.
proxy-refused-too-many = { $most ->
    [one] { $library } že oddaja glas { $most } druge, več jih ne sme. Izberite drugo.
    [two] { $library } že oddaja glas { $most } drugih, več jih ne sme. Izberite drugo.
    [few] { $library } že oddaja glas { $most } drugih, več jih ne sme. Izberite drugo.
   *[other] { $library } že oddaja glas { $most } drugih, več jih ne sme. Izberite drugo.
}
proxy-refused-nobody = { $library } v Glasniku še nima predstavnika ali predstavnice, zato glasu ne bi oddal nihče. Izberite drugo.
proxy-refused-twice = Glas vaše knjižnice je že dan drugi. Če želite izbrati drugače, najprej prekličite prenos.
proxy-take-back-question = Glas vaše knjižnice oddaja: { $library }. Želite spet glasovati sami? Že oddani glasovi ostanejo, dokler jih ne spremenite.
proxy-taken-back = Vaša knjižnica spet glasuje sama.
proxy-not-given = Vaša knjižnica glasuje sama.

# Messages of the bot's own accord

key-open-consultation = Obravnava
push-opened = 🗳 <b>Nova javna obravnava: { $title }</b>
push-waits-vote = { $count ->
    [one] Na glas vaše knjižnice čaka { $count } vprašanje.
    [two] Na glas vaše knjižnice čakata { $count } vprašanji.
    [few] Na glas vaše knjižnice čakajo { $count } vprašanja.
   *[other] Na glas vaše knjižnice čaka { $count } vprašanj.
}
push-waits-stance = { $count ->
    [one] Na vaše stališče čaka { $count } vprašanje.
    [two] Na vaše stališče čakata { $count } vprašanji.
    [few] Na vaše stališče čakajo { $count } vprašanja.
   *[other] Na vaše stališče čaka { $count } vprašanj.
}
push-reminder = 🗳 <b>{ $title }: { $left }</b>, do { $until }
push-revised = 📄 <b>Novo besedilo osnutka: { $title }</b>
push-revised-means = Kar ste povedali o nespremenjenem, velja. Spremenjeno in novo čaka na vas.
push-extended = 🗓 <b>Več časa: { $title }</b>, zdaj do { $until }
push-withdrawn = ✖ <b>Umaknjeno: { $title }</b>
push-withdrawn-means = Obravnave ne bo več, oddani glasovi se ne štejejo.
push-given = 🤝 <b>Dodaten glas: { $title }</b>
push-given-means = Odslej glasujete tudi za drugo knjižnico: { $library }. Na kartici vprašanja izberete, za katero.
push-closed = 🏁 <b>Obravnava je končana: { $title }</b>
push-closed-means = Hvala za sodelovanje. Izid je na kartici obravnave.
push-log = 🔒 <b>Dnevnik glasov je zaključen: { $title }</b>
push-log-hash = Prstni odtis: <code>{ $hash }</code>
push-log-means = Sporočilo shranite: z odtisom lahko kadar koli preverite, da dnevnika ni nihče spreminjal.

# All that is mine

consultations-mine-count = { $count ->
    [one] 🗳 Odprta je { $count } javna obravnava
    [two] 🗳 Odprti sta { $count } javni obravnavi
    [few] 🗳 Odprte so { $count } javne obravnave
   *[other] 🗳 Odprtih je { $count } javnih obravnav
}
