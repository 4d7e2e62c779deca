"""What courtesy, holding lines and vague lines sound like in five languages: plain data.

Written without accents and apostrophes ("c est"), as `reading` folds what it reads. `(a|b|)` is a choice,
and an indented line goes on with the one before it.
What could also accept an offer ("yes", "gerne", "agreed") or announce a request ("thanks in advance",
"please") is left out on purpose: if in doubt a text is no courtesy, and the clock starts.
"""

from typing import Final

# anchors: a text of these asks for nothing
COURTESY: Final = """
(many|) (thanks|thx|tnx|thks|thnaks|thanx|ty|cheers) (a lot|so much|very much|a million|again|everyone|all|)
(thank|thnak) (you|u) (so much|very much|a lot|kindly|again|all|both|)
(ok|okay|oki|okey|k|alright|fine|great|perfect|super|excellent|wonderful|brilliant|lovely|nice|cool|awesome)
(that s|that is|this is|it s|it is|its|sounds|all|) (great|perfect|fine|good|ok|wonderful|lovely|excellent)
(got it|understood|noted|i understand|i see|makes sense|good to know|much appreciated|i appreciate it)
(you re|you are|your) welcome|no problem|no worries|my pleasure
(have|wish you|i wish you|wishing you) a (nice|great|good|lovely|pleasant) (day|evening|weekend|week|one)
(you too|same to you|bye|bye bye|goodbye|see you|take care|all the best|good night)
(it|everything|the parcel|the package|the order|) (works|works now|arrived|has arrived|arrived safely|
    is fine)
great (service|support|help|shop|seller|job)|top service
(serdecznie|bardzo|pieknie|wielkie|ogromne|slicznie|) (dziekuje|dziekujemy|dzieki|dziekowac|dziex|dziekuj)
(dziekuje|dziekujemy|dzieki) (bardzo|serdecznie|pieknie|wielkie|slicznie|jeszcze raz|raz jeszcze|wszystkim)
(swietnie|super|ekstra|doskonale|rewelacja|idealnie|wspaniale|dobrze|rozumiem|jasne|okej|spoko|w porzadku)
(wszystko|to|juz|) (jasne|ok|w porzadku|gra|rozumiem|wiem|dziala|dotarlo)
(milego|dobrego|udanego|spokojnego) (dnia|wieczoru|weekendu|popoludnia|tygodnia)
(zycze|zycze panstwu|) (milego dnia|milego weekendu|wszystkiego dobrego)|wzajemnie|do widzenia|dobranoc
(nie ma problemu|nie ma za co|nie ma sprawy|prosze bardzo|cala przyjemnosc po mojej stronie)
(przesylka|paczka|zamowienie) (dotarla|dotarlo|juz jest|doszla)|polecam|super obsluga
(herzlichen|vielen|besten|lieben|tausend|1000|schonen|schon|ganz|super|) (dank|danke|dankeschon|danek|merci)
danke (schon|schoen|sehr|vielmals|dir|ihnen|euch|nochmals|nochmal|auch|)|ich danke (ihnen|dir|euch|)
ich bedanke mich
(super|prima|klasse|toll|perfekt|spitze|wunderbar|bestens|top|gut|sehr gut|alles gut|alles klar|
    alles bestens)
(das ist|das klingt|klingt|dann ist|ist|) (super|prima|toll|perfekt|gut|klasse|in ordnung|okay|ok|wunderbar|
    klar)
(verstanden|verstehe|ich verstehe|alles verstanden|in ordnung|passt|passt so|hat geklappt|funktioniert|
    hat sich erledigt)
(schonen|schoenen|einen schonen|guten|) (tag|abend|feierabend|sonntag|samstag) (noch|ihnen|dir|euch)
(schones|schoenes|ein schones) (wochenende|restwochenende) (noch|ihnen|dir|euch|)
einen (schonen|schoenen|guten) (tag|abend)|schonen (tag|abend)|schoenen (tag|abend)
(gern geschehen|gerne geschehen|kein problem|keine ursache|nichts zu danken|bitte sehr|bitteschon)
(auf wiedersehen|tschuss|tschuess|bis bald|bis dann|alles gute|ebenso|gleichfalls|ihnen auch|dir auch)
(die ware|das paket|die lieferung|alles|paket|ware) (ist da|ist angekommen|gut angekommen|
    ist gut angekommen|angekommen)
(un grand|grand|mille|) merci (beaucoup|bien|infiniment|encore|a vous|a toi|mille fois|a tous|
    beaucoup a vous|)
je (vous|te) remercie (beaucoup|infiniment|vivement|)|merci et (bonne journee|bonne soiree|bon week end)
(parfait|super|genial|nickel|tres bien|c est bien|impeccable|excellent|formidable|top|cool|entendu|compris|
    d accord)
(c est|tout est|) (note|parfait|super|genial|nickel|tres bien|bon|ok|compris|clair|gentil|tres gentil|
    en ordre|bien recu|regle)
(bien recu|bien note|j ai compris|je comprends|ca marche|tout va bien|pas de souci|pas de soucis|
    pas de probleme|de rien|je vous en prie)
(bonne journee|bonne soiree|bon week end|bonne continuation|bonne fin de journee|bonne semaine) (a vous|
    a vous aussi|egalement|)
(tres|passez une|) (bonne journee|bonne soiree|bonne fin de semaine)|a bientot|au revoir|a vous aussi
(colis|le colis|la commande|ma commande) (bien recu|bien recue|est arrive|est bien arrive|est arrivee)
(mille|tante|molte|) (grazie|graize|grazzie) (mille|infinite|tante|di cuore|ancora|di nuovo|a voi|a lei|
    a tutti|molte|)
(la|vi|ti|) (ringrazio|ringraziamo) (molto|tanto|ancora|di cuore|infinitamente|)
(perfetto|ottimo|benissimo|bene|va bene|molto bene|capito|ho capito|ricevuto|d accordo|tutto chiaro|
    tutto ok|tutto bene|chiaro)
(tutto|e|e tutto|) (perfetto|a posto|chiaro|in ordine|ok|funziona|arrivato)|bravi|bravissimi|gentilissimi
gentilissimo|gentilissima
(buona|buon) (giornata|serata|weekend|fine settimana|proseguimento|lavoro|domenica|notte) (a voi|a lei|
    anche a voi|)
(prego|di nulla|di niente|nessun problema|non c e di che|si figuri|figurati|arrivederci|a presto|
    altrettanto|anche a lei|anche a voi)
(il pacco|pacco|l ordine|la merce) (e arrivato|arrivato|e arrivata|ricevuto)
"""

# what thanks are given for, after an anchor
THANKED_FOR: Final = """
for (the|your|this|all your|all the) (quick|fast|prompt|kind|friendly|great|helpful|detailed|swift|speedy|
    ) (reply|answer|response|help|information|info|service|support|delivery|advice|message|explanation|
    assistance|effort|feedback)
for (everything|letting me know|getting back to me|clarifying|explaining|helping|helping me|your time|
    your patience|that|this|it)
za (szybka|blyskawiczna|mila|sprawna|ekspresowa|wyczerpujaca|te|pomocna|) (odpowiedz|pomoc|wysylke|
    informacje|informacja|obsluge|wiadomosc|reakcje|dostawe|przesylke|wyjasnienie|cierpliwosc|kontakt)
za (szybki|mily|) kontakt|za wszystko|za wyjasnienie|za wyrozumialosc|za poswiecony czas
(fur|fuer) (die|ihre|deine|eure|diese) (schnelle|rasche|prompte|nette|freundliche|tolle|ausfuhrliche|super|
    gute|hilfreiche|) (antwort|hilfe|info|information|infos|informationen|ruckmeldung|rueckmeldung|auskunft|
    lieferung|nachricht|muhe|muehe|bearbeitung|beratung|unterstutzung|geduld)
(fur|fuer) (den|ihren|deinen) (schnellen|tollen|guten|) (service|support|versand|hinweis)
(fur|fuer) (alles|das feedback)
pour (la|votre|ta|cette|toute votre) (rapide|prompte|gentille|excellente|) (reponse|aide|livraison|
    information|gentillesse|patience|reactivite|disponibilite|comprehension|explication) (rapide|claire|)
pour (les|vos|ces|tes) (informations|infos|explications|precisions|conseils)
pour (tout|l info|l information|l aide|votre retour|votre service|ce retour)
per (la|la sua|la vostra|questa|) (rapida|gentile|veloce|pronta|tempestiva|cortese|) (risposta|
    disponibilita|spedizione|gentilezza|consegna|informazione|pazienza|cortesia|comprensione|spiegazione)
per (l aiuto|le informazioni|le info|tutto|il supporto|il servizio|il chiarimento|l informazione|
    il suo aiuto|il vostro aiuto)
"""

# greetings and small words between the rest: they ask for nothing, and say nothing either
FILLERS: Final = """
(hello|hi|hey|dear|good morning|good afternoon|good evening) (there|all|sir|madam|sir or madam|team|)
(dzien dobry|czesc|witam|hej|dobry wieczor|szanowni panstwo|szanowna pani|szanowny panie)
(hallo|guten tag|guten morgen|guten abend|moin|servus|gruss gott|sehr geehrte damen und herren|
    liebes team) (zusammen|)
(bonjour|bonsoir|salut|madame|monsieur|madame monsieur|chere madame|cher monsieur) (a tous|madame|monsieur|)
(buongiorno|buonasera|ciao|salve|gentile|gentili|gentili signori) (a tutti|)
and|then|so|well|oh|ah|wow|really|very|i|a|und|dann|ja super|ach so|na dann|also|i tak|to|no to|et|alors|ah
e|allora|oh
"""

# after these a name or two may stand, at the end
SIGN_OFFS: Final = """
(kind|best|warm|kindest|many|warmest|) regards|best wishes|(yours|) sincerely|all the best|best|cheers|yours
greetings
(serdecznie|) pozdrawiam (serdecznie|cieplo|goraco|)|(serdeczne|) pozdrowienia
z (powazaniem|wyrazami szacunku)|(lacze|) pozdrowienia|pozdr|pzdr
(mit|) (freundlichen|besten|lieben|herzlichen|vielen|schonen|freundlichem) (grussen|gruessen|gruss)|mfg|lg
vg|(viele|liebe|beste|herzliche|freundliche|schone) (grusse|gruesse)|(lieben|schonen|herzlichen) gruss|gruss
(bien|tres|) cordialement|(bien|) a vous|cdt|cdlt|(meilleures|sinceres) salutations|bien a vous
(cordiali|distinti|cari|tanti|) saluti|un (caro|cordiale) saluto|cordialmente
"""

HOLDING: Final = (
    # en
    r"(?:get|come|be) back to you",
    r"(?:look|looking) into (?:it|this|that|your|the)",
    r"as soon as (?:possible|we (?:can|know|have|hear))|asap\b",
    (
        r"\b(?:will|ll|we re|we are|are|let me|am|i m|currently) (?:check|checking|verify|verifying|"
        r"find out|investigat\w+)"
    ),
    (
        r"(?:will|ll) (?:let you know|keep you (?:posted|updated|informed)|contact you|update you|"
        r"be in touch|reply later)"
    ),
    r"(?:received|forwarded|passed on|noted) your (?:message|request|question|inquiry|enquiry)",
    r"(?:being|is) (?:processed|looked into|under review|in progress)|bear with us",
    r"(?:please|kindly) be patient",
    # pl
    r"(?:wrocimy|wroce|wracamy) (?:do|z)\b|(?:odezwiemy|odezwe) sie|damy (?:panstwu |pani |panu |)znac",
    r"dam znac",
    (
        r"\b(?:sprawdzimy|sprawdze|sprawdzamy|zweryfikujemy|weryfikujemy|wyjasniamy|wyjasnimy|ustalimy|"
        r"ustalamy)\b"
    ),
    r"jak najszybciej|najszybciej jak|w najblizszym czasie|tak szybko jak|poinformujemy|skontaktujemy sie",
    r"(?:przekazalismy|przekazalam|przekazalem|przekazemy) (?:to|sprawe|pytanie|zgloszenie|pana|pani)",
    r"prosimy o cierpliwosc",
    r"(?:sprawa|zgloszenie) jest w (?:toku|trakcie)|zajmiemy sie (?:tym|sprawa)",
    # de
    r"mel\w+ (?:uns|mich)\b|komm\w+ (?:wieder |)auf (?:sie|dich|euch) zu",
    (
        r"(?:prufen|pruefen|prufe|pruefe|klaren|klaeren|klare) (?:wir |ich |)(?:das|dies|es|die|den|ihr|"
        r"ihre|ihren|gerade|nun|intern)\b"
    ),
    r"(?:geben|gebe) (?:ihnen |dir |)(?:bescheid|ruckmeldung|rueckmeldung)",
    r"(?:so |)(?:bald|schnell) wie moglich|schnellstmoglich|baldmoglichst|umgehend",
    r"(?:kummern|kuemmern|kummere) (?:wir |ich |)(?:uns|mich)|in bearbeitung|weitergeleitet",
    r"um (?:etwas |ein wenig |)geduld",
    r"(?:halten|informieren) (?:wir |)sie (?:auf dem laufenden|sobald|bald)",
    r"haben ihre (?:anfrage|nachricht) erhalten|wird (?:gepruft|geprueft)",
    # fr
    r"revien(?:drons|drai|s)? (?:vers|rapidement|vite)|revenons vers|reviens vers",
    r"dans les (?:meilleurs|plus brefs) delais",
    r"(?:des que|aussitot que) (?:possible|nous|j)",
    r"(?:nous|on|je) (?:verifions|verifie|allons verifier|vais verifier|nous renseignons|examinons)",
    r"(?:tiendrons|tenons|tiens|tiendrai) (?:au courant|informe)",
    r"(?:vous|te) (?:tiendrons|tenons|tiens|tiendrai|recontact\w+|contact(?:erons|erai))",
    r"(?:bien recu|pris en compte|transmis) votre (?:demande|message|question)",
    r"(?:est|en) (?:en |)cours de traitement|merci de (?:votre patience|patienter)",
    # it
    r"(?:le|vi|ti|la) (?:faremo|faro|facciamo|faccio) sapere",
    r"(?:la|vi|ti) (?:ricontatt\w+|contatteremo|contattero|aggiorneremo|terremo \w+)",
    r"(?:al |il |)(?:piu presto|prima possibile)|appena (?:possibile|sappiamo|avremo|abbiamo|posso)",
    r"(?:stiamo|sto) (?:verificando|controllando|cercando|valutando)",
    r"\b(?:verifichiamo|verificheremo|controlliamo|controlleremo|verifico|controllo)\b",
    r"(?:abbiamo (?:ricevuto|inoltrato|preso in carico)) (?:la sua|la vostra|il suo|il vostro)",
    r"in (?:fase di |)lavorazione|(?:abbia|abbiate) pazienza",
)

VAGUE: Final = (
    r"\b(?:it|that) depends\b|kommt (?:ganz |)dr?auf an|kommt darauf an|hangt davon ab|zalezy\b",
    r"ca depend\b|cela depend|\bdipende\b",
    r"(?<!as )\bsoon\b(?! as)|\bshortly\b|any (?:day|time|moment) now",
    r"in (?:the|a) (?:next|coming|few) (?:few )?days|sooner or later",
    (
        r"\b(?:probably|maybe|perhaps|possibly|presumably|not sure|hopefully|i (?:think|guess) so|"
        r"should be (?:ok|fine|there))\b"
    ),
    (
        r"\b(?:wkrotce|niedlugo|niebawem|w najblizszych dniach|lada (?:dzien|chwila)|za jakis czas|"
        r"w swoim czasie)\b"
    ),
    r"\b(?:prawdopodobnie|chyba|byc moze|mozliwe|raczej (?:tak|nie|powinno)|powinno (?:byc|dojsc|dotrzec))\b",
    (
        r"\b(?:bald|demnachst|demnaechst|in kurze|in kuerze|in den nachsten tagen|in den naechsten tagen|"
        r"die tage|irgendwann)\b(?! wie)"
    ),
    (
        r"\b(?:wahrscheinlich|vermutlich|vielleicht|eventuell|moglicherweise|moeglicherweise|"
        r"musste eigentlich|sollte (?:bald|passen|eigentlich))\b"
    ),
    r"(?<!\ba )\bbientot\b|\bprochainement\b|sous peu|dans les prochains jours|d ici peu|un de ces jours",
    (
        r"\b(?:probablement|sans doute|peut etre|certainement pas sur|normalement|en principe|"
        r"devrait (?:arriver|aller|etre))\b"
    ),
    r"(?<!\ba )\bpresto\b|\ba breve\b|nei prossimi giorni|tra (?:poco|non molto|qualche giorno)",
    r"prossimamente",
    r"\b(?:probabilmente|forse|magari|puo darsi|in teoria|dovrebbe (?:arrivare|andare|essere))\b",
)

# a text with one of these says when
DATE_WORDS: Final = """
monday tuesday wednesday thursday friday saturday sunday today tonight tomorrow january february march april
may june july
august september october november december noon
poniedzialek poniedzialku wtorek wtorku sroda srode srody czwartek czwartku piatek piatku sobota sobote
soboty niedziela
niedziele niedzieli dzis dzisiaj jutro pojutrze stycznia lutego marca kwietnia maja czerwca lipca sierpnia
wrzesnia
pazdziernika listopada grudnia
montag dienstag mittwoch donnerstag freitag samstag sonnabend sonntag heute morgen ubermorgen uebermorgen
januar februar
marz maerz mai juni juli oktober dezember
lundi mardi mercredi jeudi vendredi samedi dimanche aujourd demain janvier fevrier mars avril juin juillet
aout septembre
octobre novembre decembre
lunedi martedi mercoledi giovedi venerdi sabato domenica oggi domani stasera gennaio febbraio marzo aprile
maggio giugno
luglio settembre ottobre dicembre
"""

KIND_SIGNS: Final = (
    "👍👌🙏😊🙂😀😃😄😁😅😉☺❤♥💙💚💛🧡💜🤍🤗🥰😍🙌👏🎉🎊✨⭐🌟🌸🌷🌹💐🌻🍀☀🌞💪🤝✅✔💯😎🤩😇🫶🥳😘"
)
