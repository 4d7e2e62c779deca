"""Words around an app's name, folded, in five languages."""

from typing import Final

from helpdesk.conduct.data.listing import listed

JOINING: Final = (
    r"name|names|named|username|user|nick|nickname|nickiem|nicku|handle|id|acc|account|profile|page|"
    r"channel|group|server|konto|kontem|profil|profilu|profilem|seite|kanal|gruppe|grupa|grupie|grupy|"
    r"kanale|"
    r"strona|stronie|benutzer|benutzername|benutzername|nutzername|kontakt|compte|pseudo|page|chaine|"
    r"groupe|serveur|profilo|pagina|canale|gruppo|utente|contatto|nome|nom|nazwa|nazwe|nazwa uzytkownika|"
    r"login|loginem|"
    r"is|its|it's|are|was|am|ist|sind|heisst|heisse|heissen|to|jest|jestesmy|jestem|mam|mamy|nazywam|"
    r"nazywamy|sie|znajdziesz|znajdziecie|est|es|c'est|cest|suis|sommes|je|j'ai|moi|nous|on|e|ce|siamo|"
    r"sono|io|noi|abbiamo|ho|"
    r"i|i'm|im|i am|we|we're|my|mine|our|us|me|ours|the|ich|bin|wir|mein|meine|meiner|meins|unser|unsere|"
    r"unserer|mich|uns|dort|da|ja|moj|moja|moje|mnie|nas|nasz|nasza|nasze|my|tam|"
    r"mon|ma|mes|notre|nos|le|la|les|mio|mia|il|lo|nostro|nostra|mi|ci|qui|li|"
    r"under|as|at|by|with|via|on|in|called|of|for|here|there|unter|als|bei|auf|mit|dem|der|den|die|das|"
    r"namen|namens|pod|jako|o|z|na|w|nazwa|nazwa|haslo|haslem|haslo|po|sous|comme|avec|sur|dans|au|sotto|"
    r"come|con|su|col|al|"
    r"name's|nick's|handle's|surnom|sobriquet|soprannome|ksywa|ksywka|przydomek|spitzname|me connait|"
    r"zwa|zowie|kenn\w+|named|prosze|bitte|dac|dir|mir|merci|"
    r"just|easy|simply|then|and|or|einfach|dann|und|nach|mal|po prostu|prosto|i|wystarczy|simplement|puis|"
    r"et|basta|poi|semplicemente"
)
NAMING: Final = (
    r"under|as|called|named|name|nick|nickname|username|handle|look(?:ing)? for|look (?:us|me|it)? ?up|"
    r"look up|search(?: for)?|type(?: in)?|find(?: us| me)?(?: as| under)?|add(?: me| us)?(?: as)?|"
    r"unter|als|namen|namens|benutzername|sind wir|bin ich|heissen wir|heisse? ich|heisst|spitzname|"
    r"suche?n?|sucht|such(?: mal| einfach)?|"
    r"such nach|gucken|schauen|eingeben|finden|"
    r"jako|login|pod nazwa|pod|nazwa|nazywa sie|nazywamy sie|nazywam sie|szukaj\w*|szukac|"
    r"wpis\w+|wyszuk\w+|znajdz\w*|"
    r"znajdzi\w+|"
    r"surnom|sobriquet|soprannome|ksywka?|przydomek|sous|comme|s'appelle|pseudo|nom|cherche[rz]?|"
    r"recherche[rz]?|tape[rz]?|trouve\w*|ajoute[rz]?|"
    r"sotto|come|col nome|si chiama|nome|nick|cerca\w*|cerchi\w*|cercare|digit\w+|trov\w+|aggiung\w+"
)
OWNED: Final = r"my|our|mein\w*|unser\w*|moj\w*|nasz\w*|mon|ma|notre|mio|mia|nostr\w|own"
CALLED: Final = (
    r"heisse? ich|ich heisse?|i'm|im|i am|me|mine|mine's|mine is|ich bin|ich|bin|meins|jestem|ja to|ja|"
    r"moj to|moj|moje to|"
    r"moi c'est|moi|je suis|c'est|cest|jsuis|sono|io sono|io|il mio|we are|we're|wir sind|jestesmy|"
    r"on est|nous sommes|siamo|user|name|nick|mam|we go by|we go as|risulto|risultiamo|i come up as|"
    r"we come up as|has us as|have us as|(?:people )?knows? (?:me|us) as|kenn\w* (?:man )?(?:mich|uns) als|"
    r"znaja mnie jako|me connaissent comme|mi conoscono come|going by|known as|das sind wir als|"
    r"c'est nous,?"
)
SAME: Final = (
    r"(?:the |our )?same (?:name|handle|nick|username|user)\w*(?: as| like)?|(?:under |by )?(?:our|the|"
    r"my) (?:shop|store|business|company|seller|user)?[' ]?s? ?(?:name|username)|(?:shop|store|"
    r"seller) ?name|named? like (?:the|our|this) shop|"
    r"(?:gleiche[nmrs]?|selbe[nmrs]?|derselbe|demselben|dergleiche|wie) (?:name\w*|nick\w*|benutzername\w*|"
    r"hier|der shop|der laden|unser shop|unser laden)|(?:unter )?(?:dem |unserem |unser |meinem )?(?:shop|"
    r"laden|geschafts|firmen|verkaufer)name\w*|heissen (?:wir )?(?:dort |da )?(?:genauso|gleich|wie)|"
    r"so wie hier|genau wie hier|"
    r"(?:nick|name|nazwa|login|pseudo|nom|nome|handle)\w* (?:from |von |z |d'|di )?(?:here|tutaj|tu|hier|"
    r"ici|qui) (?:\w+ ){0,2}(?:also|too|tez|rowniez|auch|aussi|anche)|"
    r"(?:t[aey]\w* )?sam[aeąymj]\w* (?:nazw\w+|nick\w*|login\w*|jak)|(?:pod )?nazw\w+ (?:sklepu|firmy|"
    r"taka sama|jak (?:tu|tutaj|sklep|w sklepie))|taka sama nazwa|tak samo jak (?:tu|tutaj|sklep)|"
    r"jak sklep\b|tak jak (?:tu|tutaj)|nazywamy sie (?:tam )?tak samo|"
    r"(?:le |du )?meme (?:nom|pseudo|nom d'utilisateur|identifiant)|(?:sous )?(?:le |"
    r"notre )?nom (?:de (?:la |notre )?boutique|du magasin|de l'enseigne|d'ici)|comme (?:ici|la boutique|"
    r"le magasin)|pareil qu'ici|"
    r"(?:lo )?stesso (?:nome|nick|nickname|username|utente)|(?:con |sotto )?(?:il |col )?nome (?:del |"
    r"della )?(?:nostro )?(?:negozio|bottega|shop)|come (?:qui|il negozio)|uguale a qui|"
    r"ci chiamiamo (?:uguale|come|allo stesso)"
)
NOT: Final = (
    r"than|rather|lieber|wole|plutot|piuttosto|preferi\w*|prefere\w*|"
    r"no|not|don't|dont|do not|doesn't|won't|wont|can't|cant|cannot|never|rather not|without|isn't|aren't|"
    r"instead of|stop|"
    r"nicht|kein\w*|nie|niemals|ohne|lieber nicht|statt|weder|"
    r"zadn\w+|bez|nigdy|zamiast|wolelib\w+|wolimy|"
    r"pas|sans|jamais|ni|aucun\w*|plutot que|"
    r"non|niente|senza|mai|nessun\w*|ne|invece"
)
FEATURES: Final = (
    r"notification\w*|notif\w*|display\w*|supports?|supported|compatib\w+|certified|works? with|working|"
    r"preinstalled|pre-installed|"
    r"headset\w*|webcam|watch|phone|tablet|stereo|bluetooth|speaker|earbuds|calls?|ringing|ringtones?|"
    r"messages (?:on|"
    r"to)|install\w*|update\w*|"
    r"benachrichtigung\w*|anzeig\w*|unterstutz\w*|kompatib\w+|zertifiziert\w*|vorinstalliert|lauft|anrufe?|"
    r"klingel\w*|uhr|smartwatch|handy|geht mit|"
    r"powiadomien\w*|wyswietl\w*|obslug\w*|kompatyb\w*|certyfik\w*|dziala|polaczen\w*|zegarek|zegarka|"
    r"sluchawk\w*|telefon\w*|"
    r"affiche\w*|prend\w* en charge|certifie\w*|fonctionne|preinstalle\w*|appels?|montre|casque|telephone|"
    r"messages (?:de|whatsapp)|"
    r"notifiche|mostra|supporta\w*|certificat\w*|funziona|preinstallat\w*|chiamate|squilla|orologio|cuffie|"
    r"telefono"
)
NO_NAME: Final = frozenset(
    listed("""
    yes no not ok okay also too both app apps only and or but for with when while then there here now
    please pls just already
    calls call messages message notification notifications video videos audio chat web desktop support
    works work working version
    style card cable bag red blue black head high low loss strength strong weak booster range noise
    ready certified compatible
    on off in at to from is are was does do did has have will would can could should it this that these
    those they he she
    ja nein auch nur und oder aber mit ohne wenn dann hier dort jetzt bitte schon noch geht nicht kein
    keine anrufe nachrichten
    funktioniert lauft gibt hat haben wird ist sind war auf im am zu zum zur von vom bei nach das der
    die den dem ein eine
    tak nie tez tylko oraz ale dla bez gdy wtedy tutaj tam teraz prosze juz jeszcze dziala wiadomosci
    polaczenia jest sa byl
    oui non aussi seulement mais pour avec sans quand alors ici la maintenant deja encore marche
    fonctionne messages appels
    si anche solo pero per con senza quando allora qui ora gia ancora funziona messaggi chiamate account
    konto compte
    better faster quicker easier fine best anytime today tomorrow directly direkt schneller besser
    einfacher szybciej
    lepiej latwiej wygodniej plus vite mieux rapidement meglio veloce subito antworten odpisujemy
    repondons rispondiamo
    me us you your write text ping call message schreiben schreib pisz piszcie napisz ecrivez ecris
    scrivi scriva mir uns mi nam
    moi nous noi ci gdyby czy jak co bo wiec dlatego weil dass denn car parce que perche che whatsapp
    telegram signal viber
    facebook instagram insta messenger skype snapchat tiktok discord teams zoom business gruppe group
    grupa groupe gruppo channel
    saw looking looked selling sold sorry happy glad away busy sure fine good late still waiting using
    unable able going
    einfach simply just equals genauso wie come comme als jako as simplement semplicemente
    direktnachricht direct she'll he'll they'll we'll it'll surnom sobriquet soprannome ksywa ksywka przydomek
    spitzname id nazwiskiem imieniem nachnamen vornamen surname cognome haste seite dieser diesem diese
    fortsetzen capire replies reply answers bildern mnie twoim swoim moim naszym connait
    sie ihnen ihr ihre ihren euch du dich dir i'd i'll i've i'm you're we're don't lei voi pan pani
    panstwo vous monsieur madame
    first before back again asap zuerst erst najpierw d'abord prima
    shop store sklep laden boutique negozio name nazwa nom nome same gleich live stories story reel
    reels post posts
    """)
)
"""No names of accounts."""

CONTACT: Final = (
    r"message|messages|msg|dm|pm|write|text|add|join|follow|contact|chat|drop|ping|reach|reply|replies|"
    r"answer|quicker|faster|comment|"
    r"schreib\w*|anschreib\w*|adde?n?|hinzufug\w*|folg\w*|kontakt\w*|beitret\w*|kommen|komm|meld\w*|"
    r"erreich\w*|antwort\w*|schneller|"
    r"pisz\w*|napis\w*|dodaj\w*|dolacz\w*|obserwuj\w*|kontakt\w*|odpis\w*|odpowiad\w*|zagad\w*|wbij\w*|"
    r"zajrz\w*|szybciej|"
    r"ecri\w*|ajout\w*|rejoin\w*|suiv\w*|contact\w*|repond\w*|joign\w*|passez|"
    r"scriv\w*|aggiung\w*|unit\w*|entr\w*|segu\w*|contatt\w*|rispond\w*"
)
SELF: Final = (
    r"i'm|im|i|we|we're|our|ours|my|mine|me|us|ich|wir|mein\w*|unser\w*|mich|uns|jestem|jestesmy|moj\w*|"
    r"nasz\w*|mnie|nas|mamy|mam|"
    r"je|j'ai|nous|on|mon|ma|notre|nos|moi|sono|siamo|mio|mia|nostr\w|abbiamo|ci|io|noi"
)
SEEN: Final = (
    r"saw|seen|watched|read|bought|heard|gesehen|gekauft|gelesen|gefunden|widzial\w*|kupil\w*|czytal\w*|vu|"
    r"vue|achete(?:e?s?)|lu|visto|vista|comprato|letto|says|said|sagt|mowi|dit|dice"
)
GROUPS: Final = (
    r"group|gruppe|grupa|grupy|grupie|groupe|gruppo|channel|kanal\w*|canal|canale|chaine|server|serveur|"
    r"seite|page|pagina|strona|strone|fanpage"
)
BARE: Final = (
    r"socials?|social media|everywhere|all platforms|other platforms|on all|profil\w*|kanalen|uberall|"
    r"wszedzie|reseaux|partout|ovunque|dappertutto|handle|nick\w*|pseudo|insta\w*|follow|folg\w*|"
    r"obserwuj\w*|suivez|segu\w*|dms?|pms?|mp|priv\w*|inbox|pv|pn"
)
