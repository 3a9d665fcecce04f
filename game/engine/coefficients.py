"""The names of all coefficients and curves that the engine reads; the psychology file holds
exactly these."""

# fmt: off
_FAMILIES: dict[str, tuple[str, ...]] = {
    "start": (
        "need", "benefit", "cost", "reference", "risk", "attention", "patience", "disclosure",
        "price", "personal-risk", "price-resistance", "trust-resistance", "need-resistance",
        "timing-resistance", "change-resistance",
    ),
    "profile": (
        "propensity", "trait-reactance", "persuasion-knowledge", "cognition", "stakes",
        "value-orientation", "face", "fairness", "threshold", "leak", "possessiveness", "rejection",
        "conformity", "urgency", "distinctiveness", "temper", "reason", "influence", "calibre",
    ),
    "dose": ("light", "normal", "strong"),
    "craft": ("clumsy", "plain", "good"),
    "repetition": ("recovery",),
    "weary": ("level", "pressure", "patience"),
    "fit": (
        "least", "most", "need-match", "need-felt", "need-miss", "motive-match", "motive-miss",
        "worry-match", "worry-miss",
    ),
    "gate": ("band",),
    "delivery": (
        "pace-agency", "pace-communion", "warmth-agency", "warmth-communion", "detail-agency",
        "detail-communion", "directness-agency", "directness-communion", "strength", "least",
        "most",
    ),
    "elaboration": ("need", "cognition", "stakes", "mood", "swing", "calibre", "warmth"),
    "heat": ("level", "argument", "lightness", "least", "mockery"),
    "damping": ("floor",),
    "evidence": ("loss-ability", "loss-benevolence", "loss-integrity"),
    "trust": ("prior", "weight-ability", "weight-benevolence", "weight-integrity", "mended"),
    "rung": ("slack", "2-ability", "3-benevolence", "3-disclosure", "4-integrity", "5-mood", "5-trust"),
    "promise": ("kept", "broken", "broken-distress"),
    "claim": ("sound", "shaky", "untrue", "stretched", "debt", "unbacked"),
    "detection": ("level", "knowledge", "analytic", "debt", "scar", "evidence", "anger", "risk"),
    "address": ("too-near", "pressure", "face", "colder"),
    "appraisal": ("solve", "safety", "freedom", "praise", "joy", "distress", "hope", "fear", "relief"),
    "emotion": ("keep",),
    "mood": (
        "keep", "joy", "distress", "hope", "fear", "gratitude", "anger", "relief", "disappointment",
        "inertia", "arousal", "dominance", "gain",
    ),
    "kind": ("rest", "hurt", "gain"),
    "pressure": ("keep", "presumption", "stacking", "touchy"),
    "reactance": ("keep", "tolerance", "gain", "eased"),
    "patience": (
        "turn", "length", "pressure", "mood", "delivery", "heard", "told", "pried", "unheard",
        "kept", "bored", "worth",
    ),
    "attention": ("rest", "drift"),
    "disclosure": ("trust", "told"),
    "secret": ("disclosure", "trust", "pressure", "need", "relief", "early", "early-pressure"),
    "resistance": (
        "voice", "agency", "communion", "solved", "confirmed", "acknowledged", "out-of-order",
        "easing", "creep", "asked", "pushed", "need-coupling", "trust-coupling", "detected",
        "price-need", "price-coupling", "solved-risk", "solved-joy", "early-pressure",
        "disappointment",
    ),
    "ask": (
        "value", "need", "trust", "pressure", "mood", "reactance", "resistance", "pressed", "size",
        "free-pressure", "usual-size", "threshold-band",
    ),
    "follow": ("value", "trust", "need", "pressure", "pressed", "reactance", "debt", "resistance"),
    "nps": ("trust", "emotional-value", "value", "pressure", "honesty"),
    "satisfaction": ("peak", "end", "mean"),
    "stage": (
        "slack", "interest-need", "desire-value", "desire-rung", "action-value", "action-rung",
        "action-resistance", "loyalty-follow", "leave-reactance",
    ),
    "honesty": ("debt", "broken"),
    "self": ("start", "steady", "strain", "refused", "caught", "late", "anger", "tension", "recovery"),
    "company": ("overheard", "face"),
    "days": ("keep", "return"),
    "price": ("resistance", "concession", "anchor", "cheapened", "unfair"),
    "fairness": ("price", "broken"),
    "complaint": ("level", "silence", "day"),
    "apology": ("mends-ability", "mends-benevolence", "mends-integrity"),
    "after": (
        "emotional", "benevolence", "held", "pressed", "debt", "worthless", "unconfirmed",
        "satisfied", "attached", "ties",
    ),
    "account": ("recent", "lately", "often", "sometimes", "large", "middling", "years"),
    "loyal": ("cognitive", "affective", "conative", "behavioural", "advocacy"),
    "effort": ("turn", "strain"),
    "haste": ("middle", "agency", "communion"),
    "time": ("free", "cost"),
    "value": ("gain", "loss", "cost", "risk", "personal-risk", "mood", "control"),
    "cue": ("micro-level",),
}
# fmt: on
"""By the first part of their names, which says where they work."""

NUMBERS = tuple(f"{family}.{name}" for family, names in _FAMILIES.items() for name in names)

CURVES = ("repetition", "damping", "follow-through", "leaving", "nps", "kind")
