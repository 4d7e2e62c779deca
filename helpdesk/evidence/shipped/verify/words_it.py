"""Italian."""

from __future__ import annotations

IT: dict[str, str] = {
    "verdict.whole": "Integro",
    "verdict.altered": "Alterato",
    "verdict.incomplete": "Incompleto",
    "verdict.untrusted": "Chiave non confermata",
    "means.whole": (
        "Tutto ciò che compare qui è esattamente ciò che è stato registrato. Quanto non è comunicato "
        "o è stato cancellato è indicato; non manca altro. Il giornale è firmato con la chiave di "
        "cui Lei si fida."
    ),
    "means.altered": (
        "Almeno una parte di questo pacchetto non è come è stata registrata. Non vi faccia affidamento."
    ),
    "means.incomplete": (
        "Nulla di ciò che è presente è stato modificato, ma manca qualcosa che ne fa parte."
    ),
    "means.untrusted": (
        "Nel pacchetto tutto concorda. Resta da mostrare che l’operatore lo abbia firmato: confronti "
        "la chiave."
    ),
    "package.zip": "Il file è danneggiato, è stato ricompresso o non è un pacchetto di prova ({detail}).",
    "member.path": "Un nome di file non ammesso in un pacchetto di prova: {name}",
    "member.duplicate": "Questo file compare due volte nel pacchetto: {name}",
    "member.extra": "Un file che non appartiene al pacchetto: {name}",
    "member.altered": "Questo file non è quello consegnato: {name}",
    "member.form": "Questo file non ha la forma prescritta ({detail}): {name}",
    "member.missing": "Questo file manca: {name}",
    "manifest.note": "L’elenco dei file non porta una firma valida dell’operatore ({detail}).",
    "leaf.form": "La riga {line} di leaves.jsonl non è una voce nella forma prescritta.",
    "leaf.twice": "Una voce compare due volte nel pacchetto.",
    "chain.gap": "Voci mancanti (catena {name}): {span}.",
    "chain.tail": "Manca la fine (catena {name}): voci {span}.",
    "chain.unlisted": "La voce {n} non appartiene ad alcuna parte consegnata di questa conversazione.",
    "chain.link": "La voce {n} non segue dalla precedente (catena {name}).",
    "chain.time": "La voce {n} non è successiva alla precedente (catena {name}).",
    "chain.party": "La voce {n} riguarda parti diverse da quelle della conversazione.",
    "chain.head": "L’ultima voce non è la voce {n} firmata dall’operatore (catena {name}).",
    "value.verified": "Voce {n}, {name}: verificato",
    "value.erased": "Voce {n}, {name}: cancellato; la cancellazione è registrata",
    "value.withheld": "Voce {n}, {name}: non comunicato in questo pacchetto",
    "value.altered": "Voce {n}, {name}: non è ciò che è stato registrato.",
    "value.extra": "È indicato un contenuto che non è mai stato registrato: {name}",
    "value.missing": "Voce {n}, {name}: manca, senza motivo.",
    "value.not_erased": (
        "Voce {n}, {name}: indicato come cancellato, ma nessuna cancellazione è registrata."
    ),
    "file.verified": "Allegato verificato: {member}",
    "file.erased": "Un allegato è stato cancellato; la cancellazione è registrata.",
    "file.withheld": "Un allegato non è comunicato in questo pacchetto.",
    "file.altered": "Un allegato non è quello inviato: {member}",
    "file.extra": "Questo allegato non è mai stato inviato: {name}",
    "file.missing": "Manca un allegato, senza motivo.",
    "proof.pending": (
        "La voce {n} ha meno di 24 ore e non è ancora nel giornale firmato; ne risponde la ricevuta."
    ),
    "proof.wrong": "La voce {n} non è nel giornale firmato al posto indicato.",
    "proof.missing": "Manca la prova che la voce {n} sia nel giornale.",
    "checkpoint.wrong": "Lo stato del giornale non è firmato validamente ({detail}): {name}",
    "checkpoint.split": "Il giornale ha firmato due stati diversi della stessa dimensione: {name}",
    "receipt.wrong": "La ricevuta della voce {n} non è valida.",
    "receipt.extra": "Una ricevuta non appartiene ad alcuna voce del pacchetto.",
    "receipt.key": "Manca la chiave con cui è firmata la ricevuta della voce {n}.",
    "receipt.missing": "La voce {n} non ha né prova né ricevuta.",
    "conversation.differs": (
        "conversation.json riporta qualcosa di diverso da ciò che è stato registrato: {field}"
    ),
    "conversation.extra": "conversation.json riporta una voce che non è stata registrata.",
    "conversation.missing": "conversation.json omette la voce {n}.",
    "key.not_given": "Confronti questa chiave con quella pubblicata dall’operatore: {fingerprint}",
    "key.untrusted": "Firmato con una chiave diversa da quella di cui Lei si fida: {fingerprint}",
    "key.receipts": (
        "Nessun giornale di cui Lei si fida risponde della chiave per ricevute ed elenchi: {fingerprint}"
    ),
    "state.verified": "verificato",
    "state.erased": "cancellato",
    "state.withheld": "non comunicato in questo pacchetto",
    "state.missing": "MANCA",
    "state.altered": "ALTERATO",
    "name.by": "autore",
    "name.body": "testo",
    "name.about": "ordine o offerta come mostrati",
    "name.file": "file {k}",
    "say.conversation": "Conversazione",
    "say.made": "Consegnato",
    "say.entries": "{entries} voci, di cui {proved} con prova di presenza nel giornale firmato",
    "say.values": "Contenuto",
    "say.key": "Chiave",
    "say.log": "giornale",
    "say.receipts": "ricevute",
    "say.witness": "testimone",
    "say.trusted": "confermata",
    "say.unknown": "non confermata",
    "say.address": "Pubblicata all’indirizzo {address}",
    "say.scope": (
        "Testi, autori, orari, fatti e file sono provati uno per uno. Titolo, mercato e nome del "
        "venditore sopra i messaggi sono indicazioni dell’operatore."
    ),
    "say.failed": "La verifica stessa è fallita su questo pacchetto; nulla vi è confermato.",
}
