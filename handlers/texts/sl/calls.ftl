# Calls for projects: what members see and do.

key-calls = Razpisi
key-topics = Teme
key-our-calls = Naši
key-past-calls = Pretekli

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
call-deadline = 🗓 { $name }: { $when }
call-deadline-information = Informativni dan
call-deadline-questions = Vprašanja
call-deadline-papers = Dokumenti vodilnemu partnerju
call-deadline-stage = Prva faza
call-deadline-submission = Oddaja prijave
call-deadline-milestone = Mejnik
call-deadline-report = Poročilo
call-when-at = { $day }, ob { $hour }
call-when-until = { $day }, do { $hour }
call-when-day = { $day }
call-when-whole-day = { $day }, do konca dneva
call-when-provisional = { $when } (predvidoma)
call-when-words = »{ $words }«; opomnimo po datumu, ki ga je določila strokovna služba ({ $day })
call-up-to = do { $amount }{"\u00A0"}EUR
call-amount = 💶 { $amount }
call-amount-share = 💶 { $amount }, sofinanciranje { $share }
call-cofinancing = 💶 Sofinanciranje: { $share }
call-all-may-apply = vse knjižnice
call-over = 🏁 Rok je potekel.
call-closed = 🏁 Razpis je predčasno zaprt.
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

call-intent-none = ni še odločeno
call-intent-interested = nas zanima
call-intent-applying = se prijavljamo
call-intent-applied = prijava je oddana
call-intent-not-for-us = ni za nas
call-intent-granted = projekt je odobren
call-intent-refused = projekt ni odobren

# Lists

calls-card = <b>Razpisi</b>
calls-of-topic = <b>Razpisi: { $topic }</b>
calls-count = { $count ->
    [one] { $count } odprt razpis. ★ pomeni, da se vaša knjižnica prijavlja.
    [two] { $count } odprta razpisa. ★ pomeni, da se vaša knjižnica prijavlja.
    [few] { $count } odprti razpisi. ★ pomeni, da se vaša knjižnica prijavlja.
   *[other] { $count } odprtih razpisov. ★ pomeni, da se vaša knjižnica prijavlja.
}
calls-none = Trenutno ni odprtih razpisov.
calls-page = Stran { $page } od { $pages }.
calls-topics = Izberite temo:
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
    [one] Vaša knjižnica se je opredelila do { $count } razpisa.
    [two] Vaša knjižnica se je opredelila do { $count } razpisov.
    [few] Vaša knjižnica se je opredelila do { $count } razpisov.
   *[other] Vaša knjižnica se je opredelila do { $count } razpisov.
}
calls-ours-none = Vaša knjižnica se še ni opredelila do nobenega razpisa. To stori predstavnik ali predstavnica na kartici razpisa.
call-gone = Tega razpisa ni. Kaj je odprto, vidite na seznamu.
key-call = { $mark }{ $title }
key-call-left = { $mark }{ $left } · { $title }
call-mark-interested = ☆{ " " }
call-mark-applying = ★{ " " }
call-mark-applied = ✓{ " " }
call-mark-not-for-us = –{ " " }
call-mark-granted = 🏆{ " " }
call-mark-refused = ✖{ " " }
