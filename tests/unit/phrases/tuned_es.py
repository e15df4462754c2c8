"""Worked sentences in Spanish; the day, the people and the defaults are those of `held_apart`."""

from __future__ import annotations

from tests.unit.phrases.held_apart import FROM_ME, FROM_THEM, Sentences

MEETING = {"people": ["Ana"], "kind": "meeting"}
CALL = {"people": ["Ana"], "kind": "call"}

SPANISH: Sentences = [
    (
        "Café con Ana Ruiz ayer en CodeMotion: busca copywriter. Prometí enviarle el portfolio el"
        " viernes #diseño",
        {"people": ["Ana Ruiz"], "kind": "meeting", "day": "2026-11-17", "event": "CodeMotion",
         "facts": [("work", "busca copywriter")],
         "promises": [(True, "enviarle el portfolio", "2026-11-20")], "tags": ["diseño"]},
    ),
    ("Café con Ana", MEETING),
    ("Café con Ana hoy", MEETING),
    ("cena con ana anoche", {**MEETING, "people": ["ana"], "day": "2026-11-17"}),
    ("Comida con Ana el martes", {**MEETING, "day": "2026-11-17"}),
    ("Comida con Ana el miércoles", MEETING),
    ("Comida con Ana el miércoles pasado", {**MEETING, "day": "2026-11-11"}),
    ("Comida con Ana el próximo miércoles", {**MEETING, "day": "2026-11-25", "planned": True}),
    ("Comida con Ana el viernes que viene", {**MEETING, "day": "2026-11-20", "planned": True}),
    ("Cañas con Ana este viernes", {**MEETING, "day": "2026-11-20", "planned": True}),
    ("Quedé con Ana este lunes", {**MEETING, "day": "2026-11-16"}),
    ("Me vi con Ana hace dos semanas", {**MEETING, "day": "2026-11-04"}),
    ("Paseo con Ana hace un mes", {**MEETING, "day": "2026-10-18"}),
    ("Comí con Ana hace un par de días", {**MEETING, "day": "2026-11-16"}),
    ("Café con Ana hace 3d", {**MEETING, "day": "2026-11-15"}),
    ("Café con Ana antes de ayer", {**MEETING, "day": "2026-11-16"}),
    ("Café con Ana pasado mañana", {**MEETING, "day": "2026-11-20", "planned": True}),
    ("Café con Ana ayer por la mañana", {**MEETING, "day": "2026-11-17"}),
    ("Café con Ana mañana por la mañana", {**MEETING, "day": "2026-11-19", "planned": True}),
    ("Café con Ana dentro de tres días", {**MEETING, "day": "2026-11-21", "planned": True}),
    ("Café con Ana el 2026-11-02", {**MEETING, "day": "2026-11-02"}),
    ("Café con Ana el 14 de noviembre", {**MEETING, "day": "2026-11-14"}),
    ("Café con Ana el 2 de octubre de 2025", {**MEETING, "day": "2025-10-02"}),
    ("Café con Ana el viernes 13", {**MEETING, "day": "2026-11-13"}),
    ("Café con Ana el día 9", {**MEETING, "day": "2026-11-09"}),
    ("Café con Ana el 31/10", {**MEETING, "day": "2026-10-31"}),
    ("Café con Ana la semana pasada", {**MEETING, "day": "2026-11-11"}),
    ("Café con Ana el jueves de la semana pasada", {**MEETING, "day": "2026-11-12"}),
    ("Café con Ana el lunes de la semana que viene", {
        **MEETING, "day": "2026-11-23", "planned": True}),
    ("Café con Ana el finde", {**MEETING, "day": "2026-11-14"}),
    ("Comida con Ana mañana en el Mercado Central", {
        **MEETING, "day": "2026-11-19", "planned": True, "place": "Mercado Central"}),
    ("Reunión con Ana en su oficina", {**MEETING, "place": "su oficina"}),
    ("Comí con Ana en Oporto ayer", {**MEETING, "place": "Oporto", "day": "2026-11-17"}),
    ("Vi a Ana en el congreso de traductores", {**MEETING, "event": "congreso de traductores"}),
    ("Coincidí con Ana en la PyConES", {**MEETING, "event": "PyConES"}),
    ("Comida con Ana y Luis", {**MEETING, "people": ["Ana", "Luis"]}),
    ("Comida con Ana, Luis Vega y Eva", {**MEETING, "people": ["Ana", "Luis Vega", "Eva"]}),
    ("Vermut con mi amiga Marta y con Tom", {**MEETING, "people": ["Marta", "Tom"]}),
    ("Café con Nuria Font", {**MEETING, "people": ["Nuria Font"]}),
    ("Conocí a María de la O en un hackathon", {
        **MEETING, "people": ["María de la O"], "event": "hackathon"}),
    ("Ana y Luis vinieron a cenar a casa", {"people": ["Ana", "Luis"]}),
    ("Llamé a Ana", {**CALL, "begun_by": "me"}),
    ("He llamado a Ana, 20 minutos", {**CALL, "begun_by": "me", "minutes": 20}),
    ("Ana me llamó esta mañana", {**CALL, "begun_by": "them"}),
    ("Hablé con Ana hora y media", {**CALL, "minutes": 90}),
    ("Llamada con Ana de dos horas y cuarto", {**CALL, "minutes": 135}),
    ("Hablamos por teléfono Ana y yo el lunes", {**CALL, "day": "2026-11-16"}),
    ("Zoom con Ana 45 min", {**CALL, "minutes": 45}),
    ("Llamada de Ana", {**CALL, "begun_by": "them"}),
    ("Llamé a Ana y saltó el buzón de voz", {**CALL, **FROM_ME, "answered": False}),
    ("Escribí a Ana el lunes, no ha contestado", {
        "people": ["Ana"], **FROM_ME, "answered": False, "day": "2026-11-16"}),
    ("Le mandé un WhatsApp a Ana y me contestó", {
        "people": ["Ana"], "begun_by": "me", "answered": True}),
    ("Mensaje de Ana por LinkedIn", {"people": ["Ana"], **FROM_THEM}),
    ("Ana me ha escrito un correo", {"people": ["Ana"], "kind": "email", **FROM_THEM}),
    ("Envié un mail a Ana hace tres semanas", {
        "people": ["Ana"], "kind": "email", **FROM_ME, "day": "2026-10-28"}),
    ("Correos con Ana sobre el presupuesto", {"people": ["Ana"], "kind": "email"}),
    ("Le escribí una postal a Ana", {"people": ["Ana"], "kind": "letter", **FROM_ME}),
    ("Presenté a Ana y a Luis", {"people": ["Ana", "Luis"], "kind": "intro", **FROM_ME}),
    ("Ana me ayudó con la declaración", {"people": ["Ana"], "kind": "help", **FROM_THEM}),
    ("Recomendé a Ana a un cliente", {"people": ["Ana"], "kind": "referral", **FROM_ME}),
    ("Colaboré con Ana en la web nueva", {"people": ["Ana"], "kind": "project"}),
    ("Comí con Ana y le pedí una recomendación", {**MEETING, "ask": True}),
    ("Ana me pidió consejo", {"people": ["Ana"]}),
    ("Café con Ana. Prometió presentarme a Eva antes del lunes", {
        **MEETING, "promises": [(False, "presentarme a Eva", "2026-11-23")]}),
    ("Café con Ana, me enviará el briefing mañana", {
        **MEETING, "promises": [(False, "me enviará el briefing", "2026-11-19")]}),
    ("Café con Ana; le enviaré el dossier el viernes y presentarle a Tom la semana que viene", {
        **MEETING, "promises": [(True, "le enviaré el dossier", "2026-11-20"),
                                (True, "presentarle a Tom", "2026-11-25")]}),
    ("Le prometí a Ana revisar su CV en 2w", {
        "people": ["Ana"], "promises": [(True, "revisar su CV", "2026-12-02")]}),
    ("Llamada con Ana, tengo que mandarle la factura antes de fin de mes", {
        **CALL, "promises": [(True, "mandarle la factura", "2026-11-30")]}),
    ("Llamada con Ana. El viernes le mandaré el presupuesto", {
        **CALL, "promises": [(True, "le mandaré el presupuesto", "2026-11-20")]}),
    ("Ana me contó que se ha mudado a Lisboa y le encanta el surf", {
        "people": ["Ana"],
        "facts": [("life", "se ha mudado a Lisboa"), ("interest", "le encanta el surf")]}),
    ("Ana: acaba de lanzar un podcast, sueña con correr un maratón", {
        "people": ["Ana"],
        "facts": [("news", "acaba de lanzar un podcast"),
                  ("dream", "sueña con correr un maratón")]}),
    ("He quedado con Ana el viernes", {**MEETING, "day": "2026-11-20", "planned": True}),
    ("Preparé la web con Ana y compré los billetes", {"people": ["Ana"]}),
    ("cafe con ana manana", {
        **MEETING, "people": ["ana"], "day": "2026-11-19", "planned": True}),
    ("Café con Ana yesterday at Starbucks, she needs a logo", {
        **MEETING, "day": "2026-11-17", "place": "Starbucks",
        "facts": [("work", "needs a logo")]}),
]  # fmt: skip
