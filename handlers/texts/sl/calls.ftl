# Calls for projects: what members see and do.

home-applying = { $count ->
    [one] 📣 Knjižnica se prijavlja na { $count } razpis: { $left }
    [two] 📣 Knjižnica se prijavlja na { $count } razpisa, prvi rok: { $left }
    [few] 📣 Knjižnica se prijavlja na { $count } razpise, prvi rok: { $left }
   *[other] 📣 Knjižnica se prijavlja na { $count } razpisov, prvi rok: { $left }
}
home-new-calls = { $count ->
    [one] 📣 { $count } nov razpis
    [two] 📣 { $count } nova razpisa
    [few] 📣 { $count } novi razpisi
   *[other] 📣 { $count } novih razpisov
}
home-follow-calls = 📣 O novih razpisih vas lahko obveščamo: izberite »Razpisi«.

key-calls = Razpisi
key-topics = Po temah
key-our-calls = Naši
key-past-calls = Pretekli
key-following = Spremljanje
key-following-calls = Spremljanje razpisov
key-all-our-calls = Vsi naši razpisi ({ $count })

# In words

call-title = <b>{ $title }</b>
call-caller = { $caller }
call-days-left = { $days ->
    [0] danes
    [1] jutri
    [one] še { $days } dan
    [two] še { $days } dni
    [few] še { $days } dni
   *[other] še { $days } dni
}
call-deadline = { $mark }{ $name }: { $when }
call-deadline-information = Informativni dan
call-deadline-questions = Vprašanja
call-deadline-papers = Dokumenti vodilnemu partnerju
call-deadline-stage = Prva faza
call-deadline-submission = Oddaja prijave
call-deadline-milestone = Mejnik
call-deadline-report = Poročilo
call-deadline-moved = { $deadline }; prej { $before }
call-when-at = { $day }, ob { $hour }
call-when-until = { $day }, do { $hour }
call-when-day = { $day }
call-when-whole-day = { $day }, do konca dneva
call-when-provisional = { $when } (predvidoma)
call-when-words = »{ $words }«; za opomnike velja datum, ki ga je določila strokovna služba ({ $day })
call-up-to = do { $amount }{"\u00A0"}EUR
call-amount = 💶 { $amount }
call-amount-share = 💶 { $amount }, sofinanciranje { $share }
call-cofinancing = 💶 Sofinanciranje: { $share }
call-all-may-apply = vse knjižnice
call-over = 🏁 Rok je potekel.
call-closed = 🏁 Razpis je zaprt pred rokom.
call-withdrawn = ✖ Razpis je umaknjen in ne velja več.

call-topic-reading = Bralna kultura
call-topic-heritage = Dediščina
call-topic-digital = Digitalizacija
call-topic-spaces = Prostor in oprema
call-topic-skills = Usposabljanje
call-topic-inclusion = Vključevanje
call-topic-green = Zeleni prehod
call-topic-international = Mednarodno
call-topic-other = Drugo

call-intent-none = je še ni
call-intent-interested = zanima nas
call-intent-applying = prijavljamo se
call-intent-applied = prijava je oddana
call-intent-not-for-us = ni za nas
call-intent-granted = projekt je odobren
call-intent-refused = projekt ni odobren

# Lists

calls-card = <b>Razpisi</b>
calls-of-topic = <b>Razpisi: { $topic }</b>
calls-count = { $count ->
    [one] { $count } odprt razpis.
    [two] { $count } odprta razpisa.
    [few] { $count } odprti razpisi.
   *[other] { $count } odprtih razpisov.
}
calls-marks = ● nov · ☆ zanima nas · ★ prijavljamo se
calls-none = Trenutno ni odprtih razpisov.
calls-topics = Izberite temo:
calls-offer = Želite za nove razpise izvedeti sproti?
key-follow-all = Spremljaj vse
key-choose-topics = Izberi teme
calls-past = <b>Pretekli razpisi</b>
calls-past-count = { $count ->
    [one] { $count } razpis.
    [two] { $count } razpisa.
    [few] { $count } razpisi.
   *[other] { $count } razpisov.
}
calls-past-none = Preteklih razpisov še ni.
calls-ours = <b>Naši razpisi</b>
calls-ours-count = { $count ->
    [one] Odločitev vaše knjižnice je zabeležena pri { $count } razpisu.
    [two] Odločitev vaše knjižnice je zabeležena pri { $count } razpisih.
    [few] Odločitev vaše knjižnice je zabeležena pri { $count } razpisih.
   *[other] Odločitev vaše knjižnice je zabeležena pri { $count } razpisih.
}
calls-ours-none = Pri nobenem razpisu še ni odločitve vaše knjižnice. Sporoči jo predstavnik ali predstavnica na kartici razpisa.
calls-mine-count = { $count ->
    [one] 📣 Vaša knjižnica se je odločila o { $count } razpisu
    [two] 📣 Vaša knjižnica se je odločila o { $count } razpisih
    [few] 📣 Vaša knjižnica se je odločila o { $count } razpisih
   *[other] 📣 Vaša knjižnica se je odločila o { $count } razpisih
}
call-gone = Tega razpisa ni. Kaj je odprto, vidite na seznamu.
key-call = { $mark }{ $title }
key-call-left = { $mark }{ $left } · { $title }
call-mark-new = ●{ " " }
call-mark-done = ✓{ " " }
call-mark-interested = ☆{ " " }
call-mark-applying = ★{ " " }
call-mark-applied = ✓{ " " }
call-mark-not-for-us = –{ " " }
call-mark-granted = 🏆{ " " }
call-mark-refused = ✖{ " " }

# The card

call-next = ⏳ { $left } · { $deadline }
call-later = 🗓 { $deadline }
call-over-deadline = 🏁 { $deadline }
call-more-deadlines = { $count ->
    [one] in še { $count } rok
    [two] in še { $count } roka
    [few] in še { $count } roki
   *[other] in še { $count } rokov
}
call-no-deadline = Rok še ni znan.
call-kinds = 👥 Prijavijo se lahko: { $kinds }
call-ours = 🏛 Odločitev: <b>{ $intent }</b>
call-not-for-kind = 🏛 Vaša knjižnica se na ta razpis ne more prijaviti.
call-proposal = 💬 { $name } predlaga: { $intent }
call-changed-seen = ↻ Rok se je spremenil. Potrdite, da ste ga videli.
call-summary = { $text }
call-no-summary = Ta razpis nima opisa.
call-topics = 🏷 { $topics }
call-link = 🔗 { $link }
call-choose-deadline = Izberite rok, da ga označite kot opravljenega ali dodate v koledar.
call-own-deadline = To je rok vaše knjižnice ali konzorcija.
call-done = ✅ Opravljeno. Nikogar v vaši knjižnici na ta rok ne opomnimo več.
call-seen = Hvala, zabeleženo je, da ste spremembo videli.
call-not-asked = Tu ni česa potrditi.
call-muted = O tem razpisu ne sporočamo ničesar več.
call-unmuted = O tem razpisu vas spet obveščamo. Kar je minilo, se ne ponovi.
call-watched = Ta razpis spremljate. Na roke vas opomnimo.
call-unwatched = Tega razpisa ne spremljate več.
call-documents = { $title }
call-no-documents = Datotek tega razpisa trenutno ni mogoče poslati. Povezava na kartici vodi do razpisa.
key-deadline = Rok
key-deadlines = Roki
key-about-call = Več
key-documents = Dokumenti ({ $count })
key-link = Povezava
key-watch = Spremljaj
key-unwatch = Ne spremljaj
key-mute = Utišaj
key-unmute = Spet obveščaj
key-saw = Videno
key-done = Opravljeno
key-not-done = Ni opravljeno
key-to-calendar = V koledar
key-all-to-calendar = Vse v koledar
key-open-call = Razpis
call-calendar-file = rok.ics
call-calendar = { $count ->
    [one] Odprite datoteko, da rok dodate v koledar: »{ $title }«
    [two] Odprite datoteko, da roka dodate v koledar: »{ $title }«
    [few] Odprite datoteko, da roke dodate v koledar: »{ $title }«
   *[other] Odprite datoteko, da roke dodate v koledar: »{ $title }«
}
call-calendar-title = { $name }: { $title }
call-calendar-withdrawn = Umaknjeno: { $title }
call-calendar-about = { $when } · { $caller }

# What the library intends

key-decide = Odločitev
key-propose = Predlog
key-intent-interested = Zanima nas
key-intent-applying = Prijavljamo se
key-intent-applied = Prijava oddana
key-intent-not-for-us = Ni za nas
key-intent-granted = Odobreno
key-intent-refused = Ni odobreno
key-intent-none = Neodločeno
call-ask-decide = Kaj odloči vaša knjižnica? Druge knjižnice vidijo, kdo se prijavlja, in lahko ponudijo partnerstvo.
call-ask-propose = Kaj predlagate? O predlogu odločijo tisti, ki govorijo za vašo knjižnico.
call-nothing-to-decide = Pri tem razpisu ni več o čem odločati.
intent-declared = Zabeleženo: { $library } – <b>{ $intent }</b>.
intent-means-interested = Obvestimo vas o vseh spremembah.
intent-means-applying = Pred vsakim rokom vas opomnimo, o spremembah vas obvestimo.
intent-means-applied = Na oddajo vas ne opominjamo več, o spremembah vas obvestimo.
intent-means-not-for-us = Na roke vas ne opominjamo več. Odločitev lahko kadar koli spremenite.
intent-means-granted = Čestitamo. Mejnike in poročila projekta dodate kot svoje roke.
intent-means-refused = Na roke vas ne opominjamo več.
intent-taken-back = Odločitev je preklicana: { $library } je spet neodločena.
intent-proposed = Predlog »{ $intent }« je poslan: { $names }. O odločitvi vas obvestimo.
intent-nobody-speaks = Predlog »{ $intent }« je zabeležen, a v vaši knjižnici še nihče nima vloge predstavnika ali namestnika. Dodeli jo strokovna služba.
intent-same = Tako je že zabeleženo.
intent-not-for-you = Nič ni zabeleženo: vaša knjižnica se na ta razpis ne more prijaviti.
intent-too-late = Nič ni zabeleženo: razpis je končan. Zdaj lahko sporočite le, ali je bila prijava oddana in kako je bilo odločeno.
intent-withdrawn = Nič ni zabeleženo: razpis je umaknjen in ne velja več.

# What a person follows

follow-card = <b>Spremljanje razpisov</b>
follow-topics = 🏷 Teme: { $topics }
follow-everything = vse
follow-no-topic = nobena
follow-nothing = Dokler ne izberete vsaj ene teme, o novih razpisih ne pošiljamo ničesar.
follow-pace = 📨 Novi razpisi: { $pace }
pace-at-once = takoj
pace-daily = enkrat na dan, ob 8.00
pace-weekly = ob ponedeljkih ob 8.00
follow-amount = 💶 Znesek: { $amount }
follow-amount-any = kateri koli
key-amount-any = Ne glede na znesek
follow-amount-from = od { $amount }{"\u00A0"}EUR
follow-kind-own = 🏛 Samo razpisi, na katere se vaša knjižnica lahko prijavi
follow-leads = ⏰ Opomniki: { $leads }
follow-leads-applying = ⏰ Ob prijavi: { $leads }
leads-never = brez
leads-same-day = na dan roka
leads-before = { $last ->
    [one] { $days } dan prej
    [two] { $days } dni prej
    [few] { $days } dni prej
   *[other] { $days } dni prej
}
leads-both = { $before } in na dan roka
follow-choose-topics = Izberite teme, ki jih želite spremljati. ✓ pomeni, da temo že spremljate.
follow-on = ✓ { $label }
follow-choose-pace = Kdaj naj vam povemo za nov razpis? Spremembe rokov sporočimo vedno takoj.
key-pace-at-once = Takoj
key-pace-daily = Vsak dan
key-pace-weekly = Vsak teden
follow-choose-leads-following = Kdaj naj vas opomnimo na roke razpisov, ki jih spremljate? Opomniki pridejo ob 8.00.
follow-choose-leads-applying = Kdaj naj vas opomnimo, kadar se vaša knjižnica prijavlja? Opomniki pridejo ob 8.00.
key-lead = { $days ->
    [0] na dan roka
    [one] { $days } dan prej
    [two] { $days } dni prej
    [few] { $days } dni prej
   *[other] { $days } dni prej
}
key-leads-following = Ob spremljanju
key-leads-applying = Ob prijavi
follow-ask-amount = Od katerega zneska naprej vas razpisi zanimajo? Izberite ali napišite znesek v evrih. Razpise brez navedenega zneska sporočimo vedno.
follow-amount-typed = Samo razpisi od { $amount }{"\u00A0"}EUR naprej?
follow-misread-amount = Tega zneska ne razumem. Napišite število evrov od 1 do { $most }, na primer »25.000«.
key-keep-amount = Shrani
key-follow-topics = Teme
key-follow-pace = Kako pogosto
key-follow-amount = Znesek
key-follow-leads = Opomniki
key-follow-kind-own = Samo za nas
key-follow-kind-all = Vsi razpisi

# Messages of the bot's own accord

news-published = 📣 <b>Nov razpis: { $title }</b>
news-earlier = ❗️ <b>Rok je krajši: { $title }</b>
news-later = <b>Rok je podaljšan: { $title }</b>
news-changed = <b>Spremenjen razpis: { $title }</b>
news-closed = 🏁 <b>Razpis je zaprt pred rokom: { $title }</b>
news-withdrawn = ✖ <b>Razpis je umaknjen: { $title }</b>
news-over-means = Opomnikov zanj ne bo več.
news-deadline = 🗓 { $name }
news-before = prej: <s>{ $when }</s>
news-after = zdaj: <b>{ $when }</b>, { $left }
news-deadline-gone = 🗓 Odpade: <s>{ $deadline }</s>
news-deadline-new = 🗓 Nov rok: <b>{ $deadline }</b>, { $left }
news-more = { $count ->
    [one] Spremenjen je še { $count } rok.
    [two] Spremenjena sta še { $count } roka.
    [few] Spremenjeni so še { $count } roki.
   *[other] Spremenjenih je še { $count } rokov.
}
news-amount = 💶 Znesek: { $amount }
news-no-amount = ni naveden
news-cofinancing = 💶 Sofinanciranje: { $share }
news-no-share = ni navedeno
news-kinds = 👥 Prijavijo se lahko: { $kinds }
news-documents = 📎 Novi dokumenti: { $names }
news-depends = Vaša knjižnica se prijavlja: potrdite, da ste spremembo videli.

morning-reminders = { $count ->
    [one] <b>⏰ Rok se bliža</b>
    [two] <b>⏰ Bližata se { $count } roka</b>
    [few] <b>⏰ Bližajo se { $count } roki</b>
   *[other] <b>⏰ Bliža se { $count } rokov</b>
}
morning-reminder = { $left } · »{ $title }« – { $deadline }
morning-new-calls = { $count ->
    [one] <b>📣 { $count } nov razpis</b>
    [two] <b>📣 { $count } nova razpisa</b>
    [few] <b>📣 { $count } novi razpisi</b>
   *[other] <b>📣 { $count } novih razpisov</b>
}
morning-new = { $left } · »{ $title }«
morning-new-open = »{ $title }«
morning-rest = { $count ->
    [one] in še { $count }
    [two] in še { $count }
    [few] in še { $count }
   *[other] in še { $count }
}
key-whole-morning = Vse ({ $count })
morning-over = Nič od tega ne velja več. Odprti razpisi so na seznamu.

push-proposed = 💬 { $name } predlaga: <b>{ $intent }</b>
push-decide = Kaj odloči { $library }?
push-declared = { $library }: <b>{ $intent }</b>. Hvala za predlog.
push-undecided = Ali se { $library } prijavlja? Združenje še nima vašega odgovora.

# What word of a call that has paused itself is about, for the office

news-about-published = Gre za obvestilo o novem razpisu.
news-about-changed = Gre za obvestilo o spremembi razpisa.
news-about-closed = Gre za obvestilo, da je razpis zaprt.
news-about-withdrawn = Gre za obvestilo, da je razpis umaknjen.
