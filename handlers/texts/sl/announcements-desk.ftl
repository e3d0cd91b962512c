# Announcements as the office sees them.

key-office-announcements = Obvestila
key-announcement = { $mark } { $title }
key-desk-refresh = Osveži

desk-card = <b>Obvestila</b>
desk-count = { $count ->
    [one] { $count } obvestilo.
    [two] { $count } obvestili.
    [few] { $count } obvestila.
   *[other] { $count } obvestil.
}
desk-none = Obvestil še ni.
desk-legend = 👀 čaka na potrditev, ⏳ načrtovano, ✋ zadržano, ▶ v teku, ⏸ premor, ✅ poslano, ✖ ustavljeno ali umaknjeno, 🗑 preklicano.
desk-mark-proposed = 👀
desk-mark-planned = ⏳
desk-mark-held = ✋
desk-mark-running = ▶
desk-mark-paused = ⏸
desk-mark-done = ✅
desk-mark-cancelled = ✖
desk-mark-skipped = ✖
desk-mark-withdrawn = ✖
desk-mark-recalled = 🗑

# The card

desk-title = <b>»{ $title }«</b>
desk-only-files = Slika ali datoteka
desk-proposed-at = 👀 Čaka na potrditev, predvideno { $when }
desk-proposed-at-once = 👀 Čaka na potrditev. Predvideni čas je minil: ko bo potrjeno, gre takoj.
desk-when-planned = ⏳ Načrtovano: { $when }
desk-when-held = ✋ Zadržano, predvideno je bilo: { $when }
desk-trouble = ⏸ Pošiljanje se je samo ustavilo, ker ga Telegram zavrača: »{ $words }«
desk-status-proposed = 👀 Čaka na potrditev; ko bo potrjeno, gre takoj.
desk-status-running = ▶ Pošiljanje je v teku
desk-status-paused = ⏸ Premor
desk-status-done = ✅ Pošiljanje je končano
desk-status-cancelled = ✖ Pošiljanje je ustavljeno
desk-status-skipped = ✖ Izpuščeno, ker je predvideni čas minil
desk-status-withdrawn = ✖ Umaknjeno, preden je bilo poslano
desk-status-recalled = 🗑 Preklicano
desk-bar = { $bar } { $percent } %
desk-sent = Poslano { $sent } od { $total }
desk-sent-waiting = Poslano { $sent } od { $total }, čaka { $waiting }
desk-count-blocked = blokirano { $count }
desk-count-failed = neuspešno { $count }
desk-count-uncertain = negotovo { $count }
desk-count-withdrawn = umaknjeno { $count }
desk-nobody = Med prejemniki ni nikogar.
desk-speed = { $speed } na sekundo, { $left }
desk-left-moment = še manj kot minuto
desk-left-minutes = { $count ->
    [one] še približno { $count } minuto
    [two] še približno { $count } minuti
    [few] še približno { $count } minute
   *[other] še približno { $count } minut
}
desk-left-hours = { $count ->
    [one] še približno { $count } uro
    [two] še približno { $count } uri
    [few] še približno { $count } ure
   *[other] še približno { $count } ur
}
desk-later = { $count ->
    [one] 🌙 Na konec nočnega miru čaka { $count } sporočilo ({ $when }).
    [two] 🌙 Na konec nočnega miru čakata { $count } sporočili (prvo { $when }).
    [few] 🌙 Na konec nočnega miru čakajo { $count } sporočila (prvo { $when }).
   *[other] 🌙 Na konec nočnega miru čaka { $count } sporočil (prvo { $when }).
}
desk-size = 👥 Oseb: { $people }, knjižnic: { $libraries }
desk-confirmed = ✓ Prebrano: { $confirmed } od { $asked }
desk-follow-reminder = 🔔 Opomnik: poslano { $sent } od { $total }{ $state ->
    [paused] , premor
    [cancelled] , ustavljeno
   *[other] {""}
}
desk-follow-edit = ✏️ Popravek: { $sent } od { $total }{ $state ->
    [paused] , premor
    [cancelled] , ustavljeno
   *[other] {""}
}
desk-follow-delete = 🗑 Izbrisano { $sent } od { $total }{ $state ->
    [paused] , premor
    [cancelled] , ustavljeno
   *[other] {""}
}
desk-follow-trouble = Samo se je ustavilo, ker ga Telegram zavrača: »{ $words }«
desk-not-deleted = { $count ->
    [one] Pri { $count } osebi izbris ni uspel: Telegram briše le 48 ur.
    [two] Pri { $count } osebah izbris ni uspel: Telegram briše le 48 ur.
    [few] Pri { $count } osebah izbris ni uspel: Telegram briše le 48 ur.
   *[other] Pri { $count } osebah izbris ni uspel: Telegram briše le 48 ur.
}
desk-by = ✍️ { $name }, { $when }
desk-by-nobody = ✍️ { $when }
desk-too-late = Medtem se je stanje spremenilo. Tu je sveža kartica.

# Pause, resume, cancel

key-desk-pause = ⏸ Premor
key-desk-resume = ▶ Nadaljuj
key-desk-cancel = ✖ Ustavi
key-desk-follow-pause = ⏸ { $what }
key-desk-follow-resume = ▶ { $what }
key-desk-follow-cancel = ✖ { $what }
desk-what-reminder = Opomnik
desk-what-edit = Popravek
desk-what-delete = Izbris
desk-cancel-question = <b>Ustavitev: »{ $title }«</b>
desk-cancel-waiting = { $count ->
    [one] { $count } sporočilo še čaka in ne bo poslano.
    [two] { $count } sporočili še čakata in ne bosta poslani.
    [few] { $count } sporočila še čakajo in ne bodo poslana.
   *[other] { $count } sporočil še čaka in ne bo poslanih.
}
desk-cancel-means = Kar je že poslano, ostane. Želite ustaviti pošiljanje?
