"""What people write every day gets no remark, whoever writes it. None of these lines trained the model."""

import pytest

from helpdesk.conduct.rules.examining import examine
from helpdesk.conduct.terms import Decision, Said
from helpdesk.kernel.actor import Side

ORDINARY = {
    "en": """\
Thank you for your message. We are looking into this and will get back to you.
We have received your return and will check it today.
Your parcel left our warehouse this morning.
We are sorry for the delay, the carrier expects it tomorrow.
The repair has started and will take about three days.
Please send us a photo of the damage so that we can help.
You can return it within 14 days, the label is in your order.
I will call the courier and ask where it is.
Yes, it fits the model from 2019.
We will refund the full amount to the card that you paid with.
No problem at all, have a nice day!
The invoice is attached to your order.
Could you tell me the serial number, please?
Unfortunately this colour is sold out until Friday.
We have passed your request to our warehouse.
Good morning, how can I help?
I have ordered the wrong size, can I exchange it?
My parcel has not arrived yet, where is it?
The lamp is broken, what can you do?
I am disappointed with the quality.
We will do everything we can to solve this quickly.
Thank you for your patience.
I will let you know as soon as it is dispatched.
It is dispatched with tracking number JJD000301 and arrives on Tuesday.
Please let us know whether that solves it.""",
    "de": """\
Vielen Dank für Ihre Nachricht, wir kümmern uns darum und melden uns.
Ihre Rücksendung ist angekommen und wird heute geprüft.
Ihr Paket hat heute unser Lager verlassen.
Die Reparatur hat begonnen und dauert etwa drei Tage.
Bitte schicken Sie uns ein Foto des Schadens.
Sie können es innerhalb von 14 Tagen zurückgeben.
Ja, das passt zu Ihrem Modell.
Wir erstatten den vollen Betrag auf die Karte, mit der Sie bezahlt haben.
Die Rechnung liegt bei der Bestellung.
Leider ist diese Farbe bis Freitag ausverkauft.
Ich habe die falsche Größe bestellt, kann ich umtauschen?
Wo bleibt mein Paket?
Die Lampe ist kaputt, was nun?
Ich bin von der Qualität enttäuscht.
Wir entschuldigen uns für die Verzögerung.
Danke für Ihre Geduld.
Einen schönen Tag noch!
Wir haben Ihre Anfrage an das Lager weitergegeben.
Ich melde mich, sobald es verschickt ist.
Das Ersatzteil wird morgen verschickt.""",
    "pl": """\
Dziękujemy za wiadomość, sprawdzimy to i odpowiemy.
Zwrot dotarł do nas i dziś go sprawdzimy.
Paczka wyjechała dziś rano z magazynu.
Naprawa się rozpoczęła i potrwa około trzech dni.
Prosimy o zdjęcie uszkodzenia.
Może Pani zwrócić towar w ciągu 14 dni.
Tak, pasuje do tego modelu.
Zwrócimy całą kwotę na kartę, którą Pan płacił.
Faktura jest dołączona do zamówienia.
Niestety ten kolor będzie dostępny w piątek.
Zamówiłam zły rozmiar, czy mogę wymienić?
Gdzie jest moja paczka?
Lampa przyszła uszkodzona, co teraz?
Jestem rozczarowany jakością.
Przepraszamy za opóźnienie.
Dziękujemy za cierpliwość.
Miłego dnia!
Przekazaliśmy sprawę do magazynu.
Dam znać, gdy paczka wyjdzie.
Część zamienną wyślemy jutro.""",
    "fr": """\
Merci pour votre message, nous regardons cela et revenons vers vous.
Votre retour est bien arrivé et sera contrôlé aujourd'hui.
Votre colis est parti ce matin de notre entrepôt.
La réparation a commencé et prendra environ trois jours.
Merci de nous envoyer une photo du dommage.
Vous pouvez le retourner dans les 14 jours.
Oui, cela convient à votre modèle.
Nous remboursons la totalité sur la carte utilisée.
La facture est jointe à la commande.
Malheureusement cette couleur est épuisée jusqu'à vendredi.
J'ai commandé la mauvaise taille, puis-je échanger ?
Où est mon colis ?
La lampe est cassée, que faire ?
Je suis déçu de la qualité.
Nous sommes désolés du retard.
Merci de votre patience.
Bonne journée !
Nous avons transmis votre demande à l'entrepôt.
Je vous préviens dès que c'est expédié.
La pièce de rechange partira demain.""",
    "it": """\
Grazie per il messaggio, verifichiamo e le rispondiamo.
Il suo reso è arrivato e lo controlliamo oggi.
Il pacco è partito stamattina dal magazzino.
La riparazione è iniziata e durerà circa tre giorni.
Ci mandi una foto del danno, per favore.
Può restituirlo entro 14 giorni.
Sì, va bene per il suo modello.
Rimborsiamo l'intero importo sulla carta usata per il pagamento.
La fattura è allegata all'ordine.
Purtroppo questo colore è esaurito fino a venerdì.
Ho ordinato la taglia sbagliata, posso cambiarla?
Dov'è il mio pacco?
La lampada è rotta, cosa si fa?
Sono deluso dalla qualità.
Ci scusiamo per il ritardo.
Grazie per la pazienza.
Buona giornata!
Abbiamo passato la richiesta al magazzino.
La avviso appena è spedito.
Il ricambio parte domani.""",
}


@pytest.mark.parametrize("side", [Side.SELLER, Side.BUYER])
@pytest.mark.parametrize("language", ORDINARY)
def test_no_remark(language: str, side: Side) -> None:
    told = []
    for text in ORDINARY[language].splitlines():
        verdict = examine(said=Said(text=text, side=side, language=language))
        told += [
            (text, one.rule) for one in verdict.findings if one.decision.strength >= Decision.WARN.strength
        ]
    assert told == []
