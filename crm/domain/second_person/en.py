"""English."""

from functools import cache

from crm.domain.second_person import Head, Heads, Language, Noun, listed

_CREATE = """prepare write build design plan organise organize launch restore rewrite redesign
develop create record produce draft renovate compose film curate compile edit finish stage
set-up translate map photograph test put-together work-on craft relaunch rebrand redo"""
_MAKE = """refactor migrate shoot illustrate research choose pick merge rebuild convert
digitise digitize publish release negotiate review document repair update rehearse
restructure decorate automate crowdfund expand scan remodel move learn train-for
struggle-with apply-for study start open paint prepare-for look-into read"""
_BOTH = """write design build create develop organise organize produce edit curate translate
restore map photograph record film test"""
_KEEP = """swim run play sing dance knit surf climb row sail cycle hike walk practise practice
collect bake cook brew garden volunteer teach coach tutor host sell give print race paddle
ski kayak draw sketch blog podcast maintain keep lead manage mentor freelance ride forage
grow juggle skate box fence act perform busk commute camp ferment weave throw make sculpt
carve chair help look-after take-part meditate lift breed rescue track advise support
connect train paint publish study learn read watch speak"""
_GAIN = """adopt buy start open found plant hire launch set-up take-up sign-up-for inherit
discover rent register build create join begin"""
_DONE = """win sell write publish finish ride run read visit pass complete raise travel cross
record release translate cut give climb swim walk hike paint design organise organize host
speak present perform cycle sail film shoot teach"""
_GOING = """foraging climbing orienteering sailing swimming running hiking dancing surfing
cycling skiing riding fishing birdwatching camping"""

_IRREGULAR = {
    "write": "wrote written", "build": "built built", "rewrite": "rewrote rewritten",
    "swim": "swam swum", "run": "ran run", "teach": "taught taught", "read": "read read",
    "ride": "rode ridden", "grow": "grew grown", "buy": "bought bought", "begin": "began begun",
    "set": "set set", "take": "took taken", "win": "won won", "sell": "sold sold",
    "cut": "cut cut", "give": "gave given", "speak": "spoke spoken", "shoot": "shot shot",
    "put": "put put", "redo": "redid redone", "find": "found found",
}  # fmt: skip
_DOUBLED = listed("run win cut put set scan knit begin swim plan map")  # fmt: skip


def _ending(base: str, ending: str) -> str:
    """Give the base form with -ing or -ed."""
    if base in _DOUBLED:
        return base + base[-1] + ending
    if base.endswith("e") and not base.endswith(("ee", "oe", "ye")):
        return base[:-1] + ending
    if ending == "ed" and base.endswith("y") and base[-2] not in "aeiou":
        return f"{base[:-1]}ied"
    return base + ending


def _third(base: str) -> str:
    if base.endswith(("s", "sh", "ch", "x", "z", "o")):
        return f"{base}es"
    if base.endswith("y") and base[-2] not in "aeiou":
        return f"{base[:-1]}ies"
    return f"{base}s"


def _forms(verb: str) -> tuple[str, ...]:
    """Give base, third person, gerund, past and participle, each with the verb's particle."""
    base, _, particle = verb.partition("-")
    tail = f" {particle.replace('-', ' ')}" if particle else ""
    regular = _ending(base, "ed")
    past, _, participle = _IRREGULAR.get(base, f"{regular} {regular}").partition(" ")
    forms = (base, _third(base), _ending(base, "ing"), past, participle)
    return tuple(form + tail for form in forms)


def _doing(gerund: str, shape: str = "make") -> Head:
    return Head(shape, f"you were {gerund}", f"are {gerund}", gerund)


Verb = tuple[str, tuple[str, ...]]


@cache
def _verbs() -> dict[str, dict[str, Verb]]:
    """Give verbs with their shape by each of their forms; the first one that has a form counts."""
    table: dict[str, dict[str, Verb]] = {name: {} for name in _FORM_NAMES}
    both = set(_BOTH.split())
    for shape, verbs in (("create", _CREATE), ("keep", _KEEP), ("make", f"{_MAKE} {_GAIN}")):
        for verb in verbs.split():
            forms = _forms(verb)
            kind = "both" if verb in both else shape
            table["base"].setdefault(forms[0], (kind, forms))
            table["third"].setdefault(forms[1], (kind, forms))
            table["gerund"].setdefault(forms[2], ("make" if shape == "keep" else shape, forms))
    for shape, verbs in (("gain", _GAIN), ("done", _DONE)):
        for verb in verbs.split():
            forms = _forms(verb)
            table["past"][forms[3]] = table["participle"][forms[4]] = (shape, forms)
    return table


_FORM_NAMES = ("base", "third", "gerund", "past", "participle")
_BEFORE = {
    "": ("past", "third", "gerund"), "they ": ("base",), "is ": ("gerund",), "was ": ("gerund",),
    "are ": ("gerund",), "has been ": ("gerund",), "has ": ("participle",),
    "has just ": ("participle",), "have ": ("participle",),
}  # fmt: skip


def _head(words: str) -> Head | None:
    if words in _PHRASES:
        return _PHRASES[words]
    if words.startswith("goes ") and words[5:] in _GOING.split():
        doing = words[5:]
        return Head("keep", f"you go {doing}", f"go {doing}", f"going {doing}")
    for before, forms in _BEFORE.items():
        if words.startswith(before):
            for form in forms:
                if found := _verbs()[form].get(words[len(before) :]):
                    return _bent(form, *found)
    return None


def _bent(form: str, shape: str, forms: tuple[str, ...]) -> Head:
    base, _third_person, gerund, past, participle = forms
    if form == "past":
        return Head(shape, f"you {past}", past)
    if form == "participle":
        return Head(shape, f"you had {participle}", f"have {participle}")
    if form != "gerund" and shape == "keep":
        return Head("keep", f"you {base}", base, gerund)
    if form != "gerund" and shape == "both":
        return Head("both", f"you were {gerund}", base, gerund)
    return _doing(gerund, shape)


def _wish(told: str, plain: str, still: str = "") -> Head:
    return Head("wish", f"you {told}", plain, still)


_SPECIAL = {
    "wants to|want to": _wish("wanted to", "want to"),
    "wants|would like|would love": _wish("wanted", "want"),
    "would like to|would love to|would really like to": _wish("would like to", "want to"),
    "hopes to|is hoping to|hoping to": _wish("were hoping to", "hope to", "hoping to"),
    "plans to|is planning to|planning to|intends to|aims to": _wish(
        "were planning to", "plan to", "planning to"
    ),
    "dreams of|is dreaming of|dreaming of|dreams about": _wish(
        "dreamed of", "dream of", "dreaming of"
    ),
    "is thinking of|is thinking about|thinking of|thinking about": _wish(
        "were thinking of", "", "thinking of"
    ),
    "is about to|was about to|about to": Head("did", "you were about to", ""),
    **{
        third: Head("keep", f"you {plain}", plain, still)
        for third, plain, still in (
            ("works at", "work at", "working at"),
            ("works for", "work for", "working for"),
            ("works as", "work as", "working as"),
            ("lives in", "live in", "living in"),
        )
    },
    "is going to|going to|was going to|will": Head("plan", "you were going to", "are going to"),
    "is looking for|looking for|was looking for|looks for|searching for|is searching for|"
    "in search of|seeking|is seeking": Head("seek", "you were looking for", "", "looking for"),
    "needs|is in need of|needed|need": Head("seek", "you needed", "need"),
    "is hiring|hiring": Head("seek", "you were hiring", "", "hiring"),
    "is short of|short of": Head("seek", "you were short of", "", "short of"),
    "moved to|has moved to|has just moved to|just moved to": Head("move", "you had moved to", ""),
    "is moving to|moving to|moves to": Head("plan", "you were moving to", "are moving to"),
    "is moving house|moving house": Head("plan", "you were moving house", "are moving house"),
    "has": Head("have", "", ""),
    "is on": Head("away", "you were on", ""),
    "has to|must": Head("make", "you had to", "have to"),
}

_PHRASES = {phrase: head for phrases, head in _SPECIAL.items() for phrase in phrases.split("|")}

_NOUNS = {
    "occasion": "wedding concert exhibition trip holiday holidays vacation party opening talk "
    "talks workshop conference premiere show launch fair festival recital gig visit retreat "
    "performance screening cruise tour webinar kickoff housewarming shoot meeting",
    "contest": "race marathon half-marathon triathlon exam exams interview pitch audition match "
    "tournament championship viva hackathon regatta competition presentation defence",
    "process": "move thesis book novel project renovation business startup podcast newsletter blog "
    "album film documentary rebrand redesign translation website site shop studio flat job app "
    "garden allotment training course",
    "kin": "daughter son kid kids child children baby wife husband girlfriend boyfriend partner "
    "mother mom mum father dad parents sister brother family dog cat grandmother grandfather twins "
    "puppy kitten dogs cats sisters brothers sons daughters niece nephew rabbit horse",
}
_PEOPLE = """client clients friend friends boss colleague colleagues customer customers student
students neighbour neighbours neighbor neighbors cousin cousins people somebody someone man
woman shops owner owners"""


_BEING = {"is": _doing, "was": _doing, "are": _doing}
_MODALS = {
    "must": "had to",
    "has to": "had to",
    "needs to": "needed to",
    "need to": "needed to",
    "have to": "had to",
}
_DEFINITE = {"a": "the", "an": "the"}
_POSSESSIVES = {"his": "your", "her": "your", "their": "your"}
_OTHERS = {"himself": "yourself", "herself": "yourself"}
_NOUN_OF = {word: Noun(sort, "the") for sort, words in _NOUNS.items() for word in words.split()}


class English(Language):
    """The words of English."""

    subjects = listed("he she who")
    heads = Heads(_head)
    being = _BEING
    gerunds = ("ing",)
    verb_endings = ("s", "ed")
    not_gerunds = listed(
        "boring charming amazing interesting missing king amusing willing annoying retiring dying "
        "divorcing grieving failing loving caring demanding outstanding outgoing promising "
        "getting understanding exhausting expecting being having seeing dating drinking becoming "
        "leaving turning losing going"
    )
    modals = _MODALS
    finite = listed(
        "is are was were has have had will would must can could needs need goes went wins gets "
        "got found lost broke broke became becomes turns turned takes took comes came sells says "
        "said starts opens closes failed passed graduates graduated works lives likes loves"
    )
    also_nouns = listed(
        "plans works runs plays walks talks races reads hosts tests starts moves prints launch "
        "helps shoots shows pitches designs rides"
    )
    noun_signs = listed("of is about are for")
    adverbs = listed(
        "also still often now currently just always usually finally already sometimes recently "
        "really regularly then"
    )
    articles = listed("an a the")
    definite = _DEFINITE
    yours = "your"
    possessives = _POSSESSIVES
    others = _OTHERS
    doubtful = listed(
        "he's she's hers him you theirs they're yours them themselves your they leave quit lose "
        "weight salary euros dollars pounds pregnant"
    )
    naming = listed("called named who that in at aged")
    clitics = frozenset()
    enclitics = ()
    joins = listed("and or")
    cuts = listed(
        "but because although though since while where when if unless whose which whenever"
    )
    cut_pairs = frozenset({("so", "that"), ("so", "she"), ("so", "he"), ("so", "they")})
    relatives = listed("who that")
    prepositions = listed("of at about called in for on")
    other_prepositions = listed(
        "to with by from into onto through during under over without between against near before "
        "after until within around across via than as behind inside outside"
    )
    places_after = listed("from to at near in around on")
    open_pairs = frozenset({("of", "a"), ("of", "an"), ("for", "his"), ("in", "a"), ("in", "the")})
    plural = listed("these those")
    counts = listed("two three four five six seven eight nine ten")
    nouns = _NOUN_OF
    noun_last = True
    adjectives = listed("new first second big little own trail half job house book")
    people = frozenset(_PEOPLE.split()) | frozenset(_NOUNS["kin"].split())
    passing = (
        "next month",
        "this month",
        "next week",
        "this week",
        "next year",
        "this year",
        "last month",
        "last week",
        "last year",
        "soon",
        "right now",
        "at the moment",
        "these days",
        "now",
        "currently",
        "today",
        "tonight",
        "this morning",
        "this afternoon",
        "this evening",
        "for now",
        "yesterday",
        "this summer",
        "this winter",
        "this spring",
        "this autumn",
        "in the coming weeks",
        "for a couple of weeks",
        "for # weeks",
        "for a few weeks",
        "in # weeks",
        "in # months",
        "in # days",
        "# years ago",
        "# months ago",
        "# weeks ago",
        "# days ago",
        "in a week",
        "in a month",
        "a week ago",
        "a month ago",
        "a year ago",
        "next summer",
        "next spring",
        "next autumn",
        "next winter",
        "a couple of weeks ago",
        "a couple of months ago",
    )
    day_words = listed(
        "monday tuesday wednesday thursday friday saturday sunday tomorrow january february march "
        "april may june july august september october november december jan feb mar apr jun jul "
        "aug sep sept oct nov dec weekend mon tue wed thu fri sat sun"
    )
    day_links = listed("of coming at this by the in next for on")
    habits = listed("each all most some every")
    negations = listed(
        "not no never cannot nobody nothing hardly doesn't isn't won't can't hasn't don't didn't "
        "wasn't hates hate"
    )
    contractions = ()


LANGUAGE = English
