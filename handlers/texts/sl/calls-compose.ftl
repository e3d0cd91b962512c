# Writing a call, and changing a published one.

key-new-call = Nov razpis
key-edit-call = Uredi
key-to-call = Razpis
key-preview-call = Predogled
key-call-add = ＋ { $name }
key-plain = { $name }
key-call-drop-document = ✖ { $name }
key-call-deadline = { $day } · { $name }
key-call-field-title-sl = Naslov
key-call-field-title-en = Angleški naslov
key-call-field-caller = Razpisovalec
key-call-field-summary-sl = Povzetek
key-call-field-summary-en = Angleški povzetek
key-call-field-link = Povezava
key-call-field-topics = Teme
key-call-field-kinds = Kdo se prijavi
key-call-field-amount = Znesek
key-call-field-cofinancing = Sofinanciranje
key-call-field-documents = Dokumenti
key-call-field-deadlines = Roki

call-draft-waits = <b>Osnutek razpisa čaka</b>
call-draft-waits-title = <b>Osnutek čaka: »{ $title }«</b>
call-draft-changes = To so neobjavljeni popravki objavljenega razpisa.
call-draft-anew = Če začnete znova, se osnutek izbriše.
call-draft-gone = Ta osnutek je že objavljen ali izbrisan. Objavljene razpise vidite na seznamu.

# The card as it grows

call-write-new = <b>Nov razpis</b>
call-write-change = <b>Popravki razpisa</b>
call-write-title-sl = Naslov: <b>{ $text }</b>
call-write-title-en = Angleški naslov: { $text }
call-write-caller = Razpisuje: { $text }
call-write-summary-sl = 📝 { $text }
call-write-summary-en = 📝 { $text } (angleško)
call-write-link = 🔗 { $text }
call-write-topics = 🏷 { $topics }
call-write-all-kinds = { $count ->
    [one] 👥 Prijavijo se lahko vse knjižnice ({ $count })
    [two] 👥 Prijavijo se lahko vse knjižnice ({ $count })
    [few] 👥 Prijavijo se lahko vse knjižnice ({ $count })
   *[other] 👥 Prijavijo se lahko vse knjižnice ({ $count })
}
call-write-kinds = { $count ->
    [one] 👥 Prijavi se lahko { $count } knjižnica: { $kinds }
    [two] 👥 Prijavita se lahko { $count } knjižnici: { $kinds }
    [few] 👥 Prijavijo se lahko { $count } knjižnice: { $kinds }
   *[other] 👥 Prijavi se lahko { $count } knjižnic: { $kinds }
}
call-write-documents = 📎 { $names }
call-write-documents-more = { $count ->
    [one] 📎 { $names } in še { $count } dokument
    [two] 📎 { $names } in še { $count } dokumenta
    [few] 📎 { $names } in še { $count } dokumenti
   *[other] 📎 { $names } in še { $count } dokumentov
}
call-write-no-deadlines = 🗓 Rokov še ni, zato opomnikov ne bo.
call-write-theirs = ↻ { $part }: nekdo drug je medtem zapisal »{ $said }«. V osnutku je vaše.
call-write-theirs-gone = ↻ Rok, ki ste ga popravili, je nekdo drug medtem odstranil. V osnutku je ostal.
call-write-over = 🏁 Zadnji rok je že minil: razpis je le za evidenco, obvestila ne prejme nihče.
call-write-problems = Pred objavo dopolnite, kar je označeno z ⚠️.
call-ask-card = Kaj želite dopolniti ali popraviti? Ko je vse prav, izberite »Predogled«.

call-problem-no-title = ⚠️ Naslov manjka.
call-problem-no-caller = ⚠️ Razpisovalec manjka.
call-problem-no-topic = ⚠️ Izberite vsaj eno temo.
call-problem-no-link = ⚠️ To ni spletna povezava.
call-problem-amount = ⚠️ Znesek ni pravi.
call-problem-too-long = { $count ->
    [one] ⚠️ To je predolgo: { $count } znak, dovoljenih je { $most }.
    [two] ⚠️ To je predolgo: { $count } znaka, dovoljenih je { $most }.
    [few] ⚠️ To je predolgo: { $count } znaki, dovoljenih je { $most }.
   *[other] ⚠️ To je predolgo: { $count } znakov, dovoljenih je { $most }.
}
call-problem-too-many-documents = ⚠️ Dokumentov je preveč. Katerega odstranite.
call-problem-too-many-deadlines = ⚠️ Rokov je preveč. Katerega odstranite.
call-problem-kind = ⚠️ Eden od rokov je vrste, ki je razpis nima. Izberite drugo vrsto.
call-problem-deadline-too-long = ⚠️ Besedilo enega od rokov je predolgo.

call-ask-title-sl = Kako se razpis imenuje? Napišite naslov v slovenščini.
call-ask-title-en = Kako se imenuje v angleščini? Če angleškega naslova ni, ga izpustite.
call-ask-caller = Kdo razpisuje? Napišite na primer »Ministrstvo za kulturo«.
call-ask-summary-sl = Za kaj gre? Napišite povzetek v nekaj stavkih ali ga preskočite.
call-ask-summary-en = Kako se povzetek glasi v angleščini? Če ga ni, ga izpustite.
call-ask-link = Kje je objavljen? Prilepite povezavo ali preskočite.
call-ask-topics = Katerih tem se tiče? Izberite eno ali več; razpis pride do tistih, ki jih spremljajo.
call-ask-kinds = Katere knjižnice se lahko prijavijo? Izberite eno ali več vrst, sicer velja za vse.
call-ask-amount = Največ koliko dobi en projekt? Napišite znesek v evrih, na primer »250.000«, ali preskočite.
call-ask-cofinancing = Kakšno je sofinanciranje? Napišite na primer »80 %« ali »do 80 %, lastni delež 20 %«.
call-ask-documents = Pošljite dokumente razpisa kot datoteke, eno ali več, največ { $most }.
call-ask-more-documents = Dokumenti so shranjeni. Pošljite še katerega ali ga odstranite z ✖, največ { $most }.
call-documents-together = Tiste, ki ste jih poslali skupaj, vidite vse, ko izberete »Naprej«.

call-misread-amount = Tega zneska ne razumem: »{ $said }«. Napišite cele evre do { $most }, na primer »250.000«. Vse drugo je shranjeno.
call-document-needed = Tu pošljite dokument kot datoteko, ne kot sliko ali besedilo. Vse drugo je shranjeno.
call-too-many-documents = Dokumentov je lahko največ { $most }. Ta ni shranjen; če ga potrebujete, prej katerega odstranite.

# Deadlines

call-write-deadlines = <b>Roki razpisa</b>
call-write-deadline = <b>{ $name }</b>
call-write-words = »{ $words }«
call-write-moment = { $day }, ob { $hour }
call-ask-deadlines = Kateri rok dodate? Če rokov ni, izberite »Brez rokov«.
call-ask-more-deadlines = Dodajte še kakšnega ali izberite rok, ki ga želite popraviti.
call-ask-deadline = Kaj želite popraviti pri tem roku?
call-ask-deadline-kind = Kaj se izteče ali zgodi?
call-ask-deadline-day = Kateri dan? Izberite ga ali napišite na primer »31. 3. 2027« ali »31. 3. 2027 ob 12.00«.
call-ask-deadline-reminder = Na kateri dan naj se nanaša opomnik? Izberite ga; pri roku bo pisalo, da ga je določila strokovna služba.
call-ask-deadline-hour = Do katere ure? Izberite jo ali napišite na primer »12.00«, sicer »Ves dan«.
call-ask-deadline-begins = Ob kateri uri se začne? Izberite jo ali napišite na primer »10.00«, sicer »Ves dan«.
call-ask-deadline-words = Kako rok opisuje razpis? Napišite na primer »osmi dan po objavi v Uradnem listu«.
call-ask-deadline-label = Kako naj se rok imenuje? Napišite na primer »Druga faza«.
call-ask-past = Ta čas je že minil: { $when }. Za razpis, ki se je iztekel, ga lahko vseeno vpišete; opomnikov zanj ne bo.
key-all-deadlines = To so vsi roki
key-without-deadlines = Brez rokov
key-deadline-day = Dan
key-deadline-hour = Ura
key-deadline-kind = Vrsta
key-deadline-label = Ime
key-deadline-words = Rok z besedami
key-provisional = Predvidoma
key-drop-deadline = Odstrani
key-no-date = Datuma ni
key-whole-day = Ves dan
key-other-day = Drug dan
key-past-too = Vseeno vpiši

call-misread-day = Tega dne ne razumem: »{ $said }«. Napišite na primer »31. 3. 2027« ali »31. 3. 2027 ob 12.00«. Vse drugo je shranjeno.
call-too-many-deadlines = Rokov je lahko največ { $most }. Če potrebujete novega, prej katerega odstranite.

# What publishing does

call-preview-sl = 👁 Tako razpis vidijo članice, v slovenščini:
call-preview-en = 👁 Tako razpis vidijo članice, v angleščini:
call-tells = { $count ->
    [one] 📣 Takoj izve { $count } oseba.
    [two] 📣 Takoj izvesta { $count } osebi.
    [few] 📣 Takoj izvedo { $count } osebe.
   *[other] 📣 Takoj izve { $count } oseb.
}
call-tells-later = { $count ->
    [one] 📰 V dnevnem ali tedenskem pregledu izve { $count } oseba.
    [two] 📰 V dnevnem ali tedenskem pregledu izvesta { $count } osebi.
    [few] 📰 V dnevnem ali tedenskem pregledu izvedo { $count } osebe.
   *[other] 📰 V dnevnem ali tedenskem pregledu izve { $count } oseb.
}
call-tells-nobody = Teh tem zdaj ne spremlja nihče, zato obvestila ne prejme nihče.
call-tells-change = { $count ->
    [one] 📣 V desetih minutah izve { $count } oseba:
    [two] 📣 V desetih minutah izvesta { $count } osebi:
    [few] 📣 V desetih minutah izvedo { $count } osebe:
   *[other] 📣 V desetih minutah izve { $count } oseb:
}
call-tells-together = V sporočilu bo tudi vse, kar se do takrat še spremeni.
call-tells-no-change = Na to se ne zanaša nihče, zato obvestila ne prejme nihče.
call-published = Razpis »{ $title }« je objavljen.
call-amended = Razpis »{ $title }« je popravljen.
call-amended-telling = Kdor se zanaša na staro, izve v desetih minutah, v istem sporočilu tudi vse, kar se do takrat še spremeni.
call-amended-quietly = Na to se ne zanaša nihče, zato obvestila ne prejme nihče.
call-unchanged = Tako je že zapisano. Nič se ni spremenilo.
call-overtaken = Razpis se je medtem spremenil. Vse, kar ste vnesli, je shranjeno in združeno s tem; preglejte in objavite.
call-overtaken-by = Razpis se je medtem spremenil ({ $name }). Vse, kar ste vnesli, je shranjeno in združeno s tem; preglejte in objavite.
call-over-meanwhile = Razpis je zaprt ali umaknjen, zato ga ni mogoče več popraviti. Morebitni osnutek je shranjen.

# What has changed

call-changed-line = • { $said }
call-changed-moved = { $name }: { $before } → { $after }
call-changed-new = nov rok, { $name }: { $after }
call-changed-gone = roka ni več, { $name }: { $before }
call-changed-amount = drug znesek
call-changed-cofinancing = drugo sofinanciranje
call-changed-kinds = druge knjižnice se lahko prijavijo
call-changed-document = nov dokument: { $name }
call-changed-more = { $count ->
    [one] • in še { $count } sprememba
    [two] • in še { $count } spremembi
    [few] • in še { $count } spremembe
   *[other] • in še { $count } sprememb
}
