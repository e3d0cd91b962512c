# Joining, settings, and what the office does with members.

role-librarian = knjižničar/ka
role-deputy = namestnik/ca
role-delegate = predstavnik/ca
role-staff = strokovna služba
role-admin = skrbnik/ca

standing-in-library = { $role }, { $library }
standing-staff = strokovna služba združenja
standing-admin = skrbnik/ca, strokovna služba združenja

# Home

home-role-waits = ⏳ Vloga »{ $role }« čaka na potrditev strokovne službe
home-others-wait = { $count ->
    [one] ⏳ { $count } oseba čaka na potrditev vloge
    [two] ⏳ { $count } osebi čakata na potrditev vloge
    [few] ⏳ { $count } osebe čakajo na potrditev vloge
   *[other] ⏳ { $count } oseb čaka na potrditev vloge
}

# Invites, for those who are invited

key-join = Pridružim se
key-not-now = Ne zdaj
invite-offer =
    <b>Vabilo v Glasnik</b>
    Tu se Združenje splošnih knjižnic pogovarja s članicami: dogodki, javne obravnave, razpisi.
invite-change = <b>Vabilo spremeni vašo vlogo</b>
invite-standing = 🏛 { $standing }
invite-now = Zdaj: { $standing }
invite-then = Po vabilu: { $standing }
invite-needs-confirming = Vlogo potrdi strokovna služba; do takrat veljajo pravice vloge »knjižničar/ka«.
invite-role-ends = Vloga »{ $role }« v dosedanji knjižnici preneha.
invite-already = S tem vabilom se nič ne spremeni. Vaša vloga: { $standing }.
invite-wrong = Ta povezava ne pripada nobenemu vabilu. Preverite, ali ste jo prepisali v celoti, ali prosite strokovno službo združenja za novo.
invite-used-up = Vabilo so že uporabili vsi, ki jim je bilo namenjeno. Za novo prosite svojo knjižnico ali strokovno službo združenja.
invite-expired = Vabilo je poteklo. Za novo prosite svojo knjižnico ali strokovno službo združenja.
invite-revoked = Strokovna služba je vabilo preklicala. Če menite, da je to pomota, jo prosite za novo.
invite-too-many-tries = Preveč poskusov z napačnimi povezavami. Poskusite znova čez eno uro.
invite-not-now = Nič se ni spremenilo. Ko se odločite, znova odprite povezavo iz vabila.

joined-welcome = Dobrodošli, { $name }!
joined-changed = Vaša vloga je spremenjena.
joined-waits = Vloga »{ $role }« čaka na potrditev strokovne službe. Odločitev vam sporočimo.

# Settings

key-settings = Nastavitve
key-other-language = English
key-quiet-hours = Nočni mir
key-my-data = Moji podatki
key-forget-me = Pozabi me
key-quiet = { $start }.00–{ $end }.00
key-quiet-never = Brez nočnega miru
settings-card = <b>Nastavitve</b>
settings-standing = { $name }, { $standing }
settings-language = Jezik: slovenščina
settings-quiet = Nočni mir: od { $start }.00 do { $end }.00
settings-quiet-never = Nočni mir: izklopljen
settings-quiet-why = V tem času ne pošiljamo opomnikov in obvestil; počakajo do jutra. Izberite čas:
my-data-file = glasnik-moji-podatki.json
my-data = Vse, kar je o vas shranjeno v Glasniku.
forget-question =
    <b>Izbris vaših podatkov</b>
    • Mesta na prihodnjih dogodkih se sprostijo.
    • Pri preteklih dogodkih ostane le knjižnica, brez vas.
    • Nastavitve, osnutki in sporočila se izbrišejo, vloga preneha.
    • Za vrnitev potrebujete novo vabilo.
forget-office = • Vaša vabila v strokovno službo se prekličejo.
forget-sure = Izbrisanega ni mogoče povrniti. Nadaljujete?
forgotten = Vaši podatki so izbrisani. Pogovor v Telegramu lahko izbrišete sami. Z novim vabilom se lahko kadar koli vrnete.
forget-last-admin = Izbris ni mogoč, ker ste edina oseba z vlogo »skrbnik/ca«. Najprej jo dodelite še komu: /urad

# Members, for the office

key-members = Članice
key-find = Iskanje
key-confirmations = Potrditve
key-invites = Vabila
key-new-invite = Novo vabilo
key-office-people = Strokovna služba
key-library = { $name } ·{"\u00A0"}{ $count }
key-person = { $name } · { $role }
key-person-waiting = ⏳ { $name } · { $role }
key-waiting = { $name } · { $role }, { $town }
key-found-person = { $name } · { $place }
key-open-person = Oseba
key-confirm = Potrditev
key-decline = Zavrnitev
key-role = Vloga
key-other-library = Druga knjižnica
key-move = Premestitev
key-remove = Odstranitev
nobody = še nihče

members-card = <b>Članice</b>
members-libraries = { $count ->
    [one] { $count } knjižnica
    [two] { $count } knjižnici
    [few] { $count } knjižnice
   *[other] { $count } knjižnic
}
members-people = { $count ->
    [one] { $count } oseba
    [two] { $count } osebi
    [few] { $count } osebe
   *[other] { $count } oseb
}
members-waiting = { $count ->
    [one] { $count } oseba čaka na potrditev vloge
    [two] { $count } osebi čakata na potrditev vloge
    [few] { $count } osebe čakajo na potrditev vloge
   *[other] { $count } oseb čaka na potrditev vloge
}
members-choose = Izberite knjižnico; število ob imenu pove, koliko oseb je v njej. Stran { $page } od { $pages }.
library-card = <b>{ $name }</b>
library-place = { $town }, { $kind }
library-kind-general = splošna
library-kind-central = osrednja območna
library-holders = { $role }: { $names }
office-people-card = <b>Strokovna služba združenja</b>
confirmations-card = <b>Potrditve</b>
confirmations-none = Nihče ne čaka na potrditev vloge.

person-card = <b>{ $name }</b>
person-standing = { $standing }
person-waits = ⏳ Čaka na potrditev: { $role }
roles-question = Katera vloga naj velja odslej?
roles-office-moves = Vlogo v knjižnici dodelite z gumbom »Druga knjižnica« na kartici osebe.
role-question =
    <b>{ $name }: nova vloga »{ $role }«</b>
    { $what } Nadaljujete?
role-may-staff = Ta vloga ureja dogodke in članice in vidi vse osebe.
role-may-admin = Ta vloga lahko vse, tudi imenuje in razrešuje strokovno službo.
move-question = <b>{ $name }: premestitev v drugo knjižnico</b>
move-to = Nova knjižnica: { $library }. Vloga bo knjižničar/ka. Nadaljujete?
move-role-ends = Sedanja vloga »{ $role }« preneha.
remove-question =
    <b>Odstranitev: { $name }</b>
    Pravice prenehajo takoj, mesta na prihodnjih dogodkih se sprostijo. Za vrnitev bo potrebno novo vabilo. Nadaljujete?
removed = { $name }: oseba je odstranjena in nima več pravic.
not-there = Te osebe ali knjižnice ni več med članicami.

role-assigned = Velja: { $name } – { $standing }.
role-declined = Vloga ni potrjena. { $name } o tem prejme sporočilo.
role-unchanged = Nič se ni spremenilo: tako že velja ali pa vloga ne čaka več na potrditev.
role-needs-library = Ta vloga velja v knjižnici. Najprej izberite knjižnico z gumbom »Druga knjižnica«.
role-last-admin = To je edina oseba z vlogo »skrbnik/ca«. Najprej jo dodelite še komu.
role-delegate-taken = Knjižnica že ima osebo z vlogo »predstavnik/ca«: { $name }. Najprej spremenite njeno vlogo.
role-deputies-taken = Knjižnica že ima dve osebi z vlogo »namestnik/ca«: { $first } in { $second }. Najprej spremenite vlogo eni od njiju.

# Finding

find-ask = Koga ali kaj iščete? Napišite ime osebe, kraj ali ime knjižnice; šumniki niso potrebni.
find-ask-library = Katero knjižnico iščete? Napišite kraj ali ime; šumniki niso potrebni.
find-found = Najdeno za »{ $text }«.
find-none = Za »{ $text }« ni zadetkov.
find-again = Za novo iskanje napišite drugo ime ali kraj.
find-nothing-typed = Sporočilo je prazno.

# Invites, for the office

key-invite = { $role } · { $place }
key-revoke = Preklic vabila
key-uses = { $count ->
    [one] { $count } oseba
    [two] { $count } osebi
    [few] { $count } osebe
   *[other] { $count } oseb
}
key-days = { $count ->
    [one] { $count } dan
    [two] { $count } dneva
    [few] { $count } dnevi
   *[other] { $count } dni
}
invites-card = <b>Vabila</b>
invites-live = { $count ->
    [one] Velja { $count } vabilo.
    [two] Veljata { $count } vabili.
    [few] Veljajo { $count } vabila.
   *[other] Velja { $count } vabil.
}
invites-none = Nobeno vabilo ne velja.
invite-card = <b>Vabilo</b>
invite-uses-left = { $left ->
    [one] Uporabi ga lahko še { $left } oseba od { $allowed }.
    [two] Uporabita ga lahko še { $left } osebi od { $allowed }.
    [few] Uporabijo ga lahko še { $left } osebe od { $allowed }.
   *[other] Uporabi ga lahko še { $left } oseb od { $allowed }.
}
invite-days-left = { $count ->
    [one] Velja še { $count } dan.
    [two] Velja še { $count } dneva.
    [few] Velja še { $count } dni.
   *[other] Velja še { $count } dni.
}
revoke-title = <b>Preklic vabila</b>
revoke-question = Povezava in plakati z njo ne bodo nikogar več sprejeli; kdor je že tu, ostane. Nadaljujete?
invite-is-revoked = Vabilo je preklicano.
invite-is-over = To vabilo ne velja več.
new-invite = <b>Novo vabilo</b>
new-invite-role = Za katero vlogo?
new-invite-library = Za katero knjižnico? Izberite jo ali napišite kraj oziroma ime. Stran { $page } od { $pages }.
new-invite-uses = Koliko oseb ga lahko uporabi?
new-invite-days = Kako dolgo naj velja?
invite-made = <b>Vabilo je pripravljeno</b>
invite-holds = { $count ->
    [one] Namenjeno je { $count } osebi. Velja { $days }.
    [two] Namenjeno je { $count } osebama. Velja { $days }.
    [few] Namenjeno je { $count } osebam. Velja { $days }.
   *[other] Namenjeno je { $count } osebam. Velja { $days }.
}
invite-only-now = Pošljite povezavo ali natisnite plakat: pozneje ju ni več mogoče prikazati.
poster-name = Glasnik
poster-about = Dogodki, obravnave in razpisi Združenja splošnih knjižnic v Telegramu
poster-how = Usmerite kamero v kodo in se pridružite.
poster-until = Vabilo velja do { $when }.
poster-words =
    <b>{ $place }</b>
    { $about }. { $how }
    { $until }

# Messages of the bot's own accord

waiting-push = <b>Na potrditev čaka: { $name }, { $role }</b>
waiting-push-place = 🏛 { $place }
waiting-over = Vloga »{ $role }« ne čaka več na potrditev.
waiting-push-why = Do potrditve veljajo pravice vloge »knjižničar/ka«.
decided-confirmed = Vloga »{ $role }« je potrjena in velja.
decided-declined = Strokovna služba vloge »{ $role }« ni potrdila. Za pojasnilo se obrnite nanjo.
decided-changed = Strokovna služba vam je dodelila vlogo »{ $role }«.
decided-office = Delo strokovne službe odprete z ukazom /urad.
