"""The words of notices that the Platform sends, in five languages: plain data, folded as `reading` folds."""

from typing import Final

# what has happened, as shops tell of it
DISPATCHED: Final = """
dispatched shipped sent posted left wyslane wyslana wyslalismy wyslano wyslalam wyslalem nadana
nadane nadalismy nadano versandt verschickt versendet abgeschickt ubergeben uebergeben unterwegs
expedie expediee envoye envoyee expediees parti partie spedito spedita inviato inviata partito
partita consegnato affidato affidata way drodze chemin viaggio route
"""
DELIVERED: Final = """
delivered arrived dostarczona dostarczone dostarczono doreczona doreczone doreczono zugestellt
geliefert angekommen livre livree arrive arrivee consegnato consegnata arrivato arrivata recapitato
"""
REFUNDED: Final = """
refunded refund repaid zwrocono zwrocilismy zwrot erstattet ruckerstattet zuruckerstattet erstattung
gutgeschrieben rembourse remboursee remboursement rimborsato rimborsata rimborso
"""
# and the words around it, which add nothing
AROUND: Final = """
a an the your you yours we i our us it its this that is are was were has have had been be will with
by via on at to for from in of and now already today yesterday just here order orders number no nr
tracking code track trace parcel package packet shipment item items goods delivery carrier courier
following under using can follow find please note hello hi hey dear good morning afternoon evening
thank thanks regards kind best sincerely sir madam amount twoje twoja twoj twojego panstwa pana pani
panskie panska zamowienie zamowienia zamowieniu paczka paczke paczki przesylka przesylke przesylki
numer numerem pod z ze do w na o od jest sa zostalo zostala zostaly zostal juz dzis dzisiaj wczoraj
firma firmy kurier kurierem kuriera przewoznik przewoznikiem sledzenia sledzic sledzenie mozna moze
moga list przewozowy listu przewozowego dzien dobry witam witamy czesc pozdrawiam pozdrawiamy
dziekuje dziekujemy szanowna szanowny szanowni panie informujemy nasza nasze kwota kwote ihre ihr
ihrer ihrem ihren sie wir ich unser unsere die der das den dem des ein eine ist sind wurde wurden
wird haben hat mit am im von vom zu zum zur fur fuer und per uber ueber bestellung bestellungen
bestellnummer auftrag paket sendung ware lieferung nummer sendungsnummer sendungsverfolgung
sendungsverfolgungsnummer trackingnummer versandnummer verfolgen konnen koennen heute gestern
bereits schon nun jetzt versanddienstleister paketdienst hallo guten tag morgen abend sehr geehrte
geehrter frau herr danke vielen dank freundlichen grussen gruessen gruss grusse mfg betrag votre vos
vous nous je notre nos le la les l un une du de d au aux en est sont ete ont avons avez sera avec
par pour sur et commande commandes colis paquet envoi livraison article numero n suivi suivre pouvez
peut transporteur sous bonjour bonsoir cher chere madame monsieur merci cordialement salutations
aujourd hui hier deja ce cette montant suo sua vostro vostra suoi noi io nostro nostra il lo gli uno
una di del della dello dei delle al alla allo nel nella e sono stato stata stati state ha abbiamo
hanno sara con da dal dalla su ordine ordini pacco spedizione consegna articolo merce tracciamento
corriere puo potete seguire tramite buongiorno buonasera ciao gentile salve grazie cordiali saluti
oggi ieri gia questo questa importo january february march april may june july august september
october november december monday tuesday wednesday thursday friday saturday sunday stycznia lutego
marca kwietnia maja czerwca lipca sierpnia wrzesnia pazdziernika listopada grudnia januar februar
marz maerz mai juni juli oktober dezember janvier fevrier mars avril juin juillet aout septembre
octobre novembre decembre gennaio febbraio marzo aprile maggio giugno luglio agosto settembre
ottobre dicembre http https www
"""
