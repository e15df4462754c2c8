"""Worked sentences in English; the day, the people and the defaults are those of `held_apart`."""

from __future__ import annotations

from tests.unit.phrases.held_apart import FROM_ME, FROM_THEM, Sentences

MEETING = {"people": ["Ana"], "kind": "meeting"}
CALL = {"people": ["Ana"], "kind": "call"}

ENGLISH: Sentences = [
    (
        "Coffee with Ana Ruiz yesterday at CodeMotion: looking for a copywriter. Promised to send"
        " the portfolio by friday #design",
        {"people": ["Ana Ruiz"], "kind": "meeting", "day": "2026-11-17", "event": "CodeMotion",
         "facts": [("work", "looking for a copywriter")],
         "promises": [(True, "send the portfolio", "2026-11-20")], "tags": ["design"]},
    ),
    ("Coffee with Ana", MEETING),
    ("Coffee with Ana today", MEETING),
    ("Lunch with Ana last night", {**MEETING, "day": "2026-11-17"}),
    ("dinner with ana on monday", {**MEETING, "people": ["ana"], "day": "2026-11-16"}),
    ("Breakfast with Ana on Wednesday", MEETING),
    ("Breakfast with Ana last Wednesday", {**MEETING, "day": "2026-11-11"}),
    ("Drinks with Ana next Wednesday", {**MEETING, "day": "2026-11-25", "planned": True}),
    ("Drinks with Ana this Friday", {**MEETING, "day": "2026-11-20", "planned": True}),
    ("Met Ana this Monday", {**MEETING, "day": "2026-11-16"}),
    ("Met up with Ana two weeks ago", {**MEETING, "day": "2026-11-04"}),
    ("Walk with Ana a month ago", {**MEETING, "day": "2026-10-18"}),
    ("Caught up with Ana a couple of days ago", {**MEETING, "day": "2026-11-16"}),
    ("Coffee with Ana 3d", {**MEETING, "day": "2026-11-15"}),
    ("Coffee with Ana 2w ago", {**MEETING, "day": "2026-11-04"}),
    ("Coffee with Ana in 3 days", {**MEETING, "day": "2026-11-21", "planned": True}),
    ("Coffee with Ana on 2026-11-02", {**MEETING, "day": "2026-11-02"}),
    ("Coffee with Ana on 14 Nov", {**MEETING, "day": "2026-11-14"}),
    ("Coffee with Ana on November 3rd", {**MEETING, "day": "2026-11-03"}),
    ("Coffee with Ana on the 2nd of October, 2025", {**MEETING, "day": "2025-10-02"}),
    ("Coffee with Ana on Friday the 13th", {**MEETING, "day": "2026-11-13"}),
    ("Coffee with Ana on the 9th", {**MEETING, "day": "2026-11-09"}),
    ("Coffee with Ana 31/10", {**MEETING, "day": "2026-10-31"}),
    ("Coffee with Ana last week", {**MEETING, "day": "2026-11-11"}),
    ("Coffee with Ana on Thursday last week", {**MEETING, "day": "2026-11-12"}),
    ("Coffee with Ana Monday next week", {**MEETING, "day": "2026-11-23", "planned": True}),
    ("Coffee with Ana at the weekend", {**MEETING, "day": "2026-11-14"}),
    ("Lunch with Ana tomorrow at Mercado Central", {
        **MEETING, "day": "2026-11-19", "planned": True, "place": "Mercado Central"}),
    ("Lunch with Ana at her office", {**MEETING, "place": "her office"}),
    ("Lunch with Ana in Porto yesterday", {**MEETING, "place": "Porto", "day": "2026-11-17"}),
    ("Saw Ana at the Web Summit", {**MEETING, "event": "Web Summit"}),
    ("Bumped into Ana at a design conference in Berlin", {
        **MEETING, "event": "design conference", "place": "Berlin"}),
    ("Lunch with Ana and Luis", {**MEETING, "people": ["Ana", "Luis"]}),
    ("Lunch with Ana, Luis Vega & Eva at JSConf", {
        **MEETING, "people": ["Ana", "Luis Vega", "Eva"], "event": "JSConf"}),
    ("Lunch with my friend Marta and with Tom", {**MEETING, "people": ["Marta", "Tom"]}),
    ("Coffee with Nuria Font", {**MEETING, "people": ["Nuria Font"]}),
    ("Coffee with @nuria", {**MEETING, "people": ["nuria"]}),
    ("Ana and Luis came over for dinner", {**MEETING, "people": ["Ana", "Luis"]}),
    ("Called Ana", {**CALL, "begun_by": "me"}),
    ("I called Ana on Tuesday, 20 minutes", {
        **CALL, "begun_by": "me", "day": "2026-11-17", "minutes": 20}),
    ("Ana called me this morning", {**CALL, "begun_by": "them"}),
    ("Talked to Ana for an hour and a half", {**CALL, "minutes": 90}),
    ("1h30 call with Ana", {**CALL, "minutes": 90}),
    ("30-minute Zoom with Ana", {**CALL, "minutes": 30}),
    ("Spoke with Ana over the phone", CALL),
    ("Got a call from Ana", {**CALL, "begun_by": "them"}),
    ("Left a voicemail for Ana", {**FROM_ME, "people": ["Ana"], "answered": False}),
    ("Called Ana twice, she didn't pick up", {**CALL, **FROM_ME, "answered": False}),
    ("Texted Ana", {"people": ["Ana"], **FROM_ME}),
    ("Texted Ana yesterday and she replied", {
        "people": ["Ana"], "begun_by": "me", "answered": True, "day": "2026-11-17"}),
    ("Message from Ana on LinkedIn", {"people": ["Ana"], **FROM_THEM}),
    ("Sent Ana a WhatsApp", {"people": ["Ana"], **FROM_ME}),
    ("Ana sent me an email last Friday", {
        "people": ["Ana"], "kind": "email", **FROM_THEM, "day": "2026-11-13"}),
    ("Emailed Ana three weeks ago: no reply", {
        "people": ["Ana"], "kind": "email", **FROM_ME, "answered": False, "day": "2026-10-28"}),
    ("Emails with Ana about the quote", {"people": ["Ana"], "kind": "email"}),
    ("Wrote a postcard to Ana", {"people": ["Ana"], "kind": "letter", **FROM_ME}),
    ("Liked Ana's post", {"people": ["Ana"], "kind": "reaction", **FROM_ME}),
    ("Introduced Ana to Luis", {"people": ["Ana", "Luis"], "kind": "intro", **FROM_ME}),
    ("Ana helped me with the taxes", {"people": ["Ana"], "kind": "help", **FROM_THEM}),
    ("Recommended Ana to a client", {"people": ["Ana"], "kind": "referral", **FROM_ME}),
    ("Worked with Ana on the new site", {"people": ["Ana"], "kind": "project"}),
    ("Asked Ana for a referral over lunch", {**MEETING, "ask": True}),
    ("Asked Ana about her trip", {"people": ["Ana"]}),
    ("Coffee with Ana. She promised to introduce me to Eva by next Monday", {
        **MEETING, "promises": [(False, "introduce me to Eva", "2026-11-23")]}),
    ("Coffee with Ana, she'll send me the brief tomorrow", {
        **MEETING, "promises": [(False, "send me the brief", "2026-11-19")]}),
    ("Coffee with Ana; I'll send her the deck by friday and introduce her to Tom next week", {
        **MEETING, "promises": [(True, "send her the deck", "2026-11-20"),
                                (True, "introduce her to Tom", "2026-11-25")]}),
    ("Promised Ana to review her CV in 2w", {
        "people": ["Ana"], "promises": [(True, "review her CV", "2026-12-02")]}),
    ("Call with Ana, need to send the invoice by the end of the month", {
        **CALL, "promises": [(True, "send the invoice", "2026-11-30")]}),
    ("Call with Ana. On Friday I'll send her the quote", {
        **CALL, "promises": [(True, "send her the quote", "2026-11-20")]}),
    ("Ana told me she moved to Lisbon and loves surfing", {
        "people": ["Ana"], "facts": [("life", "moved to Lisbon"), ("interest", "loves surfing")]}),
    ("Ana: just launched a podcast, hopes to run a marathon", {
        "people": ["Ana"],
        "facts": [("news", "just launched a podcast"), ("dream", "hopes to run a marathon")]}),
    ("Lunch with Ana, her son starts school on Monday", {
        **MEETING, "facts": [("life", "her son starts school on Monday")]}),
    ("Planned a call with Ana for Friday", {**CALL, "day": "2026-11-20", "planned": True}),
    ("Coffee with Ana #design #2026 #lisbon", {**MEETING, "tags": ["design", "lisbon"]}),
    ("had coffee w/ ana ruiz y luis el lunes en Sevilla", {
        **MEETING, "people": ["ana ruiz", "luis"], "day": "2026-11-16", "place": "Sevilla"}),
]  # fmt: skip
