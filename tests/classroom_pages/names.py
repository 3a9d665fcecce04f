"""Nicknames: thirty friendly ones, thirty that nobody should be able to hurt a page with, and teams."""

NAMES = (
    "Brisk Heron", "Quiet Maple", "陈默", "Copper Finch", "林间的风", "Amber Otter", "Misty Crane", "小满",
    "Early Lark", "Velvet Moth", "Northern Pine", "Silver Carp", "Patient Snail", "Paper Boat", "River Stone",
    "Green Kettle", "Late Train", "Warm Brick", "Tall Reed", "Plain Bread", "Blue Ladder", "Honest Crow",
    "Second Violin", "Open Umbrella", "Slow Bicycle", "Old Compass", "Bright Button", "Loose Thread",
    "Ninth Wave", "Even Keel",
)  # fmt: skip
"""Thirty nicknames."""

TEAMS = ("East Window", "Second Floor", "茶水间", "The Back Row")

HOSTILE = (
    "<img src=x onerror=window.__broken=1>",
    "</script><script>window.__broken=1</script>",
    "<svg/onload=window.__broken=1>",
    "<iframe srcdoc='<script>parent.__broken=1</script>'>",
    '"><script>window.__broken=1</script>',
    "'-window.__broken=1-'",
    "javascript:window.__broken=1",
    "{{constructor.constructor('window.__broken=1')()}}",
    "${window.__broken=1}",
    "<style>*{display:none!important}</style>",
    "<base href=//evil.example/>",
    "<a href=javascript:window.__broken=1>x</a>",
    "<math><mtext></form><form><mglyph><style></math><img src onerror=window.__broken=1>",
    "<!--<img src='--><img src=x onerror=window.__broken=1>'>",
    "&lt;script&gt;window.__broken=1&lt;/script&gt;",
    "\u202e\u202dgnilpmurc\u202e live",
    "\u2066abc\u2067def\u2068ghi",
    "مرحبا بالعالم 123",
    "שלום עולם (456)",
    "Z" + "\u0300\u0316\u0341\u035c\u0489" * 600,
    "a" + "\u0336\u0334\u0338" * 2_000 + "b",
    "👩‍👩‍👧‍👦👨🏿‍🚀🏳️‍🌈🇩🇪🧑🏽‍❤️‍💋‍🧑🏻",
    "𝕱𝖗𝖆𝖐𝖙𝖚𝖗 𝓼𝓬𝓻𝓲𝓹𝓽 𠜎𠜱𠝹𠱓",
    "\ufdfd\ufdfd\ufdfd\ufdfd\ufdfd\ufdfd",
    "꧁꧁꧁꧁꧁꧁꧁꧁꧁꧁꧁꧁𒐫𒐫𒐫𒐫𒐫",
    "W" * 500,
    "\u200b\u200b\u200b\u200b",
    "a\nb\r\nc\td\0e",
    "__proto__",
    "constructor",
)
"""Thirty names that nobody should be able to hurt a page with."""
