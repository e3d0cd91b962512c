# What all features share.

home-greeting = Pozdravljeni, { $name }!
home-place = { $place }
office-of-association = Strokovna služba združenja
office-card =
    <b>Urad</b>
    Izberite, kaj želite urediti.

mine-card = <b>Moje</b>
mine-none = Niste prijavljeni na noben prihodnji dogodek, odločitev o razpisih pa še ni.

key-mine = Moje
key-home = Domov
key-back = Nazaj
key-office = Urad
key-next-page = Naprej
key-previous-page = Prej
page-of = Stran { $page } od { $pages }.
key-leave = Končaj pozneje
key-take-up = Nadaljuj vnos
key-skip = Preskoči

stranger =
    To je Glasnik, pogovorni sistem Združenja splošnih knjižnic. Namenjen je zaposlenim v knjižnicah članicah.

    Za vabilo prosite svojo knjižnico ali strokovno službo združenja, nato odprite povezavo iz vabila.
former = Vaša knjižnica ni več članica združenja, zato vaša vloga ne velja več. Svoje podatke lahko prejmete ali izbrišete; z novim vabilom se lahko kadar koli vrnete.
not-allowed = Tega vaša vloga ne omogoča. Kaj lahko urejate, vidite z ukazom /pomoc.
button-stale = Ta gumb ne velja več. Tu je sveža kartica.
tap-lost = Program se je med pritiskom znova zagnal, zato morda ni nič zabeleženo. Na zgornji kartici pritisnite isti gumb še enkrat; dvakrat se nič ne šteje.
not-understood = Na to sporočilo Glasnik ne zna odgovoriti. Izberite, kam želite:
conversation-gone = Ta pogovor je že končan. Novega začnete na začetni kartici: /start
conversation-text-only = Tu razumem samo besedilo, slik in datotek ne. Odgovor napišite ali izberite gumb. Vse, kar ste vnesli, je shranjeno.
conversation-left = Vse, kar ste vnesli, je shranjeno. Nadaljujete lahko kadar koli v 30 dneh.
nothing-to-cancel = Trenutno ne teče noben vnos.
sorry = Pri obdelavi vašega sporočila se je zataknilo. Strokovna služba je obveščena, navedite ji sklic { $reference }. Druge možnosti delujejo.
dead-letter = Sporočila s sklicem { $reference } ni bilo mogoče obdelati. Podrobnosti pokaže ukaz <code>python -m bot dead-letters</code> na strežniku.
due-failed = Nekaj, kar se mora zgoditi samo od sebe, ne uspe: <code>{ $kind }</code>. Vsaj vsako uro se poskusi znova; vzrok je v dnevniku na strežniku. Vse drugo deluje.

help-member =
    <b>Kaj lahko tu urejate</b>
    /dogodki – dogodki in prijave
    /obravnave – osnutki predpisov, glasovanje in pripombe
    /razpisi – razpisi za projekte, roki in prijave
    /moje – moje prijave
    /start – začetna kartica, z nje tudi prejeta obvestila
    /nastavitve – jezik, nočni mir, moji podatki
    /preklic – prekinitev vnosa, vneseno ostane shranjeno
help-staff =
    <b>Kaj lahko tu urejate</b>
    /urad – vse za strokovno službo: dogodki, obravnave, razpisi, obvestila, članice, vabila
    /dogodki – dogodki in prijave
    /obravnave – osnutki predpisov, glasovanje in pripombe
    /razpisi – razpisi za projekte, roki in prijave
    /moje – moje prijave
    /start – začetna kartica, z nje tudi prejeta obvestila
    /nastavitve – jezik, nočni mir, moji podatki
    /preklic – prekinitev vnosa, vneseno ostane shranjeno

command-start = Začetna kartica
command-help = Kaj lahko tu urejate
command-events = Dogodki in prijave
command-consultations = Javne obravnave osnutkov
command-calls = Razpisi za projekte
command-mine = Moje prijave
command-settings = Jezik, nočni mir, moji podatki
command-cancel = Prekinitev vnosa
command-office = Delo strokovne službe

# A batch that has paused itself

batch-stopped = ⏸ <b>Pošiljanje se je samodejno ustavilo: »{ $title }«</b>
batch-refused = ⚠️ <b>Veliko sporočil ni prispelo: »{ $title }«</b>
batch-why = Preveč sporočil je Telegram zavrnil z istim razlogom: »{ $words }«.
batch-waiting = { $count ->
    [one] Čaka še { $count } sporočilo.
    [two] Čakata še { $count } sporočili.
    [few] Čakajo še { $count } sporočila.
   *[other] Čaka še { $count } sporočil.
}
batch-end = <b>Ustavitev: »{ $title }«</b>
batch-end-means = Kar je že poslano, ostane. Želite ustaviti pošiljanje?
batch-goes-on = Pošiljanje teče naprej: »{ $title }«.
batch-ended = Pošiljanje je ustavljeno: »{ $title }«. Kar je že poslano, ostane.
batch-decided = O tem je že odločeno, ali pa so vsa sporočila že odšla.
key-batch-go-on = ▶ Nadaljuj
key-batch-end = ✖ Ustavi
