# Events: the questions that are asked of whoever registers, while staff write them.

key-question-add = ＋ Vprašanje
key-question-wording = Besedilo
key-question-options = Možnosti
key-question-required = Obvezno
key-question-condition = Pogoj
key-question-up = ↑ Više
key-question-down = ↓ Niže
key-question-remove = Odstrani vprašanje
key-question-text = Odgovor z besedilom
key-question-always = Vedno
key-question-if = { $question } → { $answer }

question-listed = { $place }. { $text } <i>({ $how })</i>
question-of-text = besedilo
question-of-options = { $count ->
    [one] { $count } možnost
    [two] { $count } možnosti
    [few] { $count } možnosti
   *[other] { $count } možnosti
}
question-not-required = { $kind }, neobvezno
question-worded = ❓ <b>{ $text }</b>
question-english = Angleško: { $text }
question-option = • { $text }
question-how = Odgovor: { $how }
question-only-if = Samo če »{ $question }« → »{ $answer }«
question-answers = { $count ->
    [one] Odgovorila je { $count } oseba.
    [two] Odgovorili sta { $count } osebi.
    [few] Odgovorile so { $count } osebe.
   *[other] Odgovorilo je { $count } oseb.
}

guide-ask-questions = Kaj vprašate ob prijavi? Izberite vprašanje ali dodajte novo.
guide-ask-question = Kaj želite urediti pri tem vprašanju?
guide-ask-wording = Kako se glasi? Angleško lahko dodate za navpičnico: »Kosilo? | Lunch?«
guide-ask-options = Med čim se izbira? Napišite možnosti, vsako v svojo vrstico; angleško lahko dodate za navpičnico: »Vegetarijansko | Vegetarian«. ✖ možnost odstrani.
guide-ask-condition = Kdaj se to vprašanje postavi? Vedno ali samo ob enem od teh odgovorov.
guide-ask-removal = Ali vprašanje res odstranite? Ko shranite, njegovih odgovorov ni več ne na seznamu ne v preglednici.
question-no-slovene = Besedilo v slovenščini manjka. Napišite ga pred navpičnico. Vse drugo je shranjeno.
question-too-many = Vprašanj je lahko največ { $most }. Eno odstranite. Vse drugo je shranjeno.
question-too-many-options = Možnosti je lahko največ { $most }. Pošljite jih manj. Vse drugo je shranjeno.
question-two-options = Izbirati je mogoče vsaj med dvema. Dodajte možnost ali izberite »Odgovor z besedilom«. Vse drugo je shranjeno.
question-needed = Od tega odgovora je odvisno drugo vprašanje. Najprej spremenite njegov pogoj. Vse drugo je shranjeno.
question-order = Vprašanje s pogojem je lahko samo za tistim, od katerega je odvisno. Vse drugo je shranjeno.
