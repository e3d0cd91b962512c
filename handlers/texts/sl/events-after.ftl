# After an event: who was there, certificates, the survey.

key-attendance = Udeležba
key-attendance-confirm = Potrdi označene
key-attendance-all = Potrdi vse
key-certificate = Potrdilo
key-certificate-make = Pripravi potrdilo
key-certificate-name = Popravi ime
key-guests = Potrdila gostov
key-record = Moja udeležba
key-record-paper = PDF
key-survey = Odziv
key-survey-stars = { $stars } ★
key-survey-write = Napiši mnenje
key-survey-send = Pošlji
key-survey-chart = Grafikon
key-survey-sheet = Preglednica

attendance-card = 📋 <b>Udeležba: »{ $title }«</b>
attendance-proposed = Označeni: <b>{ $came }</b> od { $seated }
attendance-count = Udeležba: <b>{ $came }</b> od { $seated }
attendance-how = Označeni so vsi, ki so se vpisali na vhodu. Po potrebi popravite seznam, nato potrdite.
attendance-confirmed = Udeležba je potrjena, udeleženci dobijo potrdila. Če je kaj narobe, popravite seznam.
attendance-not-over = Udeležbo potrdite, ko se dogodek konča.
attendance-ask = { $count ->
    [one] <b>Udeležba: »{ $title }«</b>. Ali potrjujete, da je bila na dogodku { $count } oseba?
    [two] <b>Udeležba: »{ $title }«</b>. Ali potrjujete, da sta bili na dogodku { $count } osebi?
    [few] <b>Udeležba: »{ $title }«</b>. Ali potrjujete, da so bile na dogodku { $count } osebe?
   *[other] <b>Udeležba: »{ $title }«</b>. Ali potrjujete, da je bilo na dogodku { $count } oseb?
}
attendance-ask-means = Kdor med njimi je v Glasniku, dobi sporočilo, da je potrdilo na voljo.
attended = ✅ Vaša udeležba je potrjena: »{ $title }«.
attended-means = Potrdilo lahko dobite kadar koli, tudi v nastavitvah pod »Moja udeležba«.

certificate-card = 🎓 <b>Potrdilo: »{ $title }«</b>
certificate-ask-name = Napišite ime in priimek, kot naj bosta na potrdilu.
certificate-name-kept = Shranita se samo na tem potrdilu, nikjer drugje.
certificate-misread = Napišite ime in priimek samo s črkami, na primer »Ana Novak«.
certificate-ask-sure = Na potrdilu bo pisalo: <b>{ $name }</b>
certificate-given = { $number }, { $name }
certificate-same = Potrdilo je v datoteki spodaj. Kadar ga odprete znova, ima isto številko.
certificate-caption = { $number }
certificate-file = potrdilo-{ $number }.pdf
certificate-guests = Izberite osebo: potrdilo dobite vi in ga izročite ali pošljete naprej.
certificate-no-guests = Gostov na tem dogodku ni bilo.
certificate-not-yet = Udeležba še ni potrjena. Ko bo, dobite sporočilo in potrdilo.
certificate-not-there = Za ta dogodek vaša udeležba ni potrjena, zato potrdila ni. Če ste bili na njem, povejte strokovni službi.

certificate-heading = Potrdilo o udeležbi
certificate-given-to = prejme
certificate-for = za udeležbo na dogodku
certificate-number = Št. { $number }/{ $year }
certificate-days = { $first } – { $last }
certificate-hours = { $hours ->
    [one] { $hours } ura
    [two] { $hours } uri
    [few] { $hours } ure
   *[other] { $hours } ur
}
certificate-issued = Izdano: { $day }
certificate-check = Pristnost preverite s kodo ali na naslovu { $link }
certificate-check-chat = Pristnost preverite s kodo, ki odpre Glasnik v Telegramu. Oznaka: { $code }
certificate-genuine = Potrdilo je pristno
certificate-not-genuine = Takega potrdila ni. Preverite, ali je oznaka prepisana v celoti.
certificate-initials = Na ime: { $initials }
certificate-no-name = Ime je na željo osebe izbrisano.
certificate-line = { $line }
certificate-line-first = ✅ <b>{ $line }</b>

record-card = 🎓 <b>Moja udeležba</b>
record-none = Tu bodo dogodki, na katerih je vaša udeležba potrjena.
record-count = { $count ->
    [one] Udeležba na { $count } dogodku.
    [two] Udeležba na { $count } dogodkih.
    [few] Udeležba na { $count } dogodkih.
   *[other] Udeležba na { $count } dogodkih.
}
record-hours = { $hours ->
    [one] Skupaj { $hours } ura.
    [two] Skupaj { $hours } uri.
    [few] Skupaj { $hours } ure.
   *[other] Skupaj { $hours } ur.
}
record-choose = Izberite dogodek in dobite potrdilo.
record-heading = Evidenca udeležbe
record-whose = { $name }, { $library }
record-column-day = Datum
record-column-event = Dogodek
record-column-hours = Ure
record-column-certificate = Potrdilo
record-day = { $day }. { $month }. { $year }
record-made = Sestavljeno: { $day }
record-file = udelezba.pdf
record-caption = { $count ->
    [one] Vaša udeležba: { $count } dogodek.
    [two] Vaša udeležba: { $count } dogodka.
    [few] Vaša udeležba: { $count } dogodki.
   *[other] Vaša udeležba: { $count } dogodkov.
}

survey-ask = Kako ste zadovoljni z dogodkom »{ $title }«? Izberite od 1 do 5 zvezdic.
survey-anonymous = Ocena je anonimna: šteje se samo število zvezdic. Zato je pozneje ni mogoče spremeniti.
survey-rated = Hvala, ocena je zabeležena.
survey-more = Lahko tudi napišete, kaj je bilo dobro in kaj bi bilo treba izboljšati.
survey-once = Ta dogodek ste že ocenili. Ocene ni mogoče spremeniti, ker se ne ve, katera je vaša.
survey-both-once = Oceno in mnenje ste že oddali. Ni ju mogoče spremeniti, ker se ne ve, katera sta vaša.
survey-not-there = Ocenijo ga lahko samo tisti, ki so bili na dogodku.
survey-ask-text = Kaj menite o dogodku »{ $title }«? Napišite v enem sporočilu.
survey-apart = Mnenje se shrani brez imena in časa, ločeno od zvezdic.
survey-few = Na dogodku vas je bilo malo, zato vas lahko izda vsebina mnenja.
survey-nothing = Sporočilo je prazno. Napišite, kaj menite.
survey-too-long = Besedilo je predolgo: { $count } znakov, dovoljenih je { $most }. Pošljite krajše.
survey-check = Tako bo mnenje prišlo do strokovne službe:
survey-text = { $text }
survey-other = Če želite drugačno, ga napišite na novo. Poslanega ni več mogoče spremeniti.
survey-kept = Hvala, mnenje je poslano.

survey-card = ⭐ <b>Odziv: »{ $title }«</b>
survey-answers = Odgovori: { $answers }, udeležba: { $came }
survey-too-few = Odgovori se pokažejo, ko so vsaj trije.
survey-mean = Povprečje: <b>{ $mean }</b> od 5
survey-counts = 5 ★ { $n5 } · 4 ★ { $n4 } · 3 ★ { $n3 } · 2 ★ { $n2 } · 1 ★ { $n1 }
survey-said = 💬{ " " }
survey-stars = { $stars } ★
survey-file = odziv.xlsx
survey-sheet-stars = Zvezdice
survey-sheet-texts = Mnenja
survey-column-stars = Zvezdice
survey-column-count = Odgovori
survey-column-text = Mnenje
