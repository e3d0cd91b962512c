# Seats: what is mine, offers, the waiting list, questions, giving a seat to a colleague, calendars.

home-answer = { $count ->
    [one] 🎟 { $count } mesto čaka na vaš odgovor
    [two] 🎟 { $count } mesti čakata na vaš odgovor
    [few] 🎟 { $count } mesta čakajo na vaš odgovor
   *[other] 🎟 { $count } mest čaka na vaš odgovor
}
home-waits = { $count ->
    [one] ⏳ Ste v { $count } čakalni vrsti
    [two] ⏳ Ste v { $count } čakalnih vrstah
    [few] ⏳ Ste v { $count } čakalnih vrstah
   *[other] ⏳ Ste v { $count } čakalnih vrstah
}

# The card

key-accept = Sprejmem
key-refuse = Ne, hvala
key-refuse-sure = Prepustim mesto
key-take = Vzamem mesto
key-leave-list = Iz vrste
key-wait-again = Premislim si
key-register-all = Prijava na vse ({ $count })
key-register-others = Še drugi termini ({ $count })
key-my-answers = Odgovori
key-my-events = Moji dogodki
key-event-calendar = V koledar
key-event-calendar-off = Iz koledarja

event-speakers = 🎤 { $names }
event-speaker = 🎤 { $name }
event-opens = Prijave se odprejo { $when }. Mest je { $capacity }.
event-library-full = { $count ->
    [one] { $count } mesto vaše knjižnice je že oddano. Prijavite se lahko v čakalno vrsto.
    [two] { $count } mesti vaše knjižnice sta že oddani. Prijavite se lahko v čakalno vrsto.
    [few] { $count } mesta vaše knjižnice so že oddana. Prijavite se lahko v čakalno vrsto.
   *[other] { $count } mest vaše knjižnice je že oddanih. Prijavite se lahko v čakalno vrsto.
}
event-full-waiting = { $count ->
    [one] Vsa mesta so zasedena, v čakalni vrsti je { $count } oseba.
    [two] Vsa mesta so zasedena, v čakalni vrsti sta { $count } osebi.
    [few] Vsa mesta so zasedena, v čakalni vrsti so { $count } osebe.
   *[other] Vsa mesta so zasedena, v čakalni vrsti je { $count } oseb.
}
event-checked-in = ✅ Tu ste, prihod je zabeležen.
event-offered = 🎟 Mesto je vaše { $until }. Do takrat ga sprejmite ali prepustite naslednjim.
event-offer-over = Ponudba mesta je potekla.
event-refused = Mesto ste prepustili naslednjim. Premislite si lahko { $until }.
event-first-come = 🎟 Eno mesto je prosto: dobi ga, kdor ga prvi vzame.
event-in-list = ⏳ { $position ->
    [1] V čakalni vrsti ste prvi; ko se mesto sprosti, vam ga ponudimo.
    [2] V čakalni vrsti ste drugi; ko se mesto sprosti, vam ga ponudimo.
    [3] V čakalni vrsti ste tretji; ko se mesto sprosti, vam ga ponudimo.
    [4] V čakalni vrsti ste četrti; ko se mesto sprosti, vam ga ponudimo.
    [5] V čakalni vrsti ste peti; ko se mesto sprosti, vam ga ponudimo.
    [6] V čakalni vrsti ste šesti; ko se mesto sprosti, vam ga ponudimo.
    [7] V čakalni vrsti ste sedmi; ko se mesto sprosti, vam ga ponudimo.
    [8] V čakalni vrsti ste osmi; ko se mesto sprosti, vam ga ponudimo.
    [9] V čakalni vrsti ste deveti; ko se mesto sprosti, vam ga ponudimo.
    [10] V čakalni vrsti ste deseti; ko se mesto sprosti, vam ga ponudimo.
   *[other] V čakalni vrsti ste { $position }.; ko se mesto sprosti, vam ga ponudimo.
}
event-in-list-late = ⏳ Ste v čakalni vrsti. Do začetka je malo časa: če se mesto sprosti, ga dobi, kdor ga prvi vzame.
event-free-until = Odpoved brez razloga je mogoča { $until }.
event-not-free = Odpoved je še mogoča; prosili vas bomo za razlog.

# Asking for a seat

event-seated-reminders = Imate mesto. Opomnili vas bomo { $when } prej.
event-lead-month = mesec dni
event-lead-week = teden dni
event-lead-days = tri dni
event-lead-day = en dan
event-lead-hours = dve uri
event-leads = { $first } in { $last }
event-waiting = { $position ->
    [1] Vsa mesta so zasedena. V čakalni vrsti ste prvi; ko se mesto sprosti, vam ga ponudimo.
    [2] Vsa mesta so zasedena. V čakalni vrsti ste drugi; ko se mesto sprosti, vam ga ponudimo.
    [3] Vsa mesta so zasedena. V čakalni vrsti ste tretji; ko se mesto sprosti, vam ga ponudimo.
    [4] Vsa mesta so zasedena. V čakalni vrsti ste četrti; ko se mesto sprosti, vam ga ponudimo.
    [5] Vsa mesta so zasedena. V čakalni vrsti ste peti; ko se mesto sprosti, vam ga ponudimo.
    [6] Vsa mesta so zasedena. V čakalni vrsti ste šesti; ko se mesto sprosti, vam ga ponudimo.
    [7] Vsa mesta so zasedena. V čakalni vrsti ste sedmi; ko se mesto sprosti, vam ga ponudimo.
    [8] Vsa mesta so zasedena. V čakalni vrsti ste osmi; ko se mesto sprosti, vam ga ponudimo.
    [9] Vsa mesta so zasedena. V čakalni vrsti ste deveti; ko se mesto sprosti, vam ga ponudimo.
    [10] Vsa mesta so zasedena. V čakalni vrsti ste deseti; ko se mesto sprosti, vam ga ponudimo.
   *[other] Vsa mesta so zasedena. V čakalni vrsti ste { $position }.; ko se mesto sprosti, vam ga ponudimo.
}
event-waiting-late = Vsa mesta so zasedena, ste v čakalni vrsti. Do začetka je malo časa: če se mesto sprosti, ga dobi, kdor ga prvi vzame.
event-waiting-library = Vaša knjižnica že ima vsa svoja mesta. V čakalni vrsti ste { $position }.; ko se katero sprosti, vam ga ponudimo.

series-done = Vsi termini hkrati:
series-date = • { $when }: { $what }
series-more = { $count ->
    [one] • in še { $count } termin; vidite ga med svojimi dogodki
    [two] • in še { $count } termina; vidite ju med svojimi dogodki
    [few] • in še { $count } termini; vidite jih med svojimi dogodki
   *[other] • in še { $count } terminov; vidite jih med svojimi dogodki
}
series-seated = imate mesto
series-already = mesto ste že imeli
series-already-waiting = ste že v čakalni vrsti
series-waiting = v čakalni vrsti ste { $position }.
series-not-open = prijave še niso odprte
series-asks = najprej odgovorite na vprašanja na kartici
series-closed = prijava ni več mogoča

# Giving up

event-leave-list-question =
    <b>Odpoved: »{ $title }«, { $when }</b>
    Vaše mesto v čakalni vrsti dobi naslednji. Želite izstopiti iz vrste?
event-left-list = Niste več v čakalni vrsti.
event-unregister-title = <b>Odpoved: »{ $title }«, { $when }</b>
event-reason-ask =
    Do začetka je malo časa, zato razlog sporočimo strokovni službi.
    Zakaj ne morete priti? Izberite razlog ali ga napišite.
event-reason-given = Razlog: { $reason }
event-reason-sure = Mesto se takoj sprosti za druge. Želite odpovedati prijavo?
event-reason-ill = bolezen
event-reason-work = delo v knjižnici
event-reason-travel = težave s prevozom
key-other-reason = Drug razlog
event-unregistered-late = Prijava je odpovedana, strokovna služba je obveščena. Hvala, da ste sporočili.
event-unregister-checked-in = Prihod je že zabeležen, zato odpoved ni mogoča.

# Offers

refuse-question =
    <b>Mesto na dogodku »{ $title }«</b>
    Če ga prepustite, ga takoj ponudimo naslednjim. Premislite si lahko { $until }.
offer-refused = Mesto ste prepustili naslednjim. Če si premislite { $until }, spet čakate na svojem starem mestu.
offer-back = Spet čakate na svojem starem mestu v vrsti.
offer-taken = Mesto je pravkar dobil nekdo drug. V čakalni vrsti ostanete.
offer-gone = Ta ponudba ne velja več.
offer-gone-join = Ta ponudba ne velja več. Spet se lahko prijavite v čakalno vrsto.
offer-gone-register = Ta ponudba ne velja več. Mesto je zdaj prosto; lahko se prijavite.

offered = 🎟 <b>Prosto mesto za vas: »{ $title }«</b>
offered-when = { $when }, { $where }.
lapsed = <b>Ponudba mesta je potekla: »{ $title }«</b>
lapsed-join = Mesto smo ponudili naslednjemu v vrsti. Če vas še zanima, se lahko spet prijavite v čakalno vrsto.
lapsed-register = Mesto je zdaj prosto. Če vas še zanima, se lahko prijavite.
lapsed-closed = Prijave so zaprte, zato se v čakalno vrsto ni več mogoče prijaviti.
first-come = 🎟 <b>Prosto mesto: »{ $title }«</b>
first-come-take = Do začetka je malo časa, zato ga dobi, kdor ga prvi vzame.
late = <b>Pozna odpoved: »{ $title }«, { $when }</b>
late-who = { $name }, { $library }
late-nobody = Oseba je medtem odšla iz združenja.
entered = <b>Imate mesto: »{ $title }«</b>
entered-speaks = <b>Predavate na dogodku »{ $title }«</b>
entered-list = <b>V čakalni vrsti ste: »{ $title }«</b>
taken-off = <b>Prijava ne velja več: »{ $title }«, { $when }</b>
taken-off-means = Prijavo je umaknila strokovna služba. Če ne veste, zakaj, jo vprašajte.
called-off-means-list = Dogodka ne bo, čakalna vrsta je razpuščena.

# Changes

changed = ✏️ <b>Sprememba: »{ $title }«</b>
changed-time = 🗓 { $when }
changed-place = 📍 { $where }
changed-before = prej: { $was }
changed-link = 🔗 Povezava je nova; kdor ima mesto, jo vidi na kartici dogodka.
changed-no-link = 🔗 Povezave ni več.
changed-no-more = Če vam ne ustreza več, prijavo odpovejte.
news-about = Gre za obvestilo o spremembi dogodka.

# Questions

question-asked = <b>{ $text }</b>
question-answered = { $question }: { $answer }
question-now = Zdaj: { $answer }
question-choose = Izberite odgovor.
question-choose-or-skip = Izberite odgovor ali vprašanje preskočite.
question-type = Napišite odgovor.
question-type-or-skip = Napišite odgovor ali vprašanje preskočite.
answer-choose = Tega odgovora ni na izbiro. Izberite enega od gumbov. Vse drugo je shranjeno.
answers-ready-register = Je vse prav?
answers-ready-series = Je vse prav? Odgovori veljajo za vse termine.
answers-ready-swap = Je vse prav? Mesto dobite, ko ga sprejmete.
answers-ready-change = To so vaši odgovori.
key-answers-register = Prijava
key-answers-series = Prijava na vse
key-answers-swap = Sprejmem
key-answers-change = Shrani
key-resume-answers = Nadaljuj
answers-wait =
    <b>Odgovori za drug dogodek čakajo</b>
    Lahko nadaljujete z njimi. Če začnete znova, se izbrišejo.
answers-missing = Vprašanja so se medtem spremenila. Odgovorite še na tega, vse drugo je shranjeno.
answers-kept = Odgovori so shranjeni.
answers-closed = Prijave so zaprte, zato odgovorov ni več mogoče spremeniti. Veljajo prejšnji.

# Giving a seat to a colleague

key-give-seat = Zamenjava
key-give-sure = Ponudim
key-keep-seat = Obdržim mesto
key-withdraw-swap = Umik ponudbe
key-our-seats = Naša mesta
swap-given = 🔁 Mesto je ponujeno: { $name }, čas za odgovor { $until }. Dokler ga ne sprejme, se nič ne spremeni.
swap-asked = 🔁 { $name } vam prepušča mesto. Vaše je, če ga sprejmete { $until }.
swap-asked-by-library = 🔁 Knjižnica vam ponuja mesto, ki ga ima zdaj { $name }. Vaše je, če ga sprejmete { $until }.
swap-asked-by-nobody = 🔁 Knjižnica vam prepušča mesto. Vaše je, če ga sprejmete { $until }.
our-seats = { $count ->
    [one] Vaša knjižnica ima { $count } mesto. Izberite, čigavo naj dobi kdo drug.
    [two] Vaša knjižnica ima { $count } mesti. Izberite, čigavo naj dobi kdo drug.
    [few] Vaša knjižnica ima { $count } mesta. Izberite, čigavo naj dobi kdo drug.
   *[other] Vaša knjižnica ima { $count } mest. Izberite, čigavo naj dobi kdo drug.
}
our-seats-none = Iz vaše knjižnice nima mesta nihče.
swap-choose = Komu želite prepustiti mesto? Izberite sodelavko ali sodelavca. Mesto je vaše, dokler ga ne sprejme.
swap-choose-for = Kdo naj dobi mesto namesto: { $name }? Izberite sodelavko ali sodelavca.
swap-no-colleagues = Iz vaše knjižnice ni nikogar, ki bi mu mesto lahko prepustili: vsi že imajo mesto ali še niso v Glasniku.
swap-question =
    <b>Mesto ponujate: { $name }</b>
    Čas za odgovor ima { $until }; dokler mesta ne sprejme, je vaše in si lahko premislite. Čakalna vrsta se ne spremeni.
swap-question-for =
    <b>Zamenjava: { $owner } → { $name }</b>
    Čas za odgovor ima { $until }. Ko mesto sprejme, sporočimo tudi osebi, ki ga izgubi. Čakalna vrsta se ne spremeni.
swap-offered = Mesto je ponujeno: { $name }, čas za odgovor { $until }. O odgovoru vas obvestimo.
swap-pending = To mesto je že ponujeno sodelavki ali sodelavcu, čas za odgovor { $until }. Ponudbo lahko prej umaknete.
swap-no-colleague = Tej osebi mesta ni mogoče prepustiti: ni iz iste knjižnice ali mesto že ima.
swap-gone = Tega mesta ni več mogoče prepustiti ali prevzeti.
swap-checked-in = Prihod je že zabeležen, zato zamenjava ni mogoča.
swap-over = Dogodek se je že začel, zato zamenjava ni mogoča.
swap-left-list = Vaše mesto v čakalni vrsti je s tem sproščeno.
swap-done-refused = Mesto ostane, čigar je bilo. Sporočimo, da ga ne boste prevzeli.
swap-done-taken-back = Ponudba je umaknjena, mesto ostane.
swap-late-accepted = Zamenjava je že opravljena, mesta ni več mogoče vzeti nazaj.
swap-late-refused = Ponudba je že zavrnjena, mesto ostane, čigar je bilo.
swap-late-taken-back = Ponudba mesta je umaknjena.
swap-late-lapsed = Čas za odgovor je potekel, mesto ostane, čigar je bilo.
swap-answered-accepted-mine = 🔁 Mesto, ki je bilo vaše, ima zdaj { $name }. Hvala, da ste poskrbeli za zamenjavo.
swap-answered-accepted-theirs = 🔁 Zamenjava je opravljena: { $owner } → { $name }.
swap-answered-refused-mine = 🔁 { $name } mesta ne more prevzeti; še vedno je vaše. Ponudite ga lahko komu drugemu ali odpovejte prijavo.
swap-answered-refused-theirs = 🔁 Zamenjave ne bo: { $owner } → { $name }. Mesto ostane, čigar je bilo.
swap-answered-lapsed-mine = 🔁 Odgovora ni bilo: { $name }. Mesto je še vedno vaše; ponudite ga lahko komu drugemu ali odpovejte prijavo.
swap-answered-lapsed-theirs = 🔁 Odgovora ni bilo, zamenjave ne bo: { $owner } → { $name }.
swap-was-given = 🔁 Vaše mesto ima zdaj { $name }. Zamenjavo je uredila vaša knjižnica.

# Calendars

event-calendar-file = dogodek.ics
event-calendar = 🗓 Odprite datoteko in »{ $title }« je v vašem koledarju. Če se dogodek spremeni, dobite novo.
event-calendar-off = 🗓 Odprite datoteko in odpovedani dogodek »{ $title }« izgine iz koledarja ali se v njem prečrta.
event-calendar-cancelled = Odpovedano: { $title }
key-own-calendar = Koledar
key-calendar-get = Povezava
key-calendar-renew = Nova povezava
key-calendar-drop = Izbriši
own-calendar-name = Glasnik
own-calendar-none =
    <b>Moj koledar</b>
    Dobite lahko skrivno povezavo, ki jo dodate v svoj koledar (Google, Apple, Outlook). V njem bodo vedno dogodki, na katerih imate mesto.
own-calendar-there =
    <b>Moj koledar</b>
    Vaša povezava velja od { $when }. Prikazali smo jo samo enkrat; če je nimate več, naredite novo.
own-calendar-link =
    <b>Moj koledar</b>
    { $link }
    V svojem koledarju izberite »dodaj iz naslova« in prilepite povezavo. Kdor jo ima, vidi vaše dogodke, zato je ne delite.
    Prikazana je samo zdaj; novo lahko naredite kadar koli.
own-calendar-renew =
    <b>Nova povezava do koledarja</b>
    Stara neha veljati takoj in koledarji, ki jo imajo, se ne osvežujejo več. Želite novo?
own-calendar-drop =
    <b>Izbris povezave do koledarja</b>
    Koledarji, ki jo imajo, se ne osvežujejo več. Jo želite izbrisati?
own-calendar-dropped = Povezava je izbrisana.
own-calendar-nowhere = Koledarja na povezavi tu ni. Posamezen dogodek dodate v koledar s kartice dogodka.
