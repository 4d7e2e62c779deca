"""What people write in five languages, by what it reads as: data for the recogniser's tests."""

from typing import Final

COURTESY: Final = r"""
thanks!
Thank you very much
Thanks a lot for your quick reply!
Thank you so much, have a nice day
OK, got it. Thanks!
Perfect, thank you :)
great 👍
👍
🙏🙏
Thaaanks!!
thnaks a lot
THANK YOU
Many thanks for the helpful information. Kind regards, Clara
Hello all, thanks!
Thank you!\n\nBest regards\nClara Müller
That's great, thanks again ❤️
Everything arrived, thank you.
No problem, thanks for letting me know.
You're welcome!
Dziękuję bardzo, pozdrawiam
Dziękuję!
dzieki
Świetnie, dziękuję za szybką odpowiedź.
Dziękuję za pomoc, miłego dnia!
Super, dzięki 😊
Dzień dobry, dziękuję bardzo za informację. Pozdrawiam serdecznie, Hania Nowak
Rozumiem, dziękuję
ok, w porządku
Paczka dotarła, dziękuję!
Nie ma problemu, pozdrawiam
Super, vielen Dank!
Danke
Danke schön!
Vielen Dank für die schnelle Antwort.
Alles klar, danke Ihnen
Herzlichen Dank für Ihre Hilfe und einen schönen Tag noch!
Mit freundlichen Grüßen\nvielen Dank\nMit freundlichen Grüßen\nClara Müller
Guten Tag, danke für die Info. MfG Müller
Prima, passt. LG
Das Paket ist angekommen, vielen dank
Verstanden, danke. Viele Gruesse, Clara
Gern geschehen!
Merci beaucoup !
Merci pour votre réponse rapide, bonne journée !
Parfait, merci
C'est noté, merci beaucoup
D'accord, merci à vous
Bonjour, merci beaucoup pour les informations. Cordialement, Claire Dubois
Je vous remercie infiniment
Super, merci 👍🏻
tres bien merci
Colis bien reçu, merci !
De rien, bonne soirée
Grazie mille!
Perfetto, grazie
Grazie per la risposta, buona giornata
Grazie infinite per la disponibilità e buona giornata
Va bene, grazie. Cordiali saluti, Giulia Rossi
Tutto chiaro, grazie!
La ringrazio molto
Ottimo, grazie mille per le informazioni :-)
grazzie
Il pacco è arrivato, grazie!
Thanks, danke, merci!
Dziękuję, thank you!
"""

# each asks for something, tells something, or accepts an offer: a clock starts
NO_COURTESY: Final = r"""
danke, bitte Rechnung senden
thanks, please send the invoice
ok but it is broken
grazie, ma non funziona
Thanks in advance
Thank you in advance for your reply
Yes please
Yes
No
No thanks, I want my money back
Thanks, and the other one?
Thanks. Order 4711
Thanks for nothing
Thank you, but the parcel never came
Great, now it is missing a screw
I am waiting for your reply
for your quick reply
thanks for the quick reply tomorrow
ok, refund it then
Hello
Hi there,
still nothing
Thanks 😡
Thanks 🤔
thanks ‽
Thanks, see https://example.com
Thank you, a@example.com
Thanks €
Thank you. Invoice
Thanks, cancel
Best regards, please send it
Kind regards, Clara Maria Anna Müller
help
ok where is it
z góry dziękuję
Dziękuję, proszę o fakturę
Dziękuję, ale nie działa
dzięki, kiedy wysyłka
Tak, poproszę
Nie dziękuję, proszę o zwrot
Dzień dobry
W porządku, proszę wysłać
Dziękuję za odpowiedź, jednak brakuje śruby
danke im Voraus
Danke, ist aber kaputt
Ja, gerne
Danke, aber wann kommt das Paket
Vielen Dank für eine schnelle Antwort
Danke, Rechnung fehlt
Einverstanden
Super, dann bitte umtauschen
Alles klar, dann Geld zurück
Guten Tag
nicht gut
Merci d'avance
Merci, mais il manque une vis
Oui, merci
Merci de m'envoyer la facture
merci de répondre
Parfait, alors remboursez-moi
Bonjour
Merci, toujours rien reçu
c'est pas bon
Grazie in anticipo
Sì, grazie
Grazie, vorrei la fattura
Va bene, allora procedete con il rimborso
Perfetto, mandatemi il numero
Buongiorno
Grazie ma manca un pezzo
non va bene
attendo risposta, grazie
!!!
...
"""

HOLDING: Final = r"""
We will get back to you.
We'll get back to you as soon as possible!
Thank you for your message. We are looking into this.
Hello, let me check with the warehouse.
We have forwarded your request to the team. Please bear with us.
We are currently investigating.
Thanks for your patience, we will keep you posted.
I'll find out and let you know.
Dzień dobry, sprawdzimy i damy znać.
Odezwiemy się jak najszybciej.
Przekazaliśmy sprawę do magazynu.
Dziękujemy za wiadomość, wrócimy do Pani z odpowiedzią.
Wyjaśniamy sprawę, prosimy o cierpliwość.
Wir melden uns so bald wie möglich.
Guten Tag, wir prüfen das und melden uns bei Ihnen.
Wir kümmern uns darum.
Ihre Anfrage ist in Bearbeitung.
Ich gebe Ihnen Bescheid. Mit freundlichen Grüßen, Anna
Nous revenons vers vous dans les plus brefs délais.
Bonjour, nous vérifions et vous tenons au courant.
Votre demande est en cours de traitement.
Je me renseigne et je reviens vers vous.
Stiamo verificando, Le faremo sapere.
La ricontatteremo al più presto.
Buongiorno, controlliamo e La aggiorneremo.
Abbiamo inoltrato la Sua richiesta.
"""

VAGUE: Final = r"""
It depends.
Soon.
Probably.
It should be there soon.
The parcel will arrive shortly.
Maybe in the next few days.
To zależy.
Wkrótce.
Prawdopodobnie tak.
Paczka powinna dotrzeć niebawem.
Das kommt darauf an.
Bald.
Vermutlich kommt es in den nächsten Tagen.
Wahrscheinlich schon.
Ça dépend.
Cela devrait arriver prochainement.
Peut-être.
Sans doute sous peu.
Dipende.
Probabilmente sì.
Il pacco dovrebbe arrivare a breve.
Forse nei prossimi giorni.
"""

# answers, some of which sound a little like the above
ANSWERS: Final = r"""
Yes.
No, it does not fit.
Yes, it is 8 mm and fits.
It arrives by Thursday.
We will get back to you by Thursday.
The tracking number is 00340434161094042557.
It will be shipped on 15.12.
We check it tomorrow and write to you.
Tak, pasuje.
Odpowiemy do czwartku.
Wysyłka jutro.
Nie, ten model ma inny gwint.
Ja, die Dichtung passt.
Wir melden uns bis Freitag.
Die Lieferung erfolgt am 15. Dezember.
Oui, le joint convient.
Nous revenons vers vous lundi.
Non, ce modèle est plus large.
Sì, la guarnizione è adatta.
Le faremo sapere entro venerdì.
Spediamo domani.
The gasket fits. The lever fits. The basket fits. We will get back to you about the colour.
Which machine do you have? We will check then.
"""
