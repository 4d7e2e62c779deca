"""The sentences of attachments."""

from django.utils.translation import gettext_lazy as _

SENTENCES = {
    "file.empty": _("This file is empty. Please choose another one."),
    "file.too_large": _("This file is larger than %(limit)s MB. Please send a smaller one."),
    "file.type": _(
        "Files of this kind cannot be attached. Pictures (JPEG, PNG, WebP, GIF), PDF and plain text can."
    ),
    "file.heic": _(
        "This picture is in the HEIC format, which cannot be shown everywhere. Please save it as JPEG and"
        " choose that file."
    ),
    "file.extension": _(
        "The file name “%(name)s” does not fit what is in the file. Its ending should be .%(fitting)s."
    ),
    "file.damaged": _("The file “%(name)s” is damaged or incomplete. Please choose it once more."),
    "file.pixels": _(
        "The picture “%(name)s” has more than %(limit)s million pixels. Please send a smaller one."
    ),
    "file.frames": _("The animation “%(name)s” has more than %(limit)s pictures. Please send a shorter one."),
    "file.storage": _("The file cannot be stored at the moment. Nothing was stored; please try again later."),
    "file.scanner": _("The file cannot be checked at the moment."),
    "file.not_found": _("There is no such file."),
    "file.pending": _("This file is being checked. Please open it in a few moments."),
    "file.infected": _("Malicious software was found in this file. Nobody can open it."),
    "file.refused": _("This file cannot be opened safely. Please ask for it in another form."),
    "file.held": _("A person looks at this file before it can be opened."),
    "file.withheld": _("This file was not let through."),
    "file.settled": _("Somebody has decided about this file already."),
    "file.not_held": _("This file does not wait for a decision."),
    "file.not_yours_to_settle": _("Deciding about files is not among your rights."),
    "file.erased": _("This file was erased."),
    "file.not_yours": _("Opening this file is not among your rights."),
    "message.files": _("A message can have %(limit)s files at most."),
    "upload.not_yours": _("Only those who write here attach files."),
    "upload.not_found": _(
        "One of the files is not here any more. Nothing was sent; please attach it once more."
    ),
    "upload.posted": _("One of the files was sent with another message already. Please attach it once more."),
    "upload.twice": _("The same file is attached twice. Please take one of them off."),
    "upload.too_many": _(
        "%(limit)s files of yours wait to be sent here. Please send or take off some of them first."
    ),
    "upload.quota": _("You have attached %(limit)s MB here within a day. Please go on tomorrow."),
    "upload.mark": _("A file is marked as an invoice, a label, a guarantee or a notice, or as none of them."),
    "upload.about": _("Say which conversation, order or offer the file is about."),
}
