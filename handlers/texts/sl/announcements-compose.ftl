# Writing an announcement.

key-new-announcement = Novo obvestilo
key-only-english = Samo angleško
key-same-for-all = Enako za vse
key-add-event = Dogodek
key-have-read-chosen = ✓ Prebrano (odstrani)
key-drop-button = ✕ { $name }
key-no-buttons = Brez gumbov
key-send = Pošlji
key-to-approval = V potrditev
key-plan = Načrtuj
key-test = Preizkus
key-when = Čas
key-late = Zamuda
key-look = Predogled
key-urgent = Nujno
key-calm = Ni nujno
key-really-urgent = Res je nujno
key-pin = Pripni
key-unpin = Odpni
key-edit-sl = Slovensko sporočilo
key-edit-en = Angleško sporočilo
key-edit-buttons = Gumbi
key-edit-audience = Prejemniki
key-test-all = { $count ->
    [one] Vsem sodelavcem ({ $count })
    [two] Vsem sodelavcem ({ $count })
    [few] Vsem sodelavcem ({ $count })
   *[other] Vsem sodelavcem ({ $count })
}

compose-card = <b>Novo obvestilo</b>
compose-to = 👥 Prejemniki: { $who }
compose-sl = 📝 Slovensko: { $what }
compose-en = 📝 Angleško: { $what }
compose-no-en = Angleškega besedila ni: kdor bere angleško, prejme slovensko.
compose-no-sl = Slovenskega besedila ni: vsi prejmejo angleško.
compose-begins = »{ $text }«
compose-photos = { $count ->
    [one] { $count } slika
    [two] { $count } sliki
    [few] { $count } slike
   *[other] { $count } slik
}
compose-files = { $count ->
    [one] { $count } datoteka
    [two] { $count } datoteki
    [few] { $count } datoteke
   *[other] { $count } datotek
}
compose-buttons = Gumbi: { $names }

compose-ask-sl = Pošljite sporočilo v slovenščini: besedilo, sliko, datoteko ali album. {"{"}ime{"}"} in {"{"}knjižnica{"}"} se pri vsakem prejemniku izpolnita sama.
compose-ask-sl-more = Pošljite še druge slike ali datoteke oziroma napišite besedilo k njim. Ko je vse tu, izberite »Naprej«.
compose-ask-en = Pošljite isto v angleščini ali izberite »Enako za vse«. K samemu besedilu se dodajo slike in datoteke slovenskega sporočila.
compose-ask-en-more = Pošljite še druge slike ali datoteke oziroma napišite angleško besedilo k njim. Ko je vse tu, izberite »Naprej«.
compose-ask-buttons = Kaj naj bo pod obvestilom? Povezavo napišite kot <code>Napis | https://primer.si</code>.
compose-ask-event = Kateri dogodek naj gumb odpre?
compose-no-events = Trenutno ni razpisanih dogodkov.

compose-arrives = 👁 Tako prispe obvestilo:
compose-arrives-sl = 👁 Tako prispe obvestilo v slovenščini:
compose-arrives-en = 👁 Tako prispe obvestilo v angleščini:
compose-only-preview = To je predogled. Pri prejemnikih gumb deluje.
compose-telegram-refuses =
    Telegram tega sporočila ne sprejme: { $reason }
    Popravite sporočilo ali gumbe. Vse je shranjeno.
compose-trial = 🧪 <b>Preizkus.</b> Obvestilo pripravlja { $name }, članice ga še niso prejele:

compose-ready = <b>Obvestilo je pripravljeno</b>
compose-when-now = 🕐 Pošlje se takoj.
compose-when = 🕐 Pošlje se: { $when }
compose-when-repeat = 🔁 { $how }; prvič { $first }
compose-when-past = ⚠️ Izbrani čas je že minil. Izberite drugega.
compose-late-send = Če zamudi, se pošlje pozneje.
compose-late-hold = Če zamudi, počaka na odločitev.
compose-late-skip = Če zamudi, se ne pošlje.
compose-urgent = ❗ Nujno: prispe tudi ponoči.
compose-pinned = 📌 Pripeto: dobijo ga tudi novi.

compose-ask-urgent =
    <b>Ali je res nujno?</b>
    Nujno obvestilo prispe tudi ponoči. Drugo počaka do jutra pri tistih, ki imajo nočni mir.
compose-ask-late = Kaj naj se zgodi, če obvestila ob uri ni mogoče poslati?
key-late-send = Pošlji pozneje
key-late-hold = Počakaj in vprašaj
key-late-skip = Izpusti
compose-ask-test = Komu naj gre preizkus? Prispe takoj in je označen.
compose-no-colleagues = V strokovni službi trenutno ni nikogar drugega, ki bi prejel preizkus.
compose-tested = { $count ->
    [one] Preizkus prejme { $count } oseba.
    [two] Preizkus prejmeta { $count } osebi.
    [few] Preizkus prejmejo { $count } osebe.
   *[other] Preizkus prejme { $count } oseb.
}

compose-ask-day = Kdaj naj se pošlje? Izberite dan ali napišite na primer »jutri ob 9.00«.
compose-ask-hour = Ob kateri uri? Izberite jo ali napišite na primer »9.30«.
compose-ask-every = Kako pogosto naj se pošilja?
compose-ask-weekday = Na kateri dan v tednu?
compose-ask-monthday = Na kateri dan v mesecu? Izberite ali napišite številko od 1 do 31; v krajših mesecih je to zadnji dan.
compose-ask-at = Ob kateri uri? Izberite jo ali napišite na primer »9.30«.
compose-ask-ends = Do kdaj? Izberite, kolikokrat, ali napišite število ali zadnji dan, na primer »30. 6. 2027«.
key-at-once = Takoj
key-repeat = Ponavljanje
key-every-day = Vsak dan
key-every-week = Vsak teden
key-every-month = Vsak mesec
key-first-of-month = Prvi v mesecu
key-last-of-month = Zadnji v mesecu
key-never-ends = Brez konca
key-times = { $count }-krat
key-weekday = { $weekday ->
    [d1] Ponedeljek
    [d2] Torek
    [d3] Sreda
    [d4] Četrtek
    [d5] Petek
    [d6] Sobota
   *[d7] Nedelja
}
repeat-day = Vsak dan ob { $hour }
repeat-week = { $weekday ->
    [d1] Vsak ponedeljek
    [d2] Vsak torek
    [d3] Vsako sredo
    [d4] Vsak četrtek
    [d5] Vsak petek
    [d6] Vsako soboto
   *[d7] Vsako nedeljo
} ob { $hour }
repeat-month = Vsakega { $day }. v mesecu ob { $hour }
repeat-month-last = Zadnji dan vsakega meseca ob { $hour }
repeat-times = { $count ->
    [one] { $every }, { $count }‑krat
    [two] { $every }, { $count }‑krat
    [few] { $every }, { $count }‑krat
   *[other] { $every }, { $count }‑krat
}
repeat-until = { $every }, zadnji dan: { $day }

compose-unsupported = { $kind ->
    [voice] Glasovnega sporočila
    [audio] Zvočnega posnetka
    [video] Videoposnetka
    [video-note] Videosporočila
    [animation] Animacije
    [sticker] Nalepke
    [poll] Ankete
    [location] Lokacije
    [contact] Stika
   *[other] Te vrste sporočila
} tu ni mogoče uporabiti. Pošljite besedilo, sliko ali datoteko. Vse, kar ste vnesli, je shranjeno.
compose-too-big = Datoteka je prevelika: { $size } MB, dovoljenih je { $most } MB. Pošljite manjšo ali povezavo do nje. Vse drugo je shranjeno.
compose-text-too-long = Besedilo je predolgo: { $count } znakov, skupaj z imenom in knjižnico jih gre v sporočilo { $most }. Pošljite krajše. Vse drugo je shranjeno.
compose-caption-too-long = Besedilo k sliki ali datoteki je predolgo: { $count } znakov, dovoljenih je { $most }. Pošljite krajše ali besedilo brez slik. Vse drugo je shranjeno.
compose-too-many-files = V albumu je lahko največ { $most } datotek, ta je { $count }. in ni dodana. Prvih { $most } je shranjenih.
compose-mixed-album = Slike in datoteke ne gredo v isti album. Pošljite samo ene ali druge. Vse drugo je shranjeno.
compose-too-many-buttons = Pod obvestilom je lahko največ { $most } gumbov. Prej katerega odstranite. Vse je shranjeno.
compose-misread-link = Tega ne razumem: »{ $said }«. Napišite napis in povezavo, na primer <code>Program | https://primer.si</code>. Vse drugo je shranjeno.
compose-nothing-yet = Sporočila še ni. Pošljite besedilo, sliko ali datoteko. Vse drugo je shranjeno.
compose-nobody = S tem izborom obvestila ne prejme nihče. Dodajte prejemnike. Vse drugo je shranjeno.
compose-jumped-over = Ura { $said } ni mogoča: marca se ura med 2.00 in 3.00 premakne na poletni čas in tiste noči je ni. Izberite drugo. Vse drugo je shranjeno.
compose-misread-day = Tega dne ne razumem. Napišite številko od 1 do { $most }. Vse drugo je shranjeno.
compose-misread-times = Napišite število od 1 do { $most }. Vse drugo je shranjeno.
compose-misread-end = Tega ne razumem: »{ $said }«. Napišite število ponovitev ali zadnji dan, na primer »30. 6. 2027«. Vse drugo je shranjeno.
compose-ends-too-soon = Do tega dne se obvestilo ne bi poslalo niti enkrat. Izberite poznejšega. Vse drugo je shranjeno.

compose-draft-waits =
    <b>Osnutek obvestila čaka</b>
    Če začnete znova, se osnutek izbriše.
compose-draft-waits-text =
    <b>Osnutek čaka: »{ $text }«</b>
    Če začnete znova, se osnutek izbriše.
compose-past = 🕐 Predvideni čas je minil: obvestilo gre takoj.
compose-cost = { $count ->
    [one] ⭐ Hitro pošiljanje stane največ { $count } zvezdico.
    [two] ⭐ Hitro pošiljanje stane največ { $count } zvezdici.
    [few] ⭐ Hitro pošiljanje stane največ { $count } zvezdice.
   *[other] ⭐ Hitro pošiljanje stane največ { $count } zvezdic.
}
compose-approval = { $count ->
    [0] 👀 Obvestilo mora potrditi še kdo iz strokovne službe, a razen vas v njej ni nikogar. Povabite sodelavca ali sodelavko.
    [one] 👀 Obvestilo gre, ko ga potrdi še kdo iz strokovne službe. Prošnjo dobi { $count } oseba.
    [two] 👀 Obvestilo gre, ko ga potrdi še kdo iz strokovne službe. Prošnjo dobita { $count } osebi.
    [few] 👀 Obvestilo gre, ko ga potrdi še kdo iz strokovne službe. Prošnjo dobijo { $count } osebe.
   *[other] 👀 Obvestilo gre, ko ga potrdi še kdo iz strokovne službe. Prošnjo dobi { $count } oseb.
}
compose-sure = Želite poslati?
compose-nobody-meant = Teh prejemnikov ni mogoče najti. Sporočilo začnite znova.
compose-gone = To obvestilo je že poslano ali izbrisano.

# Who gets it

audience-card = <b>Kdo prejme obvestilo</b>
audience-size = { $people ->
    [one] 👥 { $people } oseba iz { $libraries }
    [two] 👥 { $people } osebi iz { $libraries }
    [few] 👥 { $people } osebe iz { $libraries }
   *[other] 👥 { $people } oseb iz { $libraries }
}
audience-libraries = { $count ->
    [one] { $count } knjižnice
    [two] { $count } knjižnic
    [few] { $count } knjižnic
   *[other] { $count } knjižnic
}
audience-size-office = { $people ->
    [one] 👥 { $people } oseba iz strokovne službe
    [two] 👥 { $people } osebi iz strokovne službe
    [few] 👥 { $people } osebe iz strokovne službe
   *[other] 👥 { $people } oseb iz strokovne službe
}
audience-size-and-office = { $members } in { $office } iz strokovne službe
audience-nobody = 👥 Nihče
audience-who = { $who }
audience-all = vsi
audience-without = { $who }, brez: { $without }
audience-role-delegate = predstavniki in predstavnice
audience-role-deputy = namestniki in namestnice
audience-role-office = strokovna služba
audience-kinds = vrsta knjižnice: { $names }
audience-libraries-named = knjižnice: { $names }
audience-libraries-more = { $more ->
    [one] knjižnice: { $names } in še { $more }
    [two] knjižnice: { $names } in še { $more }
    [few] knjižnice: { $names } in še { $more }
   *[other] knjižnice: { $names } in še { $more }
}
audience-people = { $count ->
    [one] { $count } izbrana oseba
    [two] { $count } izbrani osebi
    [few] { $count } izbrane osebe
   *[other] { $count } izbranih oseb
}
audience-seat = z mestom na dogodku »{ $title }«
audience-waits = v čakalni vrsti za dogodek »{ $title }«
audience-no-seat = brez mesta na dogodku »{ $title }«
audience-unknown = izbor, ki ga ni več

audience-ask = Izberite prejemnike ali napišite ime knjižnice. Z drugim dotikom izbor umaknete.
audience-ask-minus = Koga izvzamete? Izberite ali napišite ime knjižnice.
audience-minus = Izbrani se izvzamejo.
audience-ask-kinds = Izberite vrste knjižnic.
audience-ask-libraries = Izberite knjižnice ali napišite ime oziroma kraj.
audience-ask-offered = { $kind }: izberite s seznama.
audience-none-offered = Tu trenutno ni česa izbrati.
audience-ask-saved = Izberite shranjeni izbor; nadomesti sedanjega.
audience-none-saved = Shranjenih izborov ni.
audience-ask-name = Kako naj se izbor imenuje? Napišite ime.
audience-save = Izbor se shrani kot »{ $name }«.
audience-replace = Izbor »{ $name }« že obstaja. Novi ga nadomesti.
audience-saved = Izbor »{ $name }« je shranjen.
audience-ask-forget =
    <b>Izbris izbora »{ $name }«</b>
    Obvestila, ki so ga uporabila, ostanejo. Želite izbrisati izbor?
audience-forgotten = Izbor »{ $name }« je izbrisan.

key-audience-all = Vsi
key-role-delegate = Predstavniki/-ce
key-role-deputy = Namestniki/-ce
key-role-office = Strokovna služba
key-library-kinds = Vrste knjižnic
key-libraries = Knjižnice
key-all-libraries = Vse knjižnice
key-saved = Shranjeni izbori
key-save-audience = Shrani izbor
key-save = Shrani
key-delete = Izbriši
key-audience-seat = Z mestom
key-audience-waits = V čakalni vrsti
key-audience-no-seat = Brez mesta
key-taking-away = Izvzemi …
key-adding = Dodaj …
key-clear = Počisti
key-plus = ✓ { $name }
key-minus = − { $name }
