# Events: what members see, what the office does, what the bot says of its own accord.

home-registered = { $count ->
    [one] 📅 Prijavljeni ste na { $count } dogodek
    [two] 📅 Prijavljeni ste na { $count } dogodka
    [few] 📅 Prijavljeni ste na { $count } dogodke
   *[other] 📅 Prijavljeni ste na { $count } dogodkov
}

# The card

key-events = Dogodki
key-register = Prijava
key-unregister = Odpoved
key-wait = V vrsto
key-describe = Opis
key-event = { $mark }{ $when } · { $title }
key-all-my-events = Vsi moji dogodki ({ $count })

event-kind-meeting = Srečanje
event-kind-round-table = Okrogla miza
event-kind-training = Usposabljanje
event-kind-fair = Obisk sejma
event-kind-other = Drugo

event-title = <b>{ $title }</b>
event-kind = { $kind }
event-when = 🗓 { $when }
event-where = 📍 { $where }
event-online = na spletu
event-link = 🔗 { $link }
event-description = { $text }
event-no-description = Ta dogodek nima opisa.
event-free = { $left ->
    [one] { $left } prosto mesto od { $capacity }, prijave do { $until }
    [two] { $left } prosti mesti od { $capacity }, prijave do { $until }
    [few] { $left } prosta mesta od { $capacity }, prijave do { $until }
   *[other] { $left } prostih mest od { $capacity }, prijave do { $until }
}
event-mine = ✅ Imate mesto.
event-mine-speaks = 🎤 Na dogodku predavate.
event-full = Vsa mesta so zasedena.
event-closed = Prijave so se zaprle { $when }.
event-under-way = Dogodek že poteka.
event-over = Dogodek je minil.
event-cancelled = Dogodek je odpovedan.
event-gone = Tega dogodka ni. Kaj je na sporedu, vidite na seznamu.

# Lists

events-card = <b>Dogodki</b>
events-count = { $count ->
    [one] { $count } prihodnji dogodek.
    [two] { $count } prihodnja dogodka.
    [few] { $count } prihodnji dogodki.
   *[other] { $count } prihodnjih dogodkov.
}
events-choose = Izberite dogodek; ✓ pomeni, da imate mesto, ⏳ da čakate nanj, 🎟 da čaka na vaš odgovor.
events-mark-mine = ✓{ " " }
events-mark-waiting = ⏳{ " " }
events-mark-answer = 🎟{ " " }
events-none = Trenutno ni razpisanih dogodkov. Ko bo kateri objavljen, ga najdete tukaj.
events-mine-card = <b>Moji dogodki</b>
events-mine-count = { $count ->
    [one] { $count } dogodek; ⏳ pomeni čakalno vrsto, 🎟 čaka na vaš odgovor.
    [two] { $count } dogodka; ⏳ pomeni čakalno vrsto, 🎟 čaka na vaš odgovor.
    [few] { $count } dogodki; ⏳ pomeni čakalno vrsto, 🎟 čaka na vaš odgovor.
   *[other] { $count } dogodkov; ⏳ pomeni čakalno vrsto, 🎟 čaka na vaš odgovor.
}
events-mine-none = Niste prijavljeni na noben prihodnji dogodek.

# A seat

event-seated = Imate mesto.
event-register-late = Prijava ni več mogoča.
event-unregister-question =
    <b>Odpoved: »{ $title }«, { $when }</b>
    Mesto se takoj sprosti za druge. Želite odpovedati prijavo?
event-unregistered = Prijava je odpovedana, mesto lahko dobi kdo drug.
event-not-in = Na ta dogodek niste prijavljeni.
event-unregister-late = Odpoved ni več mogoča.

# Messages of the bot's own accord

key-coming = Pridem
reminder = { $when }: »{ $title }«, { $where }.
reminder-cannot = Ne morete priti? Odpovejte, da dobi mesto kdo drug.
event-coming = Hvala, računamo na vas.
called-off = <b>Odpovedano: »{ $title }«, { $when }</b>
called-off-means = Dogodka ne bo, vaša prijava ne velja več.

# For the office

key-new-event = Nov dogodek
key-who-comes = Prijavljeni
key-call-off = Odpoved dogodka
key-open-event = Dogodek
office-events-card = <b>Dogodki</b>
office-events-count = { $count ->
    [one] { $count } dogodek.
    [two] { $count } dogodka.
    [few] { $count } dogodki.
   *[other] { $count } dogodkov.
}
office-events-choose = Izberite dogodek ali pripravite novega. ✖ pomeni odpovedan, 🏁 minil.
office-events-none = Dogodkov še ni. Pripravite prvega.
office-events-mark-cancelled = ✖{ " " }
office-events-mark-over = 🏁{ " " }
office-event-taken = Zasedena mesta: { $count } od { $capacity }
office-event-share = Povezava do kartice: { $link }
seats-of-library = { $library }: { $count } ({ $names })
seats-gone = { $count ->
    [one] { $count } oseba, ki je odšla
    [two] { $count } osebi, ki sta odšli
    [few] { $count } osebe, ki so odšle
   *[other] { $count } oseb, ki so odšle
}
call-off-question = <b>Odpoved dogodka »{ $title }«, { $when }</b>
call-off-told = { $count ->
    [one] Obvestilo o odpovedi bo prejela { $count } oseba.
    [two] Obvestilo o odpovedi bosta prejeli { $count } osebi.
    [few] Obvestilo o odpovedi bodo prejele { $count } osebe.
   *[other] Obvestilo o odpovedi bo prejelo { $count } oseb.
}
call-off-told-nobody = Obvestila o odpovedi ne prejme nihče.
guests-not-told = { $count ->
    [one] { $count } gost od drugod obvestila ne prejme, obvestite ga sami.
    [two] { $count } gosta od drugod obvestila ne prejmeta, obvestite ju sami.
    [few] { $count } gostje od drugod obvestila ne prejmejo, obvestite jih sami.
   *[other] { $count } gostov od drugod obvestila ne prejme, obvestite jih sami.
}
call-off-for-good = Tega ni mogoče razveljaviti. Želite odpovedati dogodek?
call-off-done = Dogodek »{ $title }« je odpovedan.
call-off-telling = { $count ->
    [one] Obvestilo prejme { $count } oseba.
    [two] Obvestilo prejmeta { $count } osebi.
    [few] Obvestilo prejmejo { $count } osebe.
   *[other] Obvestilo prejme { $count } oseb.
}
call-off-already = Dogodek »{ $title }« je že odpovedan.
call-off-over = Dogodek »{ $title }« je že minil in ga ni mogoče odpovedati.

# Writing an event

key-resume = Nadaljuj osnutek
key-anew = Začni znova
key-keep = Naprej
key-leave-out = Izpusti
key-publish = Objava
key-change = Popravki
key-preview-sl = V slovenščini
key-preview-en = V angleščini
key-closes-0 = Do začetka
key-closes-1 = Dan prej
key-closes-3 = Tri dni prej
key-closes-7 = Teden prej
key-field-kind = Vrsta
key-field-title-sl = Naslov
key-field-title-en = Angleški naslov
key-field-description-sl = Opis
key-field-description-en = Angleški opis
key-field-day = Začetek
key-field-ends-at = Konec
key-field-place = Kraj
key-field-link = Povezava
key-field-capacity = Število mest
key-field-closes-at = Konec prijav

draft-waits = <b>Osnutek dogodka čaka</b>
draft-waits-title = <b>Osnutek čaka: »{ $title }«</b>
draft-changes = V njem so popravki objavljenega dogodka.
draft-anew = Če začnete znova, se osnutek izbriše.
draft-gone = Ta osnutek je že objavljen ali izbrisan. Objavljene dogodke vidite na seznamu.
event-published = Dogodek »{ $title }« je objavljen. Članice ga vidijo na seznamu dogodkov.

guide-card = <b>Nov dogodek</b>
guide-title-sl = Naslov: <b>{ $title }</b>
guide-title-en = Angleški naslov: { $title }
guide-description = 📝 { $text }
guide-capacity = { $count ->
    [one] 👥 { $count } mesto
    [two] 👥 { $count } mesti
    [few] 👥 { $count } mesta
   *[other] 👥 { $count } mest
}
guide-closes = ⏳ Konec prijav: { $when }

guide-ask-kind = Katera vrsta dogodka je to? Izberite jo ali napišite številko: 1 srečanje, 2 okrogla miza, 3 usposabljanje, 4 obisk sejma, 5 drugo.
guide-ask-title-sl = Kako se imenuje? Napišite naslov v slovenščini.
guide-ask-title-en = Kako se imenuje v angleščini? Če angleškega naslova ni, ga preskočite.
guide-ask-description-sl = Za kaj gre? Napišite kratek opis ali ga preskočite.
guide-ask-description-en = Kako se opis glasi v angleščini? Če ga ni, ga preskočite.
guide-ask-day = Kdaj se začne? Izberite dan ali napišite na primer »12. 5. 2027 ob 9.30«.
guide-ask-hour = Ob kateri uri se začne? Izberite uro ali napišite na primer »9.30«.
guide-ask-ends-at = Kdaj se konča? Izberite uro istega dne ali napišite na primer »14.00« ali »13. 5. ob 12.00«.
guide-ask-place = Kje bo? Napišite kraj in naslov. Če bo samo na spletu, preskočite.
guide-ask-link = Ali je dogodek tudi na spletu? Napišite povezavo ali preskočite. Vidijo jo samo tisti, ki imajo mesto.
guide-ask-link-needed = Na kateri povezavi bo? Napišite jo v celoti. Vidijo jo samo tisti, ki imajo mesto.
guide-ask-capacity = Koliko je mest? Izberite ali napišite število.
guide-ask-closes-at = Do kdaj se je mogoče prijaviti? Izberite ali napišite na primer »5. 5. ob 12.00«.
guide-ask-change = Kaj želite popraviti?

guide-preview-sl = 👁 Tako dogodek vidijo članice, v slovenščini:
guide-preview-en = 👁 Tako dogodek vidijo članice, v angleščini:
guide-link-hidden = 🔗 { $link } (vidijo jo samo tisti, ki imajo mesto)
guide-problems = Pred objavo popravite:
guide-problem-no-title = • naslov manjka
guide-problem-title-too-long = • naslov je predolg
guide-problem-description-too-long = • opis je predolg
guide-problem-nowhere = • manjka kraj ali povezava
guide-problem-place-too-long = • kraj je predolg
guide-problem-link-too-long = • povezava je predolga
guide-problem-no-link = • povezava ni spletni naslov
guide-problem-in-the-past = • začetek je že minil
guide-problem-ends-too-soon = • konec ni po začetku
guide-problem-closes-too-late = • prijave se zaprejo po začetku
guide-problem-closes-too-soon = • konec prijav je že minil
guide-problem-capacity = • število mest ni pravo

guide-misread-kind = Te vrste ni na seznamu. Izberite jo ali napišite številko od 1 do 5. Vse drugo je shranjeno.
guide-empty = Sporočilo je prazno. Napišite besedilo. Vse drugo je shranjeno.
guide-too-long = Besedilo je predolgo: { $count } znakov, dovoljenih je { $most }. Pošljite krajše. Vse drugo je shranjeno.
guide-misread-moment = Tega časa ne razumem: »{ $said }«. Napišite na primer »12. 5. 2027 ob 9.30«. Vse drugo je shranjeno.
guide-misread-hour = Te ure ne razumem: »{ $said }«. Napišite na primer »9.30«. Vse drugo je shranjeno.
guide-day-missing = Manjka dan: »{ $said }«. Napišite na primer »12. 5. 2027 ob 9.30«. Vse drugo je shranjeno.
guide-hour-missing = Manjka ura: »{ $said }«. Napišite na primer »12. 5. 2027 ob 9.30«. Vse drugo je shranjeno.
guide-no-such-day = Tega dne ni v koledarju: »{ $said }«. Preverite datum. Vse drugo je shranjeno.
guide-other-weekday = Dan in datum se ne ujemata: »{ $said }«. Na ta datum je { $weekday ->
        [d1] ponedeljek
        [d2] torek
        [d3] sreda
        [d4] četrtek
        [d5] petek
        [d6] sobota
       *[d7] nedelja
    }. Vse drugo je shranjeno.
guide-missing-hour = Te ure tisti dan ni, ker se ura premakne na poletni čas: »{ $said }«. Izberite drugo. Vse drugo je shranjeno.
guide-past = Ta čas je že minil. Izberite poznejšega. Vse drugo je shranjeno.
guide-too-far = Ta čas je predaleč. Izberite bližjega. Vse drugo je shranjeno.
guide-ends-too-soon = Konec mora biti po začetku. Izberite poznejšega. Vse drugo je shranjeno.
guide-closes-too-late = Prijave se zaprejo najpozneje ob začetku. Izberite zgodnejši čas. Vse drugo je shranjeno.
guide-misread-link = To ni spletna povezava: »{ $said }«. Napišite jo v celoti, na primer »https://primer.si/soba«. Vse drugo je shranjeno.
guide-misread-capacity = Tega števila ne razumem: »{ $said }«. Napišite število od 1 do { $most }. Vse drugo je shranjeno.
guide-nowhere = Dogodek potrebuje kraj ali povezavo. Napišite povezavo. Vse drugo je shranjeno.
guide-choose = Tu ni treba pisati: izberite enega od gumbov. Vse je shranjeno.
