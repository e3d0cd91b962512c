# Groups that announcements may go to.

group-asks = 📣 Glasnik lahko sem prinaša obvestila združenja: <b>{ $title }</b>
group-who-confirms = Potrdi administrator ali administratorka Glasnika.
group-topics = Za posamezno temo pošljite v njej ukaz /tukaj.
key-let-in = Potrdi
group-lets-in = ✅ Sem prihajajo obvestila združenja: <b>{ $title }</b>
group-gone = Ta gumb ne velja več. Za novega pošljite v skupini ukaz /tukaj.
group-not-allowed = Tega vaša vloga ne omogoča. Obvestila v skupini potrdi administrator ali administratorka Glasnika.
group-stranger = Glasnik je za zaposlene v knjižnicah članicah. Za vabilo prosite svojo knjižnico.
group-bring-me = Glasnika dodajte v skupino in tam pošljite ukaz /tukaj. Potrdi administrator ali administratorka Glasnika.

key-audience-group = Skupine
audience-group = skupina »{ $title }«
audience-groups = { $count ->
    [one] { $count } skupina
    [two] { $count } skupini
    [few] { $count } skupine
   *[other] { $count } skupin
}
audience-size-groups = 👥 { $groups }
audience-size-and-groups = { $people }, { $groups }
