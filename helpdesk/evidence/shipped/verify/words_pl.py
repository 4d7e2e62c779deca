"""Polish."""

from __future__ import annotations

PL: dict[str, str] = {
    "verdict.whole": "Nienaruszony",
    "verdict.altered": "Zmieniony",
    "verdict.incomplete": "Niekompletny",
    "verdict.untrusted": "Klucz niepotwierdzony",
    "means.whole": (
        "Wszystko, co tu widać, jest dokładnie tym, co zapisano. Wskazano, czego nie ujawniono lub "
        "co usunięto, i niczego więcej nie brakuje. Dziennik podpisano kluczem, któremu ufasz."
    ),
    "means.altered": (
        "Co najmniej jedna część tego pakietu różni się od tego, co zapisano. Nie należy na nim polegać."
    ),
    "means.incomplete": (
        "Nic z tego, co tu jest, nie zostało zmienione, ale brakuje czegoś, co do tego należy."
    ),
    "means.untrusted": (
        "Wszystko w pakiecie do siebie pasuje. Nie wiadomo jeszcze, czy podpisał go operator: porównaj klucz."
    ),
    "package.zip": ("Plik jest uszkodzony, został przepakowany albo nie jest pakietem dowodowym ({detail})."),
    "member.path": "Nazwa pliku niedopuszczalna w pakiecie dowodowym: {name}",
    "member.duplicate": "Ten plik występuje w pakiecie dwa razy: {name}",
    "member.extra": "Plik, który nie należy do pakietu: {name}",
    "member.altered": "Ten plik nie jest tym, który zapakowano: {name}",
    "member.form": "Ten plik nie ma wymaganej postaci ({detail}): {name}",
    "member.missing": "Brakuje tego pliku: {name}",
    "manifest.note": "Spis plików nie ma ważnego podpisu operatora ({detail}).",
    "leaf.form": "Wiersz {line} pliku leaves.jsonl nie jest wpisem w wymaganej postaci.",
    "leaf.twice": "Pewien wpis występuje w pakiecie dwa razy.",
    "chain.gap": "Brakujące wpisy (łańcuch {name}): {span}.",
    "chain.tail": "Brakuje zakończenia (łańcuch {name}): wpisy {span}.",
    "chain.unlisted": "Wpis {n} nie należy do żadnej z wydanych części tej konwersacji.",
    "chain.link": "Wpis {n} nie wynika z poprzedniego wpisu (łańcuch {name}).",
    "chain.time": "Wpis {n} nie jest późniejszy od poprzedniego (łańcuch {name}).",
    "chain.party": "Wpis {n} dotyczy innych stron niż ta konwersacja.",
    "chain.head": "Ostatni wpis nie jest wpisem {n}, który podpisał operator (łańcuch {name}).",
    "value.verified": "Wpis {n}, {name}: sprawdzono",
    "value.erased": "Wpis {n}, {name}: usunięto; usunięcie jest odnotowane",
    "value.withheld": "Wpis {n}, {name}: nie ujawniono w tym pakiecie",
    "value.altered": "Wpis {n}, {name}: to nie jest to, co zapisano.",
    "value.extra": "Jako treść podano coś, czego nigdy nie zapisano: {name}",
    "value.missing": "Wpis {n}, {name}: brak, bez podanej przyczyny.",
    "value.not_erased": "Wpis {n}, {name}: podano, że usunięto, ale usunięcie nie jest odnotowane.",
    "file.verified": "Sprawdzony załącznik: {member}",
    "file.erased": "Załącznik usunięto; usunięcie jest odnotowane.",
    "file.withheld": "Załącznika nie ujawniono w tym pakiecie.",
    "file.altered": "Załącznik nie jest tym, który wysłano: {member}",
    "file.extra": "Tego załącznika nigdy nie wysłano: {name}",
    "file.missing": "Brakuje załącznika, bez podanej przyczyny.",
    "proof.pending": (
        "Wpis {n} ma mniej niż 24 godziny i nie ma go jeszcze w podpisanym dzienniku; ręczy za niego "
        "potwierdzenie."
    ),
    "proof.wrong": "Wpisu {n} nie ma w podpisanym dzienniku we wskazanym miejscu.",
    "proof.missing": "Brakuje dowodu, że wpis {n} jest w dzienniku.",
    "checkpoint.wrong": "Stan dziennika nie jest ważnie podpisany ({detail}): {name}",
    "checkpoint.split": "W dzienniku podpisano dwa różne stany o tej samej wielkości: {name}",
    "receipt.wrong": "Potwierdzenie wpisu {n} jest nieważne.",
    "receipt.extra": "Pewne potwierdzenie nie należy do żadnego wpisu w pakiecie.",
    "receipt.key": "Brakuje klucza, którym podpisano potwierdzenie wpisu {n}.",
    "receipt.missing": "Wpis {n} nie ma ani dowodu, ani potwierdzenia.",
    "conversation.differs": "conversation.json podaje coś innego, niż zapisano: {field}",
    "conversation.extra": "conversation.json podaje wpis, którego nie zapisano.",
    "conversation.missing": "conversation.json pomija wpis {n}.",
    "key.not_given": "Porównaj ten klucz z kluczem, który publikuje operator: {fingerprint}",
    "key.untrusted": "Podpisano innym kluczem niż ten, któremu ufasz: {fingerprint}",
    "key.receipts": ("Za klucz potwierdzeń i spisów plików nie ręczy dziennik, któremu ufasz: {fingerprint}"),
    "state.verified": "sprawdzono",
    "state.erased": "usunięto",
    "state.withheld": "nie ujawniono w tym pakiecie",
    "state.missing": "BRAK",
    "state.altered": "ZMIENIONO",
    "name.by": "autor",
    "name.body": "treść",
    "name.about": "zamówienie lub oferta w pokazanej postaci",
    "name.file": "plik {k}",
    "say.conversation": "Konwersacja",
    "say.made": "Wydano",
    "say.entries": "Wpisy: {entries}, w tym z dowodem obecności w podpisanym dzienniku: {proved}",
    "say.values": "Zawartość",
    "say.key": "Klucz",
    "say.log": "dziennik",
    "say.receipts": "potwierdzenia",
    "say.witness": "świadek",
    "say.trusted": "potwierdzony",
    "say.unknown": "niepotwierdzony",
    "say.address": "Opublikowano pod adresem {address}",
    "say.scope": (
        "Treść, autorstwo, czas, fakty i pliki udowodniono osobno dla każdego wpisu. Tytuł, rynek i "
        "nazwa sprzedawcy nad wiadomościami to oświadczenie operatora."
    ),
    "say.failed": "Samo sprawdzanie tego pakietu nie powiodło się, więc nic w nim nie jest potwierdzone.",
}
