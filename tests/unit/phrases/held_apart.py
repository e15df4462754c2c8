"""Twenty sentences per language written before the parser; it was never tuned on them.

The day is Wednesday 18 November 2026. What a reading does not name must be as in `PLAIN`.
"""

from __future__ import annotations

from typing import Any

TODAY = "2026-11-18"
KNOWN = (
    "Ana Ruiz", "Luis Vega", "Eva Soler", "Marta Gil", "Tom Becker", "Priya Nair", "Jo O'Brien",
    "Sarah Lindqvist", "Chus",
)  # fmt: skip
PLAIN: dict[str, Any] = {
    "people": [], "kind": "message", "side": "both", "begun_by": None, "day": TODAY, "ask": False,
    "answered": None, "minutes": None, "place": "", "event": "", "promises": [], "facts": [],
    "tags": [], "planned": False,
}  # fmt: skip
FROM_ME = {"side": "me", "begun_by": "me"}
FROM_THEM = {"side": "them", "begun_by": "them"}

Sentences = list[tuple[str, dict[str, Any]]]

ENGLISH: Sentences = [
    (
        "Coffee with Sarah this morning at the coworking, she's launching her own studio in"
        " January",
        {"people": ["Sarah"], "kind": "meeting", "place": "coworking",
         "facts": [("news", "launching her own studio in January")]},
    ),
    (
        "called tom re: invoice, no answer",
        {"people": ["tom"], "kind": "call", **FROM_ME, "answered": False},
    ),
    (
        "Lunch w/ Priya Nair and Tom yesterday, 90 min #design",
        {"people": ["Priya Nair", "Tom"], "kind": "meeting", "day": "2026-11-17", "minutes": 90,
         "tags": ["design"]},
    ),
    (
        "Emailed Jo O'Brien on Monday to ask for an intro to Spotify",
        {"people": ["Jo O'Brien"], "kind": "email", **FROM_ME, "day": "2026-11-16", "ask": True},
    ),
    (
        "ran into Eva at PyCon last Friday. I'll send her my rates by next Tuesday",
        {"people": ["Eva"], "kind": "meeting", "day": "2026-11-13", "event": "PyCon",
         "promises": [(True, "send her my rates", "2026-11-24")]},
    ),
    (
        "Zoom with Luis 2 days ago for half an hour - he needs a backend dev",
        {"people": ["Luis"], "kind": "call", "day": "2026-11-16", "minutes": 30,
         "facts": [("work", "needs a backend dev")]},
    ),
    (
        "Ana texted me last night, her mum is in hospital",
        {"people": ["Ana"], **FROM_THEM, "day": "2026-11-17",
         "facts": [("life", "her mum is in hospital")]},
    ),
    (
        "Had dinner with Marta Gil in Lisbon on 31/10/2026",
        {"people": ["Marta Gil"], "kind": "meeting", "day": "2026-10-31", "place": "Lisbon"},
    ),
    (
        "Phone call with Sarah Lindqvist 3d: promised to review her landing page by Friday",
        {"people": ["Sarah Lindqvist"], "kind": "call", "day": "2026-11-15",
         "promises": [(True, "review her landing page", "2026-11-20")]},
    ),
    (
        "Video call tomorrow at 10 with Priya",
        {"people": ["Priya"], "kind": "call", "day": "2026-11-19", "planned": True},
    ),
    (
        "Wrote to Tom on LinkedIn two weeks ago, he never replied",
        {"people": ["Tom"], **FROM_ME, "day": "2026-11-04", "answered": False},
    ),
    (
        "Met Carlos Peña at the Berlin freelancers meetup on 14 Nov, loves climbing and wants to"
        " move to Portugal",
        {"people": ["Carlos Peña"], "kind": "meeting", "day": "2026-11-14",
         "event": "Berlin freelancers meetup",
         "facts": [("interest", "loves climbing"), ("dream", "wants to move to Portugal")]},
    ),
    (
        "Priya emailed me: she will introduce me to their CTO next week",
        {"people": ["Priya"], "kind": "email", **FROM_THEM,
         "promises": [(False, "introduce me to their CTO", "2026-11-25")]},
    ),
    (
        "Beers with Luis, Eva and Tom on saturday",
        {"people": ["Luis", "Eva", "Tom"], "kind": "meeting", "day": "2026-11-14"},
    ),
    (
        "quick WhatsApp to Eva to say happy birthday",
        {"people": ["Eva"], **FROM_ME},
    ),
    (
        "Helped Marta with her pitch deck the day before yesterday, took me 2 hours",
        {"people": ["Marta"], "kind": "help", **FROM_ME, "day": "2026-11-16", "minutes": 120},
    ),
    (
        "Spoke to Sarah on the phone for 45 minutes. Her daughter starts university in september."
        " I owe her a book recommendation",
        {"people": ["Sarah"], "kind": "call", "minutes": 45,
         "facts": [("life", "Her daughter starts university in september")],
         "promises": [(True, "a book recommendation", None)]},
    ),
    (
        "asked Tom if he could look at my contract",
        {"people": ["Tom"], **FROM_ME, "ask": True},
    ),
    (
        "Sarah replied to my proposal, they have to wait until Q1",
        {"people": ["Sarah"], "side": "them", "begun_by": "me"},
    ),
    (
        "Nov 3: workshop with Priya & Marta, Priya promised to send me the slides",
        {"people": ["Priya", "Marta"], "kind": "meeting", "day": "2026-11-03",
         "promises": [(False, "send me the slides", None)]},
    ),
]  # fmt: skip

SPANISH: Sentences = [
    (
        "Café con Ana esta mañana en el coworking, busca diseñador para su tienda",
        {"people": ["Ana"], "kind": "meeting", "place": "coworking",
         "facts": [("work", "busca diseñador para su tienda")]},
    ),
    (
        "llamé a luis ayer y no me lo cogió",
        {"people": ["luis"], "kind": "call", **FROM_ME, "day": "2026-11-17", "answered": False},
    ),
    (
        "Comida con Marta Gil y Eva el lunes, 2 horas #madrid",
        {"people": ["Marta Gil", "Eva"], "kind": "meeting", "day": "2026-11-16", "minutes": 120,
         "tags": ["madrid"]},
    ),
    (
        "Le escribí un correo a Tom Becker hace tres días para pedirle una recomendación",
        {"people": ["Tom Becker"], "kind": "email", **FROM_ME, "day": "2026-11-15", "ask": True},
    ),
    (
        "Me encontré con Eva en la T3chFest el viernes pasado. Le mandaré mi tarifa antes del"
        " martes",
        {"people": ["Eva"], "kind": "meeting", "day": "2026-11-13", "event": "T3chFest",
         "promises": [(True, "Le mandaré mi tarifa", "2026-11-24")]},
    ),
    (
        "Videollamada con Luis de media hora: necesita un desarrollador backend",
        {"people": ["Luis"], "kind": "call", "minutes": 30,
         "facts": [("work", "necesita un desarrollador backend")]},
    ),
    (
        "Eva me escribió anoche, su padre está en el hospital",
        {"people": ["Eva"], **FROM_THEM, "day": "2026-11-17",
         "facts": [("life", "su padre está en el hospital")]},
    ),
    (
        "Cené con Chus en Valencia el 31/10/2026",
        {"people": ["Chus"], "kind": "meeting", "day": "2026-10-31", "place": "Valencia"},
    ),
    (
        "hablé con sarah por teléfono anteayer, quedé en revisarle la web para el viernes",
        {"people": ["sarah"], "kind": "call", "day": "2026-11-16",
         "promises": [(True, "revisarle la web", "2026-11-20")]},
    ),
    (
        "Mañana reunión con Priya a las 10",
        {"people": ["Priya"], "kind": "meeting", "day": "2026-11-19", "planned": True},
    ),
    (
        "Mensaje a Tom por LinkedIn hace dos semanas, sin respuesta",
        {"people": ["Tom"], **FROM_ME, "day": "2026-11-04", "answered": False},
    ),
    (
        "He conocido a Carlos Peña en el meetup de freelancers de Berlín, le encanta escalar",
        {"people": ["Carlos Peña"], "kind": "meeting", "event": "meetup de freelancers de Berlín",
         "facts": [("interest", "le encanta escalar")]},
    ),
    (
        "Priya me ha mandado un mail: me presentará a su CTO la semana que viene",
        {"people": ["Priya"], "kind": "email", **FROM_THEM,
         "promises": [(False, "me presentará a su CTO", "2026-11-25")]},
    ),
    (
        "Cañas con Luis, Eva y Tom el sábado",
        {"people": ["Luis", "Eva", "Tom"], "kind": "meeting", "day": "2026-11-14"},
    ),
    (
        "Felicité a Eva por WhatsApp",
        {"people": ["Eva"], **FROM_ME},
    ),
    (
        "ayudé a Marta con su presentación el 3 de noviembre",
        {"people": ["Marta"], "kind": "help", **FROM_ME, "day": "2026-11-03"},
    ),
    (
        "Llamada de 45 minutos con Ana Ruiz. Su hija empieza la universidad en septiembre. Le"
        " debo un café",
        {"people": ["Ana Ruiz"], "kind": "call", "minutes": 45,
         "facts": [("life", "Su hija empieza la universidad en septiembre")],
         "promises": [(True, "un café", None)]},
    ),
    (
        "le pedí a Tom que mirara mi contrato",
        {"people": ["Tom"], **FROM_ME, "ask": True},
    ),
    (
        "Luis ha contestado a mi propuesta: dice que hablemos dentro de un mes",
        {"people": ["Luis"], "side": "them", "begun_by": "me"},
    ),
    (
        "Ayer vi a Priya y a Marta en la feria de diseño; Marta prometió enviarme las fotos",
        {"people": ["Priya", "Marta"], "kind": "meeting", "day": "2026-11-17",
         "event": "feria de diseño", "promises": [(False, "enviarme las fotos", None)]},
    ),
]  # fmt: skip
