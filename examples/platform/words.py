"""Our sentences: English, Polish, German; whoever reads another language reads English."""

from collections.abc import Mapping

LANGUAGES = ("en", "pl", "de")

WORDS: Mapping[str, tuple[str, str, str]] = {
    "name": ("Market Square", "Rynek", "Marktplatz"),
    "tagline": (
        "A small marketplace that speaks to Helpdesk over HTTP, and only so.",
        "Mały serwis handlowy, który rozmawia z Helpdeskiem wyłącznie przez HTTP.",
        "Ein kleiner Marktplatz, der mit Helpdesk über HTTP spricht, und nur so.",
    ),
    "search": ("Search", "Szukaj", "Suchen"),
    "search.hint": ("Lamp, gasket, grinder …", "Lampa, uszczelka, młynek…", "Lampe, Dichtung, Mühle …"),
    "nothing": ("Nothing here fits.", "Nic tu nie pasuje.", "Hier passt nichts."),
    "catalogue": ("Catalogue", "Katalog", "Katalog"),
    "orders": ("My orders", "Moje zamówienia", "Meine Bestellungen"),
    "events": ("What Helpdesk told", "Co przekazał Helpdesk", "Was Helpdesk meldet"),
    "messages": ("Messages", "Wiadomości", "Nachrichten"),
    "i_am": ("I am", "Jestem", "Ich bin"),
    "change": ("Change over", "Zmień", "Wechseln"),
    "buy": ("Buy now", "Kup teraz", "Jetzt kaufen"),
    "ask": ("Ask the seller", "Zapytaj sprzedawcę", "Frage an den Verkäufer"),
    "problem": ("Report a problem", "Zgłoś problem", "Problem melden"),
    "sold_by": ("Sold by", "Sprzedaje", "Verkauf durch"),
    "quantity": ("Pieces", "Sztuk", "Stück"),
    "shown": ("shown at", "widoczność", "gezeigt mit"),
    "new": ("new shop", "nowy sklep", "neuer Shop"),
    "reliable": ("reliable", "rzetelny", "zuverlässig"),
    "feed.on": (
        "Best first: how well it fits, times where Helpdesk says its shop is shown. Holds until",
        "Najlepsze na początku: trafność razy widoczność sklepu podana przez Helpdesk. Ważne do",
        "Das Beste zuerst: wie gut es passt, mal dem Faktor des Shops von Helpdesk. Gilt bis",
    ),
    "feed.off": (
        "Helpdesk’s word on shops is not to be had: all count the same until it is.",
        "Nie mamy danych Helpdesku o sklepach: na razie wszystkie liczą się tak samo.",
        "Die Angaben von Helpdesk zu den Shops fehlen: Bis dahin zählen alle gleich.",
    ),
    "no_orders": (
        "You have ordered nothing yet.",
        "Nie masz jeszcze zamówień.",
        "Sie haben noch nichts bestellt.",
    ),
    "order": ("Order", "Zamówienie", "Bestellung"),
    "placed": ("Placed", "Złożone", "Bestellt"),
    "dispatched": ("Dispatched", "Wysłane", "Verschickt"),
    "delivered": ("Delivered", "Doręczone", "Zugestellt"),
    "sent_back": ("Sent back", "Odesłane", "Zurückgeschickt"),
    "back": ("Back at the shop", "U sprzedawcy", "Zurück beim Shop"),
    "refunded": ("Paid back", "Zwrócono pieniądze", "Erstattet"),
    "expected": ("expected", "spodziewane", "erwartet am"),
    "machinery": (
        "The warehouse, the carrier and the bank, by a button",
        "Magazyn, przewoźnik i bank za jednym przyciskiem",
        "Lager, Paketdienst und Bank auf Knopfdruck",
    ),
    "do.dispatch": ("Send the parcel", "Wyślij paczkę", "Paket verschicken"),
    "do.deliver": ("The parcel arrives", "Paczka dociera", "Das Paket kommt an"),
    "do.back": ("The buyer sends it back", "Kupujący odsyła", "Der Käufer schickt es zurück"),
    "do.arrive": ("It arrives at the shop", "Dociera do sprzedawcy", "Es kommt beim Shop an"),
    "do.refund": ("Pay it back", "Zwróć pieniądze", "Geld erstatten"),
    "log": ("Events", "Zdarzenia", "Ereignisse"),
    "log.none": (
        "No event has come yet. Ask a seller something.",
        "Nie ma jeszcze zdarzeń. Zapytaj o coś sprzedawcę.",
        "Noch kam kein Ereignis. Fragen Sie einen Verkäufer etwas.",
    ),
    "verified": ("signature holds", "podpis prawidłowy", "Signatur stimmt"),
    "refused": (
        "Webhooks refused, for their signature did not hold",
        "Odrzucone webhooki z nieprawidłowym podpisem",
        "Abgelehnte Webhooks, deren Signatur nicht stimmte",
    ),
    "measures": ("Measures", "Środki", "Maßnahmen"),
    "outcomes": ("How cases ended", "Jak zakończyły się sprawy", "Wie Vorgänge endeten"),
    "agreements": ("Agreements", "Ustalenia", "Absprachen"),
    "none": ("None yet.", "Jeszcze żadnych.", "Noch keine."),
    "standings": ("Where shops are shown", "Widoczność sklepów", "Wo Shops gezeigt werden"),
    "stopped": (
        "This shop does not sell here at present.",
        "Ten sklep obecnie tu nie sprzedaje.",
        "Dieser Shop verkauft hier derzeit nicht.",
    ),
    "trouble": (
        "Helpdesk does not answer. Nothing was lost; please try again.",
        "Helpdesk nie odpowiada. Nic nie przepadło; proszę spróbować ponownie.",
        "Helpdesk antwortet nicht. Nichts ging verloren; bitte versuchen Sie es noch einmal.",
    ),
    "gone": ("There is no such page.", "Nie ma takiej strony.", "Diese Seite gibt es nicht."),
    "home": ("To the catalogue", "Do katalogu", "Zum Katalog"),
}


def spoken(language: str) -> str:
    """One of ours."""
    return language[:2] if language[:2] in LANGUAGES else "en"


def say(code: str, language: str) -> str:
    """The sentence."""
    return WORDS[code][LANGUAGES.index(spoken(language))]
