"""French."""

from __future__ import annotations

FR: dict[str, str] = {
    "verdict.whole": "Intact",
    "verdict.altered": "Altéré",
    "verdict.incomplete": "Incomplet",
    "verdict.untrusted": "Clé non confirmée",
    "means.whole": (
        "Tout ce qui figure ici est exactement ce qui a été enregistré. Ce qui n’est pas communiqué "
        "ou a été effacé est indiqué ; rien d’autre ne manque. Le journal est signé avec la clé à "
        "laquelle vous faites confiance."
    ),
    "means.altered": (
        "Au moins une partie de ce dossier n’est pas telle qu’elle a été enregistrée. Ne vous y fiez pas."
    ),
    "means.incomplete": (
        "Rien de ce qui figure ici n’a été modifié, mais il manque quelque chose qui en fait partie."
    ),
    "means.untrusted": (
        "Tout concorde dans ce dossier. Il reste à montrer que l’opérateur l’a signé : comparez la clé."
    ),
    "package.zip": (
        "Le fichier est endommagé, a été recompressé ou n’est pas un dossier de preuve ({detail})."
    ),
    "member.path": "Un nom de fichier qu’aucun dossier de preuve ne peut contenir : {name}",
    "member.duplicate": "Ce fichier figure deux fois dans le dossier : {name}",
    "member.extra": "Un fichier qui n’appartient pas au dossier : {name}",
    "member.altered": "Ce fichier n’est pas celui qui a été remis : {name}",
    "member.form": "Ce fichier n’a pas la forme prescrite ({detail}) : {name}",
    "member.missing": "Ce fichier manque : {name}",
    "manifest.note": "La liste des fichiers ne porte pas de signature valable de l’opérateur ({detail}).",
    "leaf.form": "La ligne {line} de leaves.jsonl n’est pas une entrée de la forme prescrite.",
    "leaf.twice": "Une entrée figure deux fois dans le dossier.",
    "chain.gap": "Entrées manquantes (chaîne {name}) : {span}.",
    "chain.tail": "La fin manque (chaîne {name}) : entrées {span}.",
    "chain.unlisted": "L’entrée {n} n’appartient à aucune partie remise de cette conversation.",
    "chain.link": "L’entrée {n} ne fait pas suite à la précédente (chaîne {name}).",
    "chain.time": "L’entrée {n} n’est pas postérieure à la précédente (chaîne {name}).",
    "chain.party": "L’entrée {n} concerne d’autres parties que cette conversation.",
    "chain.head": (
        "La dernière entrée n’est pas l’entrée {n} telle que l’opérateur l’a signée (chaîne {name})."
    ),
    "value.verified": "Entrée {n}, {name} : vérifié",
    "value.erased": "Entrée {n}, {name} : effacé ; l’effacement est consigné",
    "value.withheld": "Entrée {n}, {name} : non communiqué dans ce dossier",
    "value.altered": "Entrée {n}, {name} : ce n’est pas ce qui a été enregistré.",
    "value.extra": "Un contenu est indiqué qui n’a jamais été enregistré : {name}",
    "value.missing": "Entrée {n}, {name} : manque, sans motif.",
    "value.not_erased": "Entrée {n}, {name} : prétendument effacé, mais aucun effacement n’est consigné.",
    "file.verified": "Pièce jointe vérifiée : {member}",
    "file.erased": "Une pièce jointe a été effacée ; l’effacement est consigné.",
    "file.withheld": "Une pièce jointe n’est pas communiquée dans ce dossier.",
    "file.altered": "Une pièce jointe n’est pas celle qui a été envoyée : {member}",
    "file.extra": "Cette pièce jointe n’a jamais été envoyée : {name}",
    "file.missing": "Une pièce jointe manque, sans motif.",
    "proof.pending": (
        "L’entrée {n} a moins de 24 heures et n’est pas encore dans le journal signé ; son reçu en répond."
    ),
    "proof.wrong": "L’entrée {n} n’est pas dans le journal signé à la place indiquée.",
    "proof.missing": "Il manque la preuve que l’entrée {n} est dans le journal.",
    "checkpoint.wrong": "L’état du journal n’est pas valablement signé ({detail}) : {name}",
    "checkpoint.split": "Le journal a signé deux états différents de même taille : {name}",
    "receipt.wrong": "Le reçu de l’entrée {n} n’est pas valable.",
    "receipt.extra": "Un reçu ne correspond à aucune entrée du dossier.",
    "receipt.key": "Il manque la clé avec laquelle le reçu de l’entrée {n} est signé.",
    "receipt.missing": "L’entrée {n} n’a ni preuve ni reçu.",
    "conversation.differs": ("conversation.json rapporte autre chose que ce qui a été enregistré : {field}"),
    "conversation.extra": "conversation.json rapporte une entrée qui n’a pas été enregistrée.",
    "conversation.missing": "conversation.json omet l’entrée {n}.",
    "key.not_given": "Comparez cette clé avec celle que publie l’opérateur : {fingerprint}",
    "key.untrusted": ("Signé avec une autre clé que celle à laquelle vous faites confiance : {fingerprint}"),
    "key.receipts": (
        "Aucun journal auquel vous faites confiance ne répond de la clé des reçus et des listes : "
        "{fingerprint}"
    ),
    "state.verified": "vérifié",
    "state.erased": "effacé",
    "state.withheld": "non communiqué dans ce dossier",
    "state.missing": "MANQUE",
    "state.altered": "ALTÉRÉ",
    "name.by": "auteur",
    "name.body": "texte",
    "name.about": "commande ou offre telle qu’affichée",
    "name.file": "fichier {k}",
    "say.conversation": "Conversation",
    "say.made": "Remis",
    "say.entries": "{entries} entrées, dont {proved} prouvées dans le journal signé",
    "say.values": "Contenu",
    "say.key": "Clé",
    "say.log": "journal",
    "say.receipts": "reçus",
    "say.witness": "témoin",
    "say.trusted": "confirmée",
    "say.unknown": "non confirmée",
    "say.address": "Publiée à l’adresse {address}",
    "say.scope": (
        "Textes, auteurs, dates, faits et fichiers sont prouvés un par un. Le titre, le marché et le "
        "nom du vendeur au-dessus des messages sont des indications de l’opérateur."
    ),
    "say.failed": "La vérification elle-même a échoué sur ce dossier ; rien n’y est confirmé.",
}
