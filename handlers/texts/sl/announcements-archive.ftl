# Announcements that members find again.

key-archive = Obvestila
key-received = { $when } · { $title }
archive-card = <b>Obvestila</b>
archive-count = { $count ->
    [one] Prejeli ste { $count } obvestilo.
    [two] Prejeli ste { $count } obvestili, novejše je na vrhu.
    [few] Prejeli ste { $count } obvestila, najnovejše je na vrhu.
   *[other] Prejeli ste { $count } obvestil, najnovejše je na vrhu.
}
archive-none = Obvestil za vas še ni. Ko vam jih združenje pošlje, jih tu najdete znova.
archive-photo = slika
archive-document = datoteka
archive-ask = Kaj iščete? Napišite besedo ali dve iz obvestila; šumniki niso potrebni.
archive-found = { $count ->
    [one] { $count } obvestilo za »{ $text }«:
    [two] { $count } obvestili za »{ $text }«:
    [few] { $count } obvestila za »{ $text }«:
   *[other] { $count } obvestil za »{ $text }«:
}
archive-more = Prikazanih je najnovejših { $shown }. Za manj zadetkov napišite več besed.
archive-again = Za novo iskanje napišite druge besede.
archive-find-none = Za »{ $text }« ni zadetkov. Napišite drugo besedo iz obvestila.
archive-opened = ⬆️ Poslano: { $when }.
