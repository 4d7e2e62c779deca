"""Names of apps as people write them, folded; regular expressions, endings of cases included."""

from typing import Final

from helpdesk.conduct.data.listing import listed

SURE: Final = (
    r"[wv]h?[aou]{1,2}[stczdk']{1,4}[ -]?[ae]{1,2}p{1,2}\w{0,2}", r"gu?asap+\w{0,2}", r"insta[ .-]?gram+",
    r"w+h?[ao]t+[sz]?[ -]?(?:app?|up)[a-z]{0,3}", r"wh?at+s+ap+\w{0,3}", r"wa[tcz]+[sz]?ap+\w{0,3}",
    r"w[uo]?z+[uao]p+\w{0,2}", r"wh?at[sz]{1,2}ap\w{0,2}",
    r"wh?[ao]t'?s[ -]app\w{0,2}", r"l[oa][tc]s?ap\w{0,2}", r"wath?sap+\w{0,2}", r"tele gram\w{0,2}",
    r"linked in", r"book of faces", r"reddit\w{0,2}", r"the gram", r"uo[tz]+[sz]?ap+\w{0,2}",
    r"oua?t+sa?p+\w{0,2}", r"vatsap+\w{0,2}", r"lo[ck]ap\w{0,2}", r"w[h'-]?app", r"whtsapp?", r"whtsp",
    r"wtsapp?", r"watsup",
    r"wzp", r"wsp", r"wup", r"wotsap+", r"whatss?ap+\w{0,2}", r"whats'?app",
    r"tele?[ .-]?gra+m+\w{0,3}", r"te?le?gr+m", r"telegr", r"tlgrm?", r"telega", r"telegramm",
    r"v[ai]i?ber\w{0,3}", r"vibr", r"wajber\w{0,2}", r"viberze",
    r"m[ae]s+[ae]n+[ .-]?[dg][ze]?e?r\w{0,3}", r"ms[n]?gr", r"mesgr", r"msngr", r"messngr",
    r"mesendz?er\w{0,2}", r"mess?[ek]\w{1,3}(?<=k)[aeu]?", r"messk\w", r"mesk[ua]", r"messek",
    r"mesi[oau](?=\?)",
    r"fb messenger", r"meta messenger",
    r"insta(?:[ .-]?gram)?(?:m?[aieu]|em|ie|ku|owi)?", r"instagr?\w{0,2}", r"instgr?a?m?", r"1nsta", r"insra",
    r"ista gram",
    r"face?[ .-]?b[ou]+k\w{0,3}", r"facebo+k\w{0,3}", r"fej?sb[ou]+k\w{0,3}", r"fejs\w{0,2}", r"fejsik\w?",
    r"fessebouc", r"fesse de bouc", r"fratzenb\w+", r"gesichtsbu\w+", r"fe[ij]sbu[ck]\w*",
    r"twarzoksiaz[kc]\w+", r"f[aeiy]{1,3}s{1,2}e?[ -]?b[aou]{1,2}c?k\w{0,2}", r"wh?at'?s sap+",
    r"oua[ -]?ts?[ -]?ap+e?",
    r"livre des visages", r"libro delle facce", r"[wu]azz?[ -]?ap+\w{0,2}", r"feisbu\w*", r"faccialibro",
    r"fb", r"fanpage\w*", r"fan page", r"facebookseite",
    r"tik[ -]?to[ck]+\w{0,2}", r"snap[ -]?cha\w{1,3}", r"snapczat\w{0,2}", r"snapie", r"snapa",
    r"sk[ay][iyj]?p[ea]?(?:'?[aeu]|'em|ie|u)?", r"skajp\w{0,2}", r"skipe", r"skaip",
    r"we[ -]?chat\w{0,2}", r"weixin", r"threema\w{0,2}", r"i ?messag\w{0,2}", r"face ?time\w{0,2}",
    r"linked[ -]?in\w{0,2}",
    r"(?:v|u|w|ou|oui|vou)[iey]{1,2}[ -]?(?:ciat|ciet|czat\w{0,2}|tscha?e?tt?|tchat|tchatt?)", r"f[ -]book",
    r"fbook",
    r"mastodon\w{0,3}", r"be ?real", r"bluesky", r"gadu[ -]?gadu", r"twit+er\w{0,3}", r"icq",
    r"discord\w{0,3}", r"dis[ck]ord\w{0,3}", r"threads",
    r"pinteresc?\w{1,3}", r"tiktoku", r"hangouts?", r"google chat\w{0,2}",
)  # fmt: skip
"""Hardly anything but an app."""

MAYBE: Final = (
    r"signal\w{0,3}", r"sygnal\w{0,3}", r"segnale?", r"s[iy]gnl", r"snap\w{0,2}", r"snapp?i", r"line",
    r"teams\w{0,2}", r"zoom\w{0,3}", r"ig", r"tg", r"dc", r"disc",
    r"wa", r"whats", r"wats", r"gg", r"x", r"slack\w{0,2}", r"matrix", r"yt", r"you ?tub\w{1,3}", r"youtub",
    r"twitch\w{0,2}", r"wire", r"element", r"session",
    r"tele", r"face", r"mess", r"kik",
    r"ti[ck]{1,2}[ -]?to[ck]{1,2}", r"msg", r"inst", r"tt", r"jabber", r"xing", r"vk", r"session", r"tox",
    r"teamspeak", r"ts3", r"steam", r"xmpp",
)  # fmt: skip
"""Words of their own, or of other things: a name behind them has to look like one."""

NICKNAMES: Final = (
    # WhatsApp
    (
        r"(?:the |that )?green (?:chat ?|messaging ?|messenger ?|phone ?|bubble ?|speech bubble ?)?(?:app|"
        r"messenger|chat|bubble)"
    ),
    r"zielon\w+ (?:komunikator\w*|apk\w*|aplikacj\w+|dymk\w+|czat\w*|ikonk\w+|sluchawk\w+|chmurk\w+|app\w*)",
    (
        r"grune[nrs]? (?:chat-?|messenger-?|nachrichten-?)?(?:app|messenger|chat|dienst|icon|symbol|horer|"
        r"sprechblase|blase)"
    ), r"grunen (?:telefon|horer)\w*",
    r"(?:app|appli|application|messagerie|bulle|icone|logo) (?:toute? )?verte?", r"petit telephone vert",
    r"(?:app|applicazione|chat|icona|fumetto|nuvoletta|cornetta|messaggistica) verde",
    r"verde (?:con la )?cornetta",
    # Telegram
    (
        r"(?:blue |little |white |paper )*(?:paper ?plane|plane|aeroplane|airplane)(?: app| messenger| logo|"
        r" icon)?"
    ),
    r"(?:niebiesk\w+ |bial\w+ |papierow\w+ )*samolo\w+(?: z papieru)?(?: papierow\w+)?(?: niebiesk\w+)?",
    r"(?:blaue[nrs]? |weisse[nrs]? )*(?:papier)?fliegers?(?:-?app|-?messenger)?",
    r"(?:blaue[nrs]? )(?:messenger|chat-?app|app)",
    r"(?:petit )?avion(?: en)?(?: papier)?(?: bleu| blanc)?",
    r"aeroplan\w+(?: di carta)?(?: azzurr\w+| blu)?(?: di carta)?", r"aereo\w* (?:di carta|azzurro|blu)",
    # Snapchat
    r"(?:little |white |yellow )*ghost(?: app| one| thing| icon| logo)?",
    r"(?:zolt\w+ |bial\w+ )?dusz(?:ek|k\w+)", r"duch\w+ na zoltym\w*",
    r"(?:gelbe[nrs]? |kleine[nrs]? |weisse[nrs]? )?(?:geist|gespenst)\w{0,4}(?:-?app)?",
    r"(?:petit )?fantome(?: jaune| blanc)?", r"fantasmin[oi](?: giallo| bianco)?",
    r"fantasma (?:giallo|bianco)",
    r"(?:yellow|gelbe[nrs]?|zolt\w+) (?:app|aplikacj\w+|apk\w*|komunikator\w*)",
    r"(?:app|appli|application) (?:jaune|gialla)",
    # Instagram
    r"(?:the )?(?:camera|photo|picture|pink|purple and orange|rainbow) (?:app|square)",
    r"(?:rozow\w+ |kolorow\w+ )?aparat\w* (?:fotograficzn\w+|apk\w*)?", r"(?:kamera|foto|bilder)-?app",
    r"(?:appli|application|reseau) (?:photo|de photos|des photos|rose)",
    r"(?:app|applicazione|social) (?:delle foto|con la fotocamera|rosa|viola)",
    r"(?:aplikacj\w+|apk\w*) (?:z aparatem|ze zdjeciami|do zdjec|fioletow\w+|rozow\w+)",
    (
        r"(?:rozow\w+|fioletow\w+|lila|lilane|violette|viola|purple|pinke[nrs]?) (?:app|apk\w*|aplikacj\w+|"
        r"komunikator\w*|messenger)"
    ),
    # Facebook
    r"(?:the )?(?:big )?blue f", r"niebiesk\w+ (?:litera |literka )?f", r"blaue[snr]? f", r"(?:le )?f bleu",
    r"(?:la )?(?:f|effe) (?:blu|bianca)", r"white f(?: on blue)?", r"(?:grosses|weisse[sn]?) f",
    r"(?:blue|niebiesk\w+) (?:app|apk\w*|aplikacj\w+|komunikator\w*|messenger|portal\w*|social)",
    r"(?:app|appli|application|reseau|social) (?:bleue?|blu|azzurr\w)",
    r"(?:mark )?zuck\w*(?:'s)?(?: app| messenger| place| site)?", r"cukierberg\w*", r"cukier ?gor\w*",
    r"(?:the )?app elon bought", r"elon'?s app", r"mark z\w*'?s? (?:blue )?(?:place|site|app|page)",
    r"short-?video app", r"photo-?sharing app", r"(?:blaue[rnms]?|kleine[rnms]?) (?:vogel|vogerl)",
    r"oiseau bleu", r"uccellin[oi] (?:blu|azzurr\w)", r"niebiesk\w+ pta(?:szk\w+|k\w*)",
    r"blue bird(?: site| app| place)?", r"meta[- ](?:messenger|app)", r"lightning bubble",
    r"(?:bird|little bird) app",
    # TikTok
    (
        r"(?:place |site |app )?(?:where|wo|ou|dove|gdzie)(?: \w+){0,2} (?:danc(?:es?|ing)|tanz(?:t|en)|"
        r"tancz\w+|dansent?|danse|ball(?:a|ano)(?: i ragazzi)?)"
    ), r"(?:the )?video app(?: with the (?:little )?note)?", r"gamer[- ]?(?:chat|app)\w*",
    r"(?:czat|komunikator) dla graczy", r"zocker-?chat",
    r"(?:the )?(?:music(?:al)? note|dancing|dance|chinese video|clock) app",
    r"(?:appli|app) (?:chinoise|de danse|dei balletti|cinese)", r"tanz-?app", r"nutk\w+",
)  # fmt: skip
"""What people call an app to avoid its name."""

STEMS: Final = (
    *listed("""
    what watt wazz uazz wats watz wazz wuz wapp wacap waca watc uozz uoz uot ouat uats oats vats locap
    lokap whap whts wtsa wots wzp wsp wup
    telegr tlgr telega viber vibr wajber vaiber messeng mesen messan massen msng msgr mesgr messn insta
    instg instr insra ista
    faceb fejs fesb fesse feisb faccial fanpage facebo tiktok tik-tok tikto tictoc snap skype skajp
    skipe skaip skyp wechat
    we-chat weixin threema imessag facetime linked mastodon bereal bluesky gadu twit discord diskord
    signal sygnal segnal sygn
    signl line teams zoom slack matrix youtu tube twitch wire element session tele face mess jabber xing
    teamspeak steam wasa wass whas vats vots guas gasap wacs w'app w-app watap wosap uasap
    threads pintere hangout icq kik disc xmpp tox wats inst messk messek mesku meska
    """),
    "tik tok", "tik tak", "we chat", "fan page", "face time", "google chat", "be real", "lotsap", "lotcap",
    "lacap", "latcap", "wath", "what's", "tele gram", "book of faces", "reddit", "the gram", "fratzen",
    "wott", "oua t", "oua-t", "fassb", "fasb", "fess b", "fesse b", "fais b", "faisb", "feysb", "feesb",
    "wie-ts", "wie ts", "wietsch", "mesio", "mesia", "tic toc", "tic-toc",
    "tick to", "tick-to", "tickto", "f-book", "f book", "fbook", "viciat", "vi-ci",
    "vi ci", "uiciat", "ui-ci", "ui ci", "wi-cz", "wi cz", "wiczat", "uiczat", "witsch", "wi-tsch",
    "wi tsch", "ouitch", "oui-tch", "oui tch", "vouitch", "uitch", "viciet", "vi-tch",
    "gesichtsb", "fejsb", "feisb", "twarzok", "livre des vis", "libro delle f", "wots", "i messag",
)  # fmt: skip
"""Every app's name holds one of these, the short ones aside."""
NICK_STEMS: Final = (
    *listed("""
    green zielon grun verte verde plane samolo flieger avion aeroplan aereo ghost dusz geist gespenst
    fantom fantasm
    yellow zolt gelb jaune giall camera rainbow aparat kamera foto-app bilder-app rozow kolorow fioletow
    lila violett viola purple pink
    zuck cukier niebiesk blaue bird nutk tanz bleu azzurr danse
    """),
    "photo app", "appli photo", "picture app", "paper plane", "blue f", "f bleu", "f blu", "effe b",
    "white f", "weisse f", "meta ", "meta-", "duch", "note app",
    "app blu", "app vert", "app verd", "app ros", "blue app", "app delle foto", "chinois", "cinese",
    "balletti", "lightning", "messenger", "horer", "sluchawk", "cornett", "bubble", "sprechblas", "dymk",
    "bulle", "nuvolett", "fumett", "oiseau", "uccellin", "ptasz", "vogel", "elon", "mark z", "video app",
    "sharing app", "reseau au", "social con", "blauen netzw", "siec", "danc", "tanz", "tancz", "danse",
    "balla", "video app", "gamer", "graczy", "handset", "zocker", "oiseau b", "white phone", "green phone",
    "combine",
    "ticks", "tick", "haken", "hakchen", "coches bl", "spunt", "le telephone", "il telefono", "z telefonem",
    "dem telefon", "weisses f", "blue messenger",
)  # fmt: skip
SHORT: Final = (
    r"(?<![a-z0-9])(?:fb|ig|tg|dc|wa|gg|yt|tt|x|vk|ts3|msg|sc|i\.\s?g\.?|f\.\s?b\.?|t\.\s?g\.?|"
    r"w\.\s?a\.?)(?![a-z0-9])"
)

LEET: Final = frozenset(
    listed("""
    whatsapp watsapp whatsap telegram viber messenger instagram insta facebook tiktok snapchat skype
    discord signal
    wechat threema imessage linkedin twitter line kik slack zoom teams reddit pinterest youtube mastodon
    """)
)
"""What is found when digits in a word are read as letters."""

ICONS: Final = (
    r"ghost|geist\w*|gespenst\w*|fantom\w*|fantasm\w*|dusz\w+|duch\w*|paper ?plane|plane|samolo\w+|"
    r"\w*flieger\w*|avion|aeroplan\w*|aereo\w*|"
    r"camera|kamera\w*|aparat\w*|appareil photo|fotocamera|macchina fotografica|bird|ptasz\w+|ptak\w*|"
    r"vogel\w*|vogerl|oiseau|uccellin\w|"
    r"horer\w*|sluchawk\w*|telephone|cornetta|combine(?: vert| blanc)?|handset|"
    r"speech bubble|bubble|sprechblase\w*|dym\w+|bulle|"
    r"nuvolett\w|fumetto|music note|note|"
    r"(?:white |green |weisse[nr]? |bial\w+ |zielon\w+ )?(?:phone|telephone|telefon|telefonem|"
    r"telefono)(?: blanc| vert| bianco| verde)?|"
    r"(?:blue|two|double|blaue[nr]?|zwei|niebiesk\w+|dwa|dwoma) (?:ticks?|checks?|haken|hakchen|ptaszk\w+)|"
    r"telefonin[oi](?: verde)?|coches? bleues?|(?:doppi[ae]|due) spunt[ae]|spunt[ae] blu"
)
COLOURS: Final = (
    r"green|blue|yellow|pink|purple|zielon\w*|niebiesk\w*|zolt\w*|rozow\w*|fioletow\w*|grun\w*|blau\w*|"
    r"gelb\w*|lila\w*|vert|verte|bleue?|jaune|rose|violet\w*|"
    r"grunem?|gelbem?|blauem?|verde|blu|azzurr\w|giall\w|rosa|viola"
)
APP_WORDS: Final = (
    r"apps?|apk\w*|aplikacj\w*|komunikator\w*|messenger\w*|messaging|appli|applis|application|applicazione|"
    r"chat|chats|czat\w*|messagerie|messaggistica|"
    r"dienst\w*|social|sociale|reseau|netzwerk\w*|siec\w*|site|platform|chatprogramm\w*|programm"
)
POINTING: Final = (
    r"(?:the (?:green |blue |yellow )?(?:one|thing|app)|that one|the thing) with|celle (?:avec|au|a)|"
    r"celui (?:avec|au|a)|quell[ao] (?:con|col)|(?:ten|ta|tej|tym|tego|na tej) (?:z|ze)|(?:w |"
    r"na )?(?:zielon\w+|niebiesk\w+|zolt\w+) (?:z|ze)|(?:der|die|das|dem)(?: ding| teil)? mit(?: dem| der|"
    r" einem)?"
)
EMOJI: Final = (
    r"[\U0001f4f8\U0001f4f7\U0001f47b\U0001f4d8\U0001f4ac\u2708\U0001f426"
    r"\U0001f3b5\U0001f7e2\U0001f7e9\U0001f49a\U0001f4f1]\ufe0f?"
)
REVERSED: Final = tuple(
    one[::-1]
    for one in (
        "whatsapp",
        "telegram",
        "instagram",
        "facebook",
        "messenger",
        "snapchat",
        "discord",
        "skype",
        "tiktok",
        "viber",
    )
)

PRODUCTS: Final = (
    r"bags?|style\w*|cards?|cable\w*|boy|red|green|blue|booster|strength|noise|sticks?|papier|paper|"
    r"tasche\w*|torb\w*|sac|sacoche|borsa|borse|"
    r"carte|karte\w*|kartk\w*|kabel\w*|rot|rouge|rosso|czerwon\w*|lamp|lamps|lampe|lampen|lampada|lampka|"
    r"leggings?|frame|light|licht|prop|nitro|marketplace|portal|spectacles|"
    r"fasteners?|buttons?|hook\w*|on|lens|mount|horn|hupe|pistol\w*|rakiet\w*|flag\w*|camera|kamera|phone|"
    r"drums?|pedals?|ads?|advert\w*|werbung|reklam\w*|pub|filter\w*"
)
PLAINLY: Final = frozenset(
    listed(
        "signal sygnal snap snapie tg ig dc wa sc tt yt gg disc discord slack twitch youtube yt vk xing "
        "inst whats wats msg jabber icq kik"
    )
)
"""Of those that may be other words: a colon is enough before a name."""
