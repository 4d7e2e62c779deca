"""German."""

from __future__ import annotations

DE: dict[str, str] = {
    "verdict.whole": "Unversehrt",
    "verdict.altered": "Verändert",
    "verdict.incomplete": "Unvollständig",
    "verdict.untrusted": "Schlüssel nicht bestätigt",
    "means.whole": (
        "Alles, was hier steht, ist genau das, was aufgezeichnet wurde. Was zurückgehalten oder "
        "gelöscht wurde, ist genannt; sonst fehlt nichts. Das Protokoll ist mit dem Schlüssel "
        "unterschrieben, dem Sie vertrauen."
    ),
    "means.altered": (
        "Mindestens ein Teil dieses Pakets ist nicht so, wie er aufgezeichnet wurde. Verlassen Sie "
        "sich nicht darauf."
    ),
    "means.incomplete": "Nichts, was hier ist, wurde verändert, aber etwas, das dazugehört, fehlt.",
    "means.untrusted": (
        "Alles in diesem Paket passt zusammen. Ob der Betreiber es unterschrieben hat, ist noch "
        "nicht gezeigt: Vergleichen Sie den Schlüssel."
    ),
    "package.zip": "Die Datei ist beschädigt, wurde neu gepackt oder ist kein Beweispaket ({detail}).",
    "member.path": "Ein Dateiname, den kein Beweispaket haben darf: {name}",
    "member.duplicate": "Diese Datei ist zweimal im Paket: {name}",
    "member.extra": "Eine Datei, die nicht zum Paket gehört: {name}",
    "member.altered": "Diese Datei ist nicht die, die gepackt wurde: {name}",
    "member.form": "Diese Datei hat nicht die vorgeschriebene Form ({detail}): {name}",
    "member.missing": "Diese Datei fehlt: {name}",
    "manifest.note": (
        "Das Verzeichnis der Dateien trägt keine gültige Unterschrift des Betreibers ({detail})."
    ),
    "leaf.form": "Zeile {line} von leaves.jsonl ist kein Eintrag in der vorgeschriebenen Form.",
    "leaf.twice": "Ein Eintrag steht zweimal im Paket.",
    "chain.gap": "Fehlende Einträge (Kette {name}): {span}.",
    "chain.tail": "Das Ende fehlt (Kette {name}): Einträge {span}.",
    "chain.unlisted": "Eintrag {n} gehört zu keinem ausgehändigten Teil dieses Gesprächs.",
    "chain.link": "Eintrag {n} schließt nicht an den vorigen Eintrag an (Kette {name}).",
    "chain.time": "Eintrag {n} ist nicht später als der vorige (Kette {name}).",
    "chain.party": "Eintrag {n} betrifft andere Parteien als dieses Gespräch.",
    "chain.head": (
        "Der letzte Eintrag ist nicht Eintrag {n}, wie ihn der Betreiber unterschrieben hat (Kette {name})."
    ),
    "value.verified": "Eintrag {n}, {name}: geprüft",
    "value.erased": "Eintrag {n}, {name}: gelöscht; die Löschung ist festgehalten",
    "value.withheld": "Eintrag {n}, {name}: in diesem Paket zurückgehalten",
    "value.altered": "Eintrag {n}, {name}: nicht das, was aufgezeichnet wurde.",
    "value.extra": "Als Inhalt ist etwas angegeben, das nie aufgezeichnet wurde: {name}",
    "value.missing": "Eintrag {n}, {name}: fehlt, ohne Grund.",
    "value.not_erased": "Eintrag {n}, {name}: angeblich gelöscht, doch keine Löschung ist festgehalten.",
    "file.verified": "Geprüfter Anhang: {member}",
    "file.erased": "Ein Anhang wurde gelöscht; die Löschung ist festgehalten.",
    "file.withheld": "Ein Anhang ist in diesem Paket zurückgehalten.",
    "file.altered": "Ein Anhang ist nicht der, der gesendet wurde: {member}",
    "file.extra": "Dieser Anhang wurde nie gesendet: {name}",
    "file.missing": "Ein Anhang fehlt, ohne Grund.",
    "proof.pending": (
        "Eintrag {n} ist jünger als 24 Stunden und noch nicht im unterschriebenen Protokoll; seine "
        "Quittung bürgt für ihn."
    ),
    "proof.wrong": "Eintrag {n} steht nicht an der angegebenen Stelle im unterschriebenen Protokoll.",
    "proof.missing": "Der Nachweis, dass Eintrag {n} im Protokoll steht, fehlt.",
    "checkpoint.wrong": "Der Stand des Protokolls ist nicht gültig unterschrieben ({detail}): {name}",
    "checkpoint.split": (
        "Im Protokoll wurden zwei verschiedene Stände gleicher Größe unterschrieben: {name}"
    ),
    "receipt.wrong": "Die Quittung von Eintrag {n} ist ungültig.",
    "receipt.extra": "Eine Quittung gehört zu keinem Eintrag des Pakets.",
    "receipt.key": "Der Schlüssel, mit dem die Quittung von Eintrag {n} unterschrieben ist, fehlt.",
    "receipt.missing": "Eintrag {n} hat weder Nachweis noch Quittung.",
    "conversation.differs": ("conversation.json gibt etwas anderes wieder, als aufgezeichnet wurde: {field}"),
    "conversation.extra": "conversation.json gibt einen Eintrag wieder, der nicht aufgezeichnet ist.",
    "conversation.missing": "conversation.json lässt Eintrag {n} aus.",
    "key.not_given": (
        "Vergleichen Sie diesen Schlüssel mit dem, den der Betreiber veröffentlicht: {fingerprint}"
    ),
    "key.untrusted": ("Mit einem anderen Schlüssel unterschrieben als dem, dem Sie vertrauen: {fingerprint}"),
    "key.receipts": (
        "Für den Schlüssel der Quittungen und Verzeichnisse bürgt kein Protokoll, dem Sie vertrauen: "
        "{fingerprint}"
    ),
    "state.verified": "geprüft",
    "state.erased": "gelöscht",
    "state.withheld": "in diesem Paket zurückgehalten",
    "state.missing": "FEHLT",
    "state.altered": "VERÄNDERT",
    "name.by": "Verfasser",
    "name.body": "Text",
    "name.about": "Bestellung oder Angebot, wie angezeigt",
    "name.file": "Datei {k}",
    "say.conversation": "Gespräch",
    "say.made": "Ausgehändigt",
    "say.entries": "{entries} Einträge, davon {proved} nachweislich im unterschriebenen Protokoll",
    "say.values": "Inhalte",
    "say.key": "Schlüssel",
    "say.log": "Protokoll",
    "say.receipts": "Quittungen",
    "say.witness": "Zeuge",
    "say.trusted": "bestätigt",
    "say.unknown": "nicht bestätigt",
    "say.address": "Veröffentlicht unter {address}",
    "say.scope": (
        "Texte, Verfasser, Zeitpunkte, Tatsachen und Dateien sind einzeln nachgewiesen. Titel, Markt "
        "und Name des Verkäufers über den Nachrichten sind Angaben des Betreibers."
    ),
    "say.failed": "Die Prüfung selbst ist an diesem Paket gescheitert; nichts darin ist bestätigt.",
}
