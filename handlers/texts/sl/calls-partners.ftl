# Calls for projects: partners, consortia, granted projects.

joint-call = Razpis: { $title }
joint-withdrawn = Razpis je umaknjen, zato to ni več mogoče.
joint-too-late = Razpis se je končal, zato to ni več mogoče.
joint-gone = Tega ni več. Kaj je odprto, vidite na kartici razpisa.
joint-not-intending = Konzorcij ustanovi knjižnica, ki jo razpis zanima ali se nanj prijavlja. To najprej označite na kartici razpisa.
joint-not-invited = To vabilo ne velja več.
joint-elsewhere = Vaša knjižnica je na tem razpisu že v konzorciju. Iz njega lahko izstopite na njegovi kartici.
joint-not-granted = Roke projekta doda knjižnica, ki ima na tem razpisu odobren projekt. To najprej označite na kartici razpisa.
joint-too-many = Več rokov ni mogoče dodati. Najprej izbrišite katerega od starih.

# Partners

key-partners = Partnerji
key-partners-count = { $count ->
    [0] Partnerji
   *[other] Partnerji: { $count }
}
partners-card = <b>Partnerji</b>
partners-count = { $count ->
    [one] { $count } knjižnica išče ali ponuja partnerstvo.
    [two] { $count } knjižnici iščeta ali ponujata partnerstvo.
    [few] { $count } knjižnice iščejo ali ponujajo partnerstvo.
   *[other] { $count } knjižnic išče ali ponuja partnerstvo.
}
partners-none = Nobena knjižnica še ne išče ali ponuja partnerstva.

partner-says-seeks-partner = <b>{ $library } išče partnerje</b>
partner-says-seeks-lead = <b>{ $library } išče vodilnega partnerja</b>
partner-says-offers-partner = <b>{ $library } ponuja partnerstvo</b>
partner-says-offers-lead = <b>{ $library } ponuja vodenje projekta</b>
partner-our-library = Vaša knjižnica
partner-brings = { $text }
key-offer-seeks-partner = { $mark }Išče partnerje: { $library }
key-offer-seeks-lead = { $mark }Išče vodilnega: { $library }
key-offer-offers-partner = { $mark }Ponuja partnerstvo: { $library }
key-offer-offers-lead = { $mark }Ponuja vodenje: { $library }
partner-mark-mine = ✎{ " " }
partner-mark-waits = ⏳{ " " }
partner-mark-agreed = 🤝{ " " }
partner-mark-refused = –{ " " }

partner-new = <b>Partnerstvo</b>
partner-ask-what = Kaj išče ali ponuja vaša knjižnica?
key-partner-seeks-partner = Iščemo partnerje
key-partner-seeks-lead = Iščemo vodilnega partnerja
key-partner-offers-partner = Ponujamo partnerstvo
key-partner-offers-lead = Ponujamo vodenje projekta
partner-ask-brings = Kaj prinašate ali kaj potrebujete? Napišite v nekaj stavkih; to vidijo vse knjižnice.
partner-ask-line = Želite dodati e-naslov ali telefon? Skupaj z vašim imenom in povezavo do pogovora ga dobi samo knjižnica, s katero se dogovorite.
partner-choose = Izberite eno od možnosti na gumbih.
partner-preview = Tako bodo videle vse knjižnice:
partner-preview-line = ✉ Samo ob dogovoru: { $line }
partner-preview-no-line = ✉ Samo ob dogovoru: vaše ime in povezava do pogovora
key-partner-say = Objava
key-partner-edit-what = Namen
key-partner-edit-brings = Opis
key-partner-edit-line = Kontakt
partner-said = Objavljeno. Ko se katera knjižnica oglasi, vas vprašamo.
partner-draft-waits = Začeli ste objavo za drug razpis. Kaj želite?
key-partner-go-on = Nadaljuj začeto
key-partner-anew = Začni znova
key-partner-new = Iščemo ali ponujamo

partner-answers = { $count ->
    [0] Oglasila se ni še nobena knjižnica.
    [one] Oglasila se je { $count } knjižnica.
    [two] Oglasili sta se { $count } knjižnici.
    [few] Oglasile so se { $count } knjižnice.
   *[other] Oglasilo se je { $count } knjižnic.
}
partner-ours = To je objavila vaša knjižnica.
partner-means = Z gumbom »Zanima nas« dovolite izmenjavo kontaktov: če druga stran sprejme, dobi vaše ime, knjižnico in povezavo do pogovora, vi pa njihove. Prej ne dobi nihče ničesar.
partner-answered = Vprašali smo jih. Odločitev vam sporočimo.
partner-waits = ⏳ Vaš odgovor čaka. Kontakta si izmenjate, če sprejme: { $library }.
partner-refused = { $library } se zahvaljuje za zanimanje, a se tokrat ne odloča za skupno prijavo.
partner-agreed = 🤝 Partnerstvo je dogovorjeno: { $library }
partner-agreed-no-contact = 🤝 Partnerstvo je dogovorjeno: { $library }. Kontakta ni več, ker oseba ne zastopa več te knjižnice.
partner-agreed-gone = 🤝 Partnerstvo je bilo dogovorjeno: { $library }. Ponudbe in kontakta medtem ni več.
partner-agreed-others = 🤝 Partnerstvo je dogovorjeno: { $library }. Kontakt vidi, kdor zastopa vašo knjižnico.
partner-contact = 👤 <a href="tg://user?id={ $id }">{ $name }</a>, { $library }
partner-contact-line = ✉ { $line }
partner-contact-gone = Kontakta ni več, ker oseba ne zastopa več te knjižnice.
partner-interested = <b>{ $library } se zanima za partnerstvo</b>
partner-accept-means = Če sprejmete, si izmenjate kontakta: ime, knjižnico, povezavo do pogovora in kar ste sami dodali. Če ne, ne dobi nihče ničesar.
partner-was-refused = Zavrnjeno: { $library }. Knjižnica to izve prijazno in brez vašega kontakta.
partner-answer-gone = Tega odgovora ni več: knjižnica ga je umaknila.
partner-taken-back = Odgovor je umaknjen.
key-partner-accept = Sprejmi
key-partner-refuse = Ne, hvala
key-partner-answer = Zanima nas
key-partner-answer-of = { $mark }{ $library }
key-partner-take-back = Umik odgovora
key-partner-change = Spremeni
key-partner-withdraw = Umik
partner-withdraw-question =
    <b>Umaknemo objavo vaše knjižnice?</b>
    Kdor čaka na odgovor, to izve. Kontakti se izbrišejo.
partner-withdrawn = Objava je umaknjena, kontakti so izbrisani.
partner-offer-gone = Objava o partnerstvu, na katero ste se oglasili, je umaknjena: { $library }.

key-partner-line = Dodaj e-naslov ali telefon
partner-line = <b>Kontakt ob dogovoru: { $library }</b>
partner-line-ask = Napišite e-naslov ali telefon. Druga stran ga dobi samo, če sprejme.
key-partner-keep = Shrani
partner-line-kept = Shranjeno. Druga stran to dobi samo, če sprejme.

# Consortia

key-consortium = Konzorcij
key-consortium-invitation = Vabilo v konzorcij
key-consortium-new = Nov konzorcij
key-consortium-found = Ustanovitev
key-consortium-invite = Povabi
key-consortium-join = Pridružitev
key-consortium-refuse = Ne, hvala
key-consortium-leave = Izstop
key-consortium-put-out = Odstrani
key-consortium-member = { $library }
key-consortium-invited = ⏳ { $library }
key-consortium-take-lead = Prevzem vodenja
key-consortium-deadline = 🗓 { $name }

consortium-new = <b>Nov konzorcij</b>
consortium-ask-name = Kako se imenuje? Napišite ime.
consortium-preview = Ime: <b>{ $name }</b>
consortium-means = Vodi ga vaša knjižnica. Dokumente partnerjev pričakuje teden dni pred oddajo prijave; dan lahko spremenite.
consortium-founded = Konzorcij je ustanovljen. Povabite partnerje.
consortium-card = <b>Konzorcij »{ $name }«</b>
consortium-lead = ★ { $library }, vodi{ $silent }
consortium-member = • { $library }{ $silent }
consortium-silent = {" "}(v Glasniku zdaj nima predstavnika ali predstavnice)
consortium-is-invited = ⏳ { $library }, povabljena
consortium-invitation-means = Če se pridružite, si z vodilno knjižnico izmenjate ime in povezavo do pogovora. Razpis se vpiše med tiste, ki vas zanimajo.

consortium-choose = Koga povabite v konzorcij »{ $name }«? 🤝 pomeni, da sta že dogovorjeni.
consortium-choose-page = Stran { $page } od { $pages }. Ime lahko tudi napišete.
consortium-invite-question = <b>Povabimo v konzorcij »{ $name }«: { $library }?</b>
consortium-invite-means = Če se pridruži, si izmenjate kontakta: ime, knjižnico in povezavo do pogovora.
consortium-invited = Vabilo je poslano: { $library }.
consortium-invited-nobody = { $library } v Glasniku še nima predstavnika ali predstavnice. Vabilo počaka, obvestite jih še drugače.
consortium-theirs = { $library } je na tem razpisu že v drugem konzorciju.
consortium-joined = Vaša knjižnica je zdaj v konzorciju »{ $name }«.
consortium-was-refused = Vabilo v konzorcij »{ $name }« je zavrnjeno. Vodilna knjižnica to izve.

consortium-name-another =
    <b>Kdo naj vodi konzorcij »{ $name }«?</b>
    Preden izstopite, izberite naslednico. O tem jo obvestimo.
consortium-leave-question =
    <b>Izstopite iz konzorcija »{ $name }«?</b>
    O tem obvestimo vodilno knjižnico: { $lead }.
consortium-hand-question =
    <b>Izstopite in predate vodenje konzorcija »{ $name }«?</b>
    Odslej ga vodi: { $library }.
consortium-end-question =
    <b>Izstopite iz konzorcija »{ $name }«?</b>
    V njem ni nikogar drugega, zato preneha. Odprta vabila ugasnejo.
consortium-left = Vaša knjižnica ni več v konzorciju »{ $name }«. Obveščena je vodilna knjižnica: { $lead }.
consortium-handed = Vaša knjižnica ni več v konzorciju »{ $name }«. Odslej ga vodi: { $library }.
consortium-ended = Konzorcij »{ $name }« je prenehal, ker v njem ni več nikogar.
consortium-put-out-which = <b>Koga odstranite iz konzorcija »{ $name }«?</b>
consortium-put-out-invited = ⏳ pomeni, da je knjižnica povabljena.
consortium-put-out-question =
    <b>Odstranimo iz konzorcija »{ $name }«: { $library }?</b>
    O tem jo obvestimo. Na roke konzorcija je ne opominjamo več.
consortium-uninvite-question =
    <b>Umaknemo vabilo v konzorcij »{ $name }«: { $library }?</b>
    Odslej se ne more več pridružiti.
consortium-put-out = Ni več v konzorciju: { $library }. O tem jo obvestimo.
consortium-uninvited = Vabilo je umaknjeno: { $library }.
consortium-you-lead = Konzorcij odslej vodi vaša knjižnica. Druge članice to izvedo.
consortium-led = Vodilna knjižnica je v Glasniku zastopana, zato vodenje lahko preda le sama.

consortium-invitation =
    <b>Vabilo v konzorcij »{ $name }«</b>
    Vabi: { $library }
consortium-has-joined = <b>V konzorciju »{ $name }« je nova članica: { $library }</b>
consortium-has-refused = Konzorciju »{ $name }« se ne pridruži: { $library }.
consortium-has-left = <b>Iz konzorcija »{ $name }« izstopa: { $library }</b>
consortium-is-out =
    <b>Vaša knjižnica ni več v konzorciju »{ $name }«</b>
    Tako je odločila vodilna knjižnica: { $library }.
consortium-is-handed =
    <b>Konzorcij »{ $name }« odslej vodi vaša knjižnica</b>
    Dosedanja vodilna knjižnica izstopa: { $library }.
consortium-is-led = <b>Konzorcij »{ $name }« odslej vodi: { $library }</b>
consortium-is-silent =
    <b>{ $library } v Glasniku zdaj nima predstavnika ali predstavnice</b>
    Če vodi konzorcij »{ $name }«, lahko vodenje prevzamete na njegovi kartici.
consortium-has-struck = <b>V konzorciju »{ $name }« odpade rok</b>
consortium-has-moved = <b>Nov rok v konzorciju »{ $name }«</b>

# Granted projects

key-project = Naš projekt
key-project-new = Nov rok
key-project-new-consortium = Nov rok konzorcija
key-project-change = Spremeni
key-project-strike = Izbris
key-project-set = Shrani
key-project-edit-kind = Vrsta
key-project-edit-label = Ime
key-project-edit-day = Dan in ura
key-project-all-day = Do konca dneva
project-card = <b>Naš projekt</b>
project-none = Rokov še ni. Ko dodate mejnik ali poročilo, opomnimo kot pri prijavi.
project-of = Konzorcij »{ $name }«
project-met = ✓ Opravljeno, opomnikov ne bo več.
project-of-library = <b>Rok našega projekta</b>
project-of-consortium = <b>Rok konzorcija</b>
project-ask-kind = Kaj dodajate?
project-ask-label = Kako se imenuje? Napišite na primer »Vmesno poročilo«.
project-ask-day = Kdaj? Izberite dan ali napišite, na primer »12. 5. 2027 ob 12.00«.
project-ask-hour = Do katere ure?
project-choose = Izberite eno od možnosti na gumbih.
project-means = Opomnimo kot pri prijavi, dokler rok ni opravljen.
project-set = Rok je shranjen.
project-set-for-all = Rok je shranjen. Članice konzorcija to kmalu izvedo.
project-struck = Rok je izbrisan.
project-struck-for-all = Rok je izbrisan. Članice konzorcija to izvedo.
project-strike-question = <b>Izbrišemo ta rok? Opomnikov zanj ne bo.</b>
