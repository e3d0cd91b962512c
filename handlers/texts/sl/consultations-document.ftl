# The document with the association's position, as it is made from what came out.

document-word-association = Združenje splošnih knjižnic
document-word-position = Mnenje združenja
document-word-draft = Osnutek
document-word-summary = Povzetek
document-word-procedure = Postopek
document-word-turnout = Udeležba
document-word-kind = Vrsta knjižnice
document-word-asked = Vabljene
document-word-voted = Glasovale
document-word-share = Delež
document-word-total = Skupaj
document-word-results = Izid glasovanja
document-word-verdict = Izid
document-word-details = Predlagane spremembe, pripombe in ločena mnenja
document-word-amendments = Predlagane spremembe
document-word-comments = Pripombe
document-word-apart = Ločena mnenja
document-word-minorities = Manjšinska mnenja po knjižnicah
document-word-library = Knjižnica
document-word-minority = Glasovala drugače od večine
document-word-annexes = Priloge
document-word-annex = Priloga
document-word-by-library = Udeležba po knjižnicah
document-word-method = Način glasovanja in štetja
document-word-log = Prstni odtis dnevnika glasovanja
document-word-votes = Glasovi po knjižnicah
document-word-page = Stran
document-word-of = od
document-word-none-written = Pripomb in predlogov sprememb ni bilo.
document-word-none-apart = Manjšinskih mnenj ni.
document-word-article = Člen
document-word-question = Vprašanje

document-articles = { $count ->
    [one] { $count } člen
    [two] { $count } člena
    [few] { $count } členi
   *[other] { $count } členov
}
document-questions = { $count ->
    [one] { $count } vprašanje
    [two] { $count } vprašanji
    [few] { $count } vprašanja
   *[other] { $count } vprašanj
}

# The summary

document-summary-asked = { $count ->
    [one] Združenje je o osnutku »{ $title }« vprašalo { $count } knjižnico. Na glasovanju: { $questions }.
    [two] Združenje je o osnutku »{ $title }« vprašalo { $count } knjižnici. Na glasovanju: { $questions }.
    [few] Združenje je o osnutku »{ $title }« vprašalo { $count } knjižnice. Na glasovanju: { $questions }.
   *[other] Združenje je o osnutku »{ $title }« vprašalo { $count } knjižnic. Na glasovanju: { $questions }.
}
document-summary-voted = { $voted ->
    [one] Glasovala je { $voted } knjižnica od { $asked } ({ $share }).
    [two] Glasovali sta { $voted } knjižnici od { $asked } ({ $share }).
    [few] Glasovale so { $voted } knjižnice od { $asked } ({ $share }).
   *[other] Glasovalo je { $voted } knjižnic od { $asked } ({ $share }).
}
document-summary-verdicts = Izid: { $counts }.
document-many-adopted = podprto { $count }
document-many-rejected = ni podprto { $count }
document-many-tied = izenačeno { $count }
document-many-no-quorum = nesklepčno { $count }
document-many-no-votes = brez glasov { $count }
document-summary-amendments = { $what ->
    [article] { $count ->
        [0] Sprememb besedila ni predlagal nihče.
        [one] Spremembe besedila so predlagane pri { $count } členu.
        [two] Spremembe besedila so predlagane pri { $count } členih.
        [few] Spremembe besedila so predlagane pri { $count } členih.
       *[other] Spremembe besedila so predlagane pri { $count } členih.
    }
   *[question] { $count ->
        [0] Sprememb besedila ni predlagal nihče.
        [one] Spremembe besedila so predlagane pri { $count } vprašanju.
        [two] Spremembe besedila so predlagane pri { $count } vprašanjih.
        [few] Spremembe besedila so predlagane pri { $count } vprašanjih.
       *[other] Spremembe besedila so predlagane pri { $count } vprašanjih.
    }
}

# The procedure

document-procedure-draft = Osnutek
document-procedure-version = Zadnja različica osnutka
document-procedure-asks = Na glasovanju
document-procedure-time = Čas obravnave
document-procedure-whom = Vabljene knjižnice
document-procedure-ballot = Glasovanje
document-procedure-rule = Pravilo
document-procedure-quorum = Sklepčnost
document-procedure-weights = Teža glasu
document-procedure-remarks = Pripombe
document-whom-all = { $count ->
    [one] vse članice združenja ({ $count })
    [two] vse članice združenja ({ $count })
    [few] vse članice združenja ({ $count })
   *[other] vse članice združenja ({ $count })
}
document-whom-kinds = { $count ->
    [one] članice teh vrst: { $kinds } ({ $count })
    [two] članice teh vrst: { $kinds } ({ $count })
    [few] članice teh vrst: { $kinds } ({ $count })
   *[other] članice teh vrst: { $kinds } ({ $count })
}
document-ballot-open = javno: zapisano je, kako je glasovala katera knjižnica
document-ballot-pseudonymous = psevdonimno: zapisano je, katera knjižnica je glasovala, ne pa tudi, kako
document-rule = podprto je, če je za { $rule }
document-no-quorum = ni zahtevana
document-quorum = { $needed ->
    [one] glasovati mora vsaj { $needed } knjižnica od { $asked }
    [two] glasovati morata vsaj { $needed } knjižnici od { $asked }
    [few] glasovati morajo vsaj { $needed } knjižnice od { $asked }
   *[other] glasovati mora vsaj { $needed } knjižnic od { $asked }
}
document-weights = { $weights }; vse druge 1
document-remarks-named = z imenom knjižnice
document-remarks-anonymous = brez imena knjižnice
document-people = { $count ->
    [0] Zaposleni v knjižnicah stališč in pripomb niso oddali.
    [one] Stališča ali pripombe je oddala { $count } oseba, zaposlena v knjižnicah.
    [two] Stališča ali pripombe sta oddali { $count } osebi, zaposleni v knjižnicah.
    [few] Stališča ali pripombe so oddale { $count } osebe, zaposlene v knjižnicah.
   *[other] Stališča ali pripombe je oddalo { $count } oseb, zaposlenih v knjižnicah.
}

# Question by question

document-result = { $verdict } Glasovi: { $counts }.
document-support = { $count ->
    [one] podpora: { $count } knjižnica
    [two] podpora: { $count } knjižnici
    [few] podpora: { $count } knjižnice
   *[other] podpora: { $count } knjižnic
}
document-by-supported = { $by }; enako tudi { $support } ({ $behind })
document-on-old = { $who }; o prejšnjem besedilu
document-apart-for = Za: { $libraries }
document-apart-against = Proti: { $libraries }
document-minority-for = za: { $questions }
document-minority-against = proti: { $questions }
document-sealed = Glasovanje je bilo psevdonimno, zato manjšinskih mnenj ni mogoče pripisati knjižnicam. Koliko jih je glasovalo drugače od večine, kažejo številke pri posameznem izidu.

# Annexes

document-legend = { $for } – za, { $change } – za s spremembo, { $against } – proti, { $abstain } – vzdržano, – – brez glasu, * – glas o prejšnjem besedilu
document-letter-for = Z
document-letter-change = S
document-letter-against = P
document-letter-abstain = V
document-letter-none = –
document-mark-old = *
document-note = { $library }: { $how } ({ $questions })
document-note-all = { $library }: { $how } (vsi glasovi)
document-log = { $count ->
    [one] Dnevnik glasovanja ima { $count } vpis. Vsak vpis vsebuje prstni odtis (SHA-256) prejšnjega, zato zadnji odtis potrjuje vse. Kdor ga hrani, lahko pozneje preveri, ali je bil dnevnik spremenjen.
    [two] Dnevnik glasovanja ima { $count } vpisa. Vsak vpis vsebuje prstni odtis (SHA-256) prejšnjega, zato zadnji odtis potrjuje vse. Kdor ga hrani, lahko pozneje preveri, ali je bil dnevnik spremenjen.
    [few] Dnevnik glasovanja ima { $count } vpise. Vsak vpis vsebuje prstni odtis (SHA-256) prejšnjega, zato zadnji odtis potrjuje vse. Kdor ga hrani, lahko pozneje preveri, ali je bil dnevnik spremenjen.
   *[other] Dnevnik glasovanja ima { $count } vpisov. Vsak vpis vsebuje prstni odtis (SHA-256) prejšnjega, zato zadnji odtis potrjuje vse. Kdor ga hrani, lahko pozneje preveri, ali je bil dnevnik spremenjen.
}
document-method-one-vote = Vsaka vabljena knjižnica je imela o vsakem vprašanju en glas. Oddal ga je njen predstavnik ali predstavnica, v odsotnosti namestnik ali namestnica. Do konca obravnave ga je bilo mogoče spremeniti; velja zadnji.
document-method-sealed = Glasovanje je bilo psevdonimno: glasovnice so shranjene ločeno od knjižnic, brez časa oddaje. Spremeniti jih je bilo mogoče samo s ključem, ki ga je imela oseba, ki je glasovala.
document-method-change = Glas »za s spremembo« šteje za; kakšno spremembo knjižnica želi, je pri predlaganih spremembah.
document-method-tie = Če je glasov za in proti enako, je izid izenačen in odločitve ni.
document-method-quorum = Kjer ni glasovalo dovolj knjižnic, je izid nesklepčen in odločitve ni.
document-method-weights = Glasovi so različno težki po vrsti knjižnice; teže so bile določene ob odprtju. V preglednici je število knjižnic, v oklepaju njihova skupna teža.
document-method-old = Osnutek se je med obravnavo spremenil. Knjižnice so bile o spremenjenem besedilu vprašane znova; kjer niso odgovorile, velja njihov glas o prejšnjem besedilu in je označen z zvezdico.
document-method-versions = Osnutek se je med obravnavo spremenil. Štejejo samo glasovnice o zadnjem besedilu.
document-method-proxies = Knjižnica je smela svoj glas zaupati drugi. Kdo je glasoval za koga, je navedeno pri glasovih po knjižnicah.
document-method-letters = Za knjižnico, ki v pogovornem sistemu nima nikogar, je glas vnesla strokovna služba iz njenega dopisa.
document-method-roll = Seznam vabljenih knjižnic je veljal ob koncu obravnave; poznejše spremembe članstva na izid ne vplivajo.
document-method-stances = Stališča zaposlenih so posvetovalna in v izid niso šteta.
document-method-remarks = Pripombe in predlogi so razvrščeni po vprašanjih, tisti z največ podpore prvi; dobesedno enaki so združeni.
document-method-exact = Deleži so izračunani natančno, brez zaokroževanja.
