# Slides, minutes and the like of an event.

key-materials = Gradiva
key-materials-send = Dodaj
key-materials-attach = Objavi
key-materials-drop = Odstrani zadnjo
key-materials-remove = Odstrani
key-materials-get = Prikaži
key-materials-seat = Za vse z mestom
key-materials-attended = Za udeležence
key-materials-all = Za vse članice
key-materials-file-seat = { $name } · z mestom
key-materials-file-attended = { $name } · udeleženci
key-materials-file-all = { $name } · vse članice

materials-card = 📎 <b>Gradiva: »{ $title }«</b>
materials-choose = Izberite datoteko.
materials-office-choose = Izberite datoteko ali dodajte nove.
materials-office-none = Gradiv še ni.
materials-none = Gradiv za vas še ni.
materials-picture = Slika
materials-file = 📎 { $name }
materials-for-seat = Dobijo jih vsi, ki imajo mesto.
materials-for-attended = Dobijo jih tisti, ki so bili na dogodku.
materials-for-all = Dobijo jih vse članice.
materials-ask-readers = Komu so namenjena?
materials-choose-readers = Tu ni treba pisati: izberite enega od gumbov.
materials-ask-files = Pošljite datoteke, po eno ali več hkrati. Ime napišete pod datoteko; brez njega ostane ime datoteke.
materials-listed = • { $name }
materials-more = Pošljite še katero ali objavite.
materials-no-file = To ni datoteka. Pošljite datoteko ali sliko. Vse, kar ste poslali, je shranjeno.
materials-too-many = Naenkrat je mogoče objaviti { $most } datotek. Objavite te, nato dodajte druge.
materials-attached = { $count ->
    [one] Objavljena je { $count } datoteka.
    [two] Objavljeni sta { $count } datoteki.
    [few] Objavljene so { $count } datoteke.
   *[other] Objavljenih je { $count } datotek.
}
materials-telling = Čez deset minut dobijo vsi, ki so jim namenjene, eno sporočilo. Do takrat jih lahko še dodate ali odstranite.
materials-ask-remove = Želite odstraniti »{ $name }«? Kdor je datoteko že dobil, jo obdrži.
materials-removed = Datoteka je odstranjena.
materials-gone = Te datoteke ni ali ni namenjena vam.
materials-not-shown = Telegram te datoteke ne more prikazati: { $words }
materials-news = 📎 Nova gradiva: »{ $title }«, { $day }.
materials-about = Gre za obvestilo o novih gradivih dogodka.
