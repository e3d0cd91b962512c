# Tickets and the door.

key-ticket = Vstopnica
key-door = Vhod
key-door-list = Seznam
key-walk-in = Brez prijave
key-walk-in-next = Naslednji
key-door-let-in = Vpis
key-door-take-back = Razveljavi
key-lists-library = { $library } · { $came }/{ $seated }
key-lists-there = ✓ { $name }
key-walk-in-guest = Od drugod: { $name }

ticket-kind = VSTOPNICA
ticket-for = 🎟 »{ $title }«, { $when }
ticket-how = Na vhodu pokažite kodo ali povejte svoje ime.
ticket-void = Ta vstopnica ne velja več. Kaj je na sporedu, vidite na seznamu dogodkov.
ticket-not-yours = Ta povezava se odpre samo na telefonu osebe, ki ji je namenjena.

door-card = 🚪 <b>Vhod: »{ $title }«</b>
door-count = Prišlo: <b>{ $came }</b> od { $seated }
door-walked-in = { $count ->
    [one] Med njimi { $count } oseba brez prijave.
    [two] Med njimi { $count } osebi brez prijave.
    [few] Med njimi { $count } osebe brez prijave.
   *[other] Med njimi { $count } oseb brez prijave.
}
door-how = Kodo na vstopnici odčitajte s fotoaparatom telefona ali izberite ime s seznama.
door-closed = Vpis je odprt samo na dan dogodka, dokler udeležba ni potrjena.
door-who = { $name }, { $library }
lists-nameless = oseba, ki ni več med člani
door-event = »{ $title }«
door-let-in = ✓ <b>{ $who }</b>
door-in-already = Na dogodku že od { $at }.
door-substituted = Vstopnica ne velja: mesto je prevzela druga oseba.
door-removed = Vstopnica ne velja: oseba nima več mesta.
door-given-up = Vstopnica ne velja: prijava je odpovedana.
door-no-seat = Oseba je v čakalni vrsti in nima mesta.
door-other = Vstopnica je za drug dogodek: »{ $title }«, { $when }.
door-confirmed = Udeležba je že potrjena, zato vpisa ni več. Seznam lahko popravite pod »Udeležba«.
door-cancelled = Dogodek »{ $title }« je odpovedan.
door-no-ticket = Te vstopnice ni. Osebo poiščite po imenu na seznamu dogodka.
door-taken-back = Vpis je razveljavljen: { $who }
door-not-taken-back = Tega vpisa ni več mogoče razveljaviti.
lists-choose-library = Izberite knjižnico. Številki povesta, koliko oseb z mestom je prišlo.
lists-nobody = Tu ni nikogar z mestom.
lists-guests = Od drugod
lists-of = { $library }
lists-tick = Izberite, kdo je prišel; ✓ pomeni, da je oseba tu. Z novim pritiskom oznako odstranite.

walk-in-ask = Kdo je na vhodu? Napišite ime, za gosta ime in priimek.
walk-in-nothing = Sporočilo je prazno. Napišite ime.
walk-in-found = Imenu »{ $text }« ustrezajo te osebe. Izberite pravo ali vpišite gosta.
walk-in-none = Med člani ni imena »{ $text }«. Vpišete lahko gosta.
walk-in-again = Za drugo ime ga samo napišite.
walk-in-done = Vpis brez prijave, na prosto mesto.
walk-in-beyond = Vpis brez prijave, nad številom mest.
walk-in-full = Za to osebo ni prostega mesta: { $name }. Zasedena mesta: { $taken } od { $capacity }.
walk-in-full-means = Če jo vpišete, je na dogodku nad številom mest in nikomur ne vzame mesta. Jo želite vpisati?
