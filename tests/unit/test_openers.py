"""Facts turned towards their person, in both languages; what nobody can turn gives nothing."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from crm.domain.openers import Fact, Material, Owed, ideas
from crm.domain.second_person import detected
from crm.domain.second_person.days import dated
from crm.domain.second_person.interests import called
from crm.domain.second_person.needs import needed
from crm.domain.second_person.promises import owed
from crm.domain.second_person.turning import turned
from crm.i18n import translator
from crm.wording import openers as wording

TODAY = date(2025, 6, 30)  # a Monday
NAMES = ("Ana Ruiz", "Ana")
ENGLISH = [
    (
        "her team must make the flood-risk map accessible before a public tender",
        "make: your team had to make the flood-risk map accessible before a public tender",
    ),
    (
        "rode the whole way from Rotterdam to Valencia by bike and train",
        "done: rode the whole way from Rotterdam to Valencia by bike and train",
    ),
    (
        "her picture book about a night tram found a publisher",
        "thing: your picture book about a night tram",
    ),
    (
        "goes foraging for mushrooms with her neighbours every autumn",
        "keep: going foraging for mushrooms with your neighbours every autumn",
    ),
    (
        "wants a small print shop of her own with a riso machine in the window",
        "wish: want a small print shop of your own with a riso machine in the window",
    ),
    (
        "is preparing a talk on error messages for a conference in Utrecht",
        "make: the talk on error messages for a conference in Utrecht",
    ),
    ("his allotment leeks won second prize at the village show", "thing: your allotment leeks"),
    (
        "would like to write one radio play before he is fifty",
        "wish: want to write one radio play before you are fifty",
    ),
    (
        "is choosing tiles for the kitchen of her new flat",
        "make: choosing tiles for the kitchen of your new flat",
    ),
    (
        "wants students to book classes without ten messages back and forth",
        "wish: want students to book classes without ten messages back and forth",
    ),
    ("has a season ticket, top gallery, for the opera", None),
    (
        "swims in the sea every morning with a group that calls itself the Cold Potatoes",
        "keep: swimming in the sea every morning with a group that calls itself the Cold Potatoes",
    ),
    (
        "was about to merge three holiday sites into one",
        "did: you were about to merge three holiday sites into one",
    ),
    (
        "picks the last four talks of next year's programme this month",
        "make: picking the last four talks of next year's programme",
    ),
    (
        "the conference is moving to the old rope factory, which has ramps everywhere",
        "occasion: the conference",
    ),
    ("knits through every online meeting", "keep: knitting through every online meeting"),
    (
        "is building a glossary of nautical words for a boat-hire client",
        "make: the glossary of nautical words for a boat-hire client",
    ),
    (
        "races a twelve-metre wooden boat with his cousins",
        "keep: racing a twelve-metre wooden boat with your cousins",
    ),
    (
        "runs a panel of screen reader users who test public services",
        "keep: running a panel of screen reader users who test public services",
    ),
    (
        "was about to ride around Kyushu with his brother for nine days",
        "did: you were about to ride around Kyushu with your brother for nine days",
    ),
    (
        "maintains an open-source date picker that thousands of sites use",
        "keep: maintaining an open-source date picker that thousands of sites use",
    ),
    (
        "wants to spend a month working from Valencia",
        "wish: want to spend a month working from Valencia",
    ),
    ("is on a shoot in Bahia and offline for a couple of weeks", "away: the shoot in Bahia"),
    ("surfs before breakfast whenever the swell allows", "keep: surfing before breakfast"),
    (
        "often needs a front-end developer in the busy season",
        "seek: need a front-end developer in the busy season",
    ),
    (
        "is writing a checklist for site migrations and tests it on her own clients",
        "make: the checklist for site migrations",
    ),
    ("she is preparing a talk", "make: the talk"),
    ("Ana is preparing a talk on forms", "make: the talk on forms"),
    ("he's looking for a flat in Porto", "seek: looking for a flat in Porto"),
    ("She'd like to learn the cello", "wish: want to learn the cello"),
    ("has a daughter", "kin: your daughter"),
    ("has two kids", "kin: your two kids"),
    ("has a new puppy", "kin: your new puppy"),
    ("has twins on the way", None),
    ("has diabetes", None),
    ("has a job interview on Thursday", "contest: the job interview on Thursday"),
    ("has three clients in Berlin", None),
    ("moved to Lisbon", "move: Lisbon"),
    ("moved to a bigger flat", "gain: you had moved to a bigger flat"),
    ("has just moved to San Sebastián with his family", "move: San Sebastián"),
    ("is moving house", "plan: are moving house"),
    ("the move", "process: the move"),
    ("new job", "process: the new job"),
    ("trail race on Sunday", "contest: the trail race on Sunday"),
    ("his first marathon in Valencia", "contest: your first marathon in Valencia"),
    ("her wedding in Seville", "occasion: your wedding in Seville"),
    ("wedding", "occasion: the wedding"),
    ("sister in Lisbon", "kin: your sister in Lisbon"),
    ("her daughter Noa starts school in September", "kin: your daughter Noa"),
    ("his dog is called Bruno", "kin: your dog"),
    ("her mother is very ill", "kin: your mother"),
    ("got divorced", None),
    ("was laid off", None),
    ("doesn't drink coffee", None),
    ("is vegan", None),
    ("is a lawyer", None),
    ("is pregnant", None),
    ("expecting twins", None),
    ("loves his wife", None),
    ("likes trail running", None),
    ("thinks my site is slow", None),
    ("told me you should call", None),
    ("is training for a marathon", "make: training for a marathon"),
    ("is learning Italian", "make: learning Italian"),
    ("runs", None),
    ("runs a studio with her brother", "keep: running a studio with your brother"),
    ("runs a bakery and her sister helps", "keep: running a bakery"),
    ("is writing a book with Marta about her life", None),
    ("mentors Ana in her first job", None),
    ("works at Acme", "keep: working at Acme"),
    ("lives in Porto", "keep: living in Porto"),
    ("quit her job to travel", None),
    ("left his job", None),
    ("opened a bakery in Ghent", "gain: the bakery in Ghent"),
    ("is opening a bakery", "make: opening a bakery"),
    ("won a prize", "done: won a prize"),
    ("gives a talk at PyCon", "occasion: the talk at PyCon"),
    ("is boring", None),
    ("is getting married", None),
    ("plans", None),
    ("plans to open a studio", "wish: planning to open a studio"),
    ("plans for the summer", None),
    ("raised 2 million euros", None),
    ("is upcycling old sails into bags", "make: upcycling old sails into bags"),
    ("her knee hurts", None),
    ("the kids are with their dad this week", "kin: the kids"),
    ("looking for a copywriter", "seek: looking for a copywriter"),
    ("needs help with taxes", "seek: need help with taxes"),
    ("needs", None),
    ("wants", None),
    ("wants her own studio", "wish: want your own studio"),
    ("hopes his book sells", None),
    ("struggling with his new landlord", "make: struggling with your new landlord"),
    ("is going to Japan", "plan: are going to Japan"),
    ("is going to run the London marathon", "plan: are going to run the London marathon"),
    ("has been ill", None),
    ("allergic to nuts", None),
    ("turns 40 next year", None),
    ("born in Cork", None),
    ("is into jazz", None),
    ("reads a lot of Ferrante", "keep: reading a lot of Ferrante"),
    ("is reading a book that she found in a train", None),
    ("studied with Marta's sister", None),
    ("her and her team are redesigning the site", None),
    ("will start a PhD", "plan: are going to start a PhD"),
    ("charges 80 euros an hour", None),
    ("he owes me money", None),
    ("fluent in German", None),
    ("Berlin", None),
    ("🎉 new baby", None),
    ("#launch", None),
    ("is preparing {name}", None),
    ("she said 'hi'", None),
    ('"quoted"', None),
    ("https://example.com", None),
    ("is preparing a talk (on forms)", "make: the talk"),
    ("is preparing a talk; very nervous", "make: the talk"),
    ("is preparing a talk. She is nervous.", "make: the talk"),
    ("corre una carrera", None),
    ("IS PREPARING A TALK", "make: the talk"),
    ("Is preparing a talk", "make: the talk"),
    ("is preparing a talk on ‘forms’", None),
    ("is in Japan until March", None),
    ("exam on Friday", "contest: the exam on Friday"),
    ("has exams next week", None),
    ("his podcast", "process: your podcast"),
    ("her new podcast about ferries", "process: your new podcast about ferries"),
    ("is on holiday", "away: you were on holiday"),
    ("is on a diet", None),
    ("is on the board of a charity", None),
    ("is on parental leave", None),
    ("can't swim", None),
    ("would love to visit Oaxaca", "wish: want to visit Oaxaca"),
    ("launched the new site", "gain: the new site"),
    ("just launched the new site", "gain: the new site"),
    ("has launched a podcast", "gain: the podcast"),
    ("sold her company", "done: sold your company"),
    ("sells ceramics at a market", "keep: selling ceramics at a market"),
    ("teaches yoga to her neighbours", "keep: teaching yoga to your neighbours"),
    ("helps her clients with their taxes", None),
    ("plays chess with him", None),
    ("is writing about how they met", None),
    ("climbs every Tuesday", "keep: climbing every Tuesday"),
    ("built his own house", "gain: your own house"),
]
SPANISH = [
    (
        "corre su primera carrera de montaña, 21 km en la Calderona",
        "contest: tu primera carrera de montaña",
    ),
    (
        "rediseña la web de una bodega y busca a alguien que escriba los textos",
        "make: rediseñando la web de una bodega",
    ),
    (
        "quiere pasar un trimestre trabajando desde Oaxaca",
        "wish: quieres pasar un trimestre trabajando desde Oaxaca",
    ),
    (
        "escribe los guiones de una serie de vídeos cortos sobre oficios antiguos",
        "make: escribiendo los guiones de una serie de vídeos cortos sobre oficios antiguos",
    ),
    (
        "rema en trainera con el equipo de veteranos de su barrio",
        "keep: remando en trainera con el equipo de veteranos de tu barrio",
    ),
    ("canta en un coro y preparan un concierto al aire libre", "keep: cantando en un coro"),
    (
        "quiere que sus clientes suban las facturas sin mandarle fotos borrosas",
        "wish: quieres que tus clientes suban las facturas sin mandarte fotos borrosas",
    ),
    (
        "llegó de Medellín hace tres meses y todavía busca piso con luz",
        "seek: buscando piso con luz",
    ),
    (
        "monta herramientas internas para tiendas pequeñas y se le quedan cortas en el diseño",
        "keep: montando herramientas internas para tiendas pequeñas",
    ),
    (
        "migra los servidores de tres clientes a un centro de datos con energía solar",
        "make: migrando los servidores de tres clientes a un centro de datos con energía solar",
    ),
    ("se ha comprado un sintetizador que ocupa media mesa", "gain: el sintetizador"),
    (
        "vendió su estudio hace cuatro años y ahora acompaña a ocho autónomos",
        "keep: acompañando a ocho autónomos",
    ),
    (
        "ha leído todas las novelas de un comisario siciliano, en orden",
        "done: has leído todas las novelas de un comisario siciliano",
    ),
    (
        "quiere escribir un libro corto sobre poner precios sin miedo",
        "wish: quieres escribir un libro corto sobre poner precios sin miedo",
    ),
    (
        "quiere vender en Alemania y le faltan los textos traducidos",
        "wish: quieres vender en Alemania",
    ),
    ("restaura una moto de su abuelo pieza a pieza", "make: la moto de tu abuelo"),
    (
        "está pasando los pagos de una ONG a domiciliaciones y lo cuenta muy bien",
        "make: pasando los pagos de una ONG a domiciliaciones",
    ),
    (
        "entrena a un equipo de baloncesto de barrio",
        "keep: entrenando a un equipo de baloncesto de barrio",
    ),
    (
        "prepara una semana de puertas abiertas y le faltan dos charlas cortas",
        "make: la semana de puertas abiertas",
    ),
    (
        "ha plantado tomateras en la azotea del coworking",
        "gain: has plantado tomateras en la azotea del coworking",
    ),
    (
        "renueva la marca de una escuela de música y la web viene detrás",
        "make: renovando la marca de una escuela de música",
    ),
    ("aprende linograbado y mancha todo lo que toca", "keep: aprendiendo linograbado"),
    (
        "le gustaría montar un pequeño sello de libros ilustrados",
        "wish: te gustaría montar un pequeño sello de libros ilustrados",
    ),
    (
        "monta paneles de datos que caben en una sola hoja",
        "keep: montando paneles de datos que caben en una sola hoja",
    ),
    (
        "se ha hecho un telescopio con un tubo de cartón",
        "gain: te has hecho un telescopio con un tubo de cartón",
    ),
    ("su gata Moviola estaba pachucha y dormía encima del teclado", "kin: tu gata Moviola"),
    ("prepara una charla", "make: la charla"),
    ("está preparando una charla sobre formularios", "make: la charla sobre formularios"),
    ("Ana prepara una charla", "make: la charla"),
    ("ella busca piso", "seek: buscando piso"),
    ("busca copywriter", "seek: buscando copywriter"),
    ("busca", None),
    ("busca a alguien que le lleve las redes", "seek: buscando a alguien que le lleve las redes"),
    ("tiene una hija", "kin: tu hija"),
    ("tiene dos hijos", "kin: tus dos hijos"),
    ("tiene un perro", "kin: tu perro"),
    ("tiene una entrevista el jueves", "contest: la entrevista el jueves"),
    ("tiene alergia", None),
    ("se mudó a Lisboa", "move: Lisboa"),
    ("se ha mudado a Lisboa con su novia", "move: Lisboa"),
    ("se muda a Lisboa", "plan: te mudas a Lisboa"),
    ("se muda de casa", "plan: te mudas de casa"),
    ("acaba de adoptar un gato", "gain: el gato"),
    ("la mudanza", "process: la mudanza"),
    ("mudanza", "process: la mudanza"),
    ("boda de su hermana", "occasion: la boda de tu hermana"),
    ("su boda", "occasion: tu boda"),
    ("nuevo trabajo", "process: el nuevo trabajo"),
    ("carrera de montaña el domingo", "contest: la carrera de montaña el domingo"),
    ("carrera", "contest: la carrera"),
    ("su hija Noa empieza el cole en septiembre", "kin: tu hija Noa"),
    ("su perro se llama Bruno", None),
    ("su madre está muy enferma", "kin: tu madre"),
    ("se ha divorciado", None),
    ("lo despidieron", None),
    ("no toma café", None),
    ("es vegana", None),
    ("es abogada", None),
    ("está embarazada", None),
    ("está cansada", None),
    ("le gusta el trail", None),
    ("le encanta cocinar", None),
    ("quiere montar su propio estudio", "wish: quieres montar tu propio estudio"),
    ("quiere un estudio propio", "wish: quieres un estudio propio"),
    ("quiere que la llamemos", "wish: quieres que la llamemos"),
    ("quiere comprarse una bici", "wish: quieres comprarte una bici"),
    ("quiere", None),
    ("le gustaría aprender a tocar el chelo", "wish: te gustaría aprender a tocar el chelo"),
    ("sueña con vivir en el mar", "wish: soñando con vivir en el mar"),
    ("entrena para un maratón", "keep: entrenando para un maratón"),
    ("se prepara para un maratón", "make: preparándote para un maratón"),
    ("aprende italiano", "keep: aprendiendo italiano"),
    ("está aprendiendo italiano", "make: aprendiendo italiano"),
    ("corre maratones", "keep: corriendo maratones"),
    ("corre", "keep: corriendo"),
    ("lleva un estudio con su hermana", "keep: llevando un estudio con tu hermana"),
    ("trabaja en una novela", "make: la novela"),
    ("trabaja en Acme", "keep: trabajando en Acme"),
    ("vive en Oporto", "keep: viviendo en Oporto"),
    ("vendió su empresa", "done: vendiste tu empresa"),
    ("abrió una panadería en Gante", "gain: la panadería en Gante"),
    ("ha abierto una panadería", "gain: la panadería"),
    ("va a abrir una panadería", "plan: ibas a abrir una panadería"),
    ("va a Japón", None),
    ("iba a correr el maratón", "did: el maratón"),
    ("ganó un premio", "done: ganaste un premio"),
    ("ganó un premio que le dio el ayuntamiento", "done: ganaste un premio"),
    ("da una charla en PyCon", "occasion: la charla en PyCon"),
    ("da clases de yoga a sus vecinas", "keep: dando clases de yoga a tus vecinas"),
    ("ayuda a sus clientes con sus impuestos", None),
    ("está leyendo un libro que encontró en un tren", "make: leyendo un libro"),
    ("lee mucho", "keep: leyendo mucho"),
    ("dice que viene", None),
    ("cree que mi web es lenta", None),
    ("se casa en mayo", None),
    ("se ha casado", None),
    ("se ha comprado una moto", "gain: la moto"),
    ("se compró una casa en el pueblo", "gain: la casa en el pueblo"),
    ("hace cerámica", "keep: haciendo cerámica"),
    ("hace tres años que vive aquí", None),
    ("cocina italiana", None),
    ("cocina muy bien", "keep: cocinando muy bien"),
    ("prueba de acceso", "contest: la prueba de acceso"),
    ("monta a caballo", "keep: montando a caballo"),
    ("busca de piso", None),
    ("necesita ayuda con el IVA", "seek: necesitas ayuda con el IVA"),
    ("le falta un diseñador", "lack: te falta un diseñador"),
    ("su equipo tiene que rehacer la web", "make: tu equipo tenía que rehacer la web"),
    ("su novela encontró editorial", "thing: tu novela"),
    ("la web de su tienda va lenta", "thing: la web de tu tienda"),
    ("exámenes la semana que viene", "contest: los exámenes"),
    ("oposiciones", "contest: las oposiciones"),
    ("su podcast", "process: tu podcast"),
    ("nuevo podcast sobre ferris", "process: el nuevo podcast sobre ferris"),
    ("trabaja con Marta y su hermana", None),
    ("escribe un libro con Marta sobre su vida", None),
    ("está de viaje por Perú", "away: estabas de viaje por Perú"),
    ("está de baja", None),
    ("está de vacaciones", "away: estabas de vacaciones"),
    ("cumple 40", None),
    ("nació en Vigo", None),
    ("habla alemán", None),
    ("cobra 80 euros la hora", None),
    ("me debe dinero", None),
    ("is preparing a talk", None),
    ("🎉 bebé", None),
    ("#lanzamiento", None),
    ("prepara {nombre}", None),
    ("dijo 'hola'", None),
    ("prepara una charla (sobre formularios)", "make: la charla"),
    ("Prepara una charla", "make: la charla"),
    ("PREPARA UNA CHARLA", "make: la charla"),
    ("juega al ajedrez con él", None),
    ("juega al pádel los martes", "keep: jugando al pádel los martes"),
    ("empieza un máster", "make: empezando un máster"),
    ("ha empezado un máster en diseño", "gain: el máster en diseño"),
    ("estudia oposiciones", "keep: estudiando oposiciones"),
    ("se apunta a un curso", None),
    ("reforma del piso", "process: la reforma del piso"),
    ("reforma el piso", "make: el piso"),
    ("está reformando la cocina", "make: la cocina"),
    ("lanzó su tienda", "gain: tu tienda"),
    ("construye una cabaña con sus manos", "make: construyendo una cabaña con tus manos"),
    ("quería dejar de fumar", None),
    ("su padre murió en marzo", "kin: tu padre"),
    ("está buscando casa en el pueblo", "seek: buscando casa en el pueblo"),
    ("sigue buscando piso", "seek: buscando piso"),
    ("anda liado con la web", None),
]
HOSTILE = [
    "", " ", ".", ",", "{", "{}", "{name}", "{0!r}", "#", "# #", "\x00", "\x1b[2J", "a\nb",
    "\ud800", "🎉", "is preparing 🎉", "prepara 🎉", "she said 'hi'", "said \"hi\"",
    "is preparing " + "a" * 10_000,
    "is preparing " + "a talk " * 2_000, "prepara " + "una charla " * 2_000, "\u202eis preparing",
    "is preparing %s", "his", "her", "su", "the", "la", "and", "y", "is", "is preparing", "está",
    "http://example.com/{x}", "<b>is preparing</b>", "is preparing a talk {0}",
]  # fmt: skip


def said(text: str, code: str) -> str | None:
    """Give what a fact becomes, in short: its shape and the words that stand for it."""
    for one in turned(text, code, NAMES)[:1]:
        return f"{one.shape}: {one.topic or one.still or one.plain or one.told}"
    return None


@pytest.mark.parametrize(("fact", "expected"), ENGLISH)
def test_an_english_fact_is_turned_towards_its_person(fact: str, expected: str | None) -> None:
    assert said(fact, "en") == expected


@pytest.mark.parametrize(("fact", "expected"), SPANISH)
def test_a_spanish_fact_is_turned_towards_its_person(fact: str, expected: str | None) -> None:
    assert said(fact, "es") == expected


@pytest.mark.parametrize("fact", [fact for fact, expected in ENGLISH if expected and " " in fact])
def test_english_facts_are_nothing_in_spanish(fact: str) -> None:
    assert said(fact, "es") is None


@pytest.mark.parametrize("text", HOSTILE)
@pytest.mark.parametrize("code", ["en", "es"])
def test_hostile_text_gives_nothing(text: str, code: str) -> None:
    assert turned(text, code) == []
    assert owed(text, code) is None


WORDS = st.sampled_from([
    "is", "are", "she", "he", "her", "his", "their", "has", "a", "an", "the", "talk",
    "prepares", "preparing", "wants", "to", "on", "Sunday", "and", " , ", ".", "who",
    "that", "la", "el", "su", "sus", "que", "y", "está", "prepara", "quiere", "se", "le",
    "ha", "una", "charla", "domingo", "{x}", "🎉", "no", "Ana",
])  # fmt: skip


@given(st.one_of(st.text(max_size=80), st.lists(WORDS, max_size=12).map(" ".join)))
@settings(max_examples=150)
def test_any_text_is_turned_into_sentences_or_nothing(text: str) -> None:
    for code in ("en", "es"):
        material = made(
            code, facts=[Fact(1, "life", text, True, TODAY)], met_on=TODAY, met_at=text,
            promises=[Owed(1, text, TODAY)], needs=[text], interests=[text],
        )  # fmt: skip
        for idea in ideas(material, TODAY):
            if idea.code in ("interest", "reconnect"):
                continue
            sentence = wording.opener(
                idea.code, idea.params, idea.variant, TODAY, code, translator(code)
            )
            assert sentence is None or (sentence[-1] in ".!?" and len(sentence) <= 200)
            assert sentence is None or "{" not in sentence


def made(language: str = "en", **known: object) -> Material:
    blank = Material("uid", language, NAMES, False, None, "", (), (), (), (), lambda _: "", False)
    return blank._replace(**known)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("fact", "code", "rest", "day"),
    [
        ("trail race on Sunday", "en", "trail race", "2025-06-29"),
        ("runs the London marathon on Friday.", "en", "runs the London marathon.", "2025-06-27"),
        ("her wedding on 12 July in Seville", "en", "her wedding in Seville", "2025-07-12"),
        ("job interview tomorrow at 10", "en", "job interview", "2025-06-26"),
        ("carrera de montaña el domingo", "es", "carrera de montaña", "2025-06-29"),
        ("se casa el 12 de julio en Sevilla", "es", "se casa en Sevilla", "2025-07-12"),
        ("climbs every Tuesday", "en", "climbs every Tuesday", None),
        ("baila tango los jueves", "es", "baila tango los jueves", None),
        ("is preparing a talk", "en", "is preparing a talk", None),
        ("reads the Sunday's paper", "en", "reads the Sunday's paper", None),
    ],
)
def test_the_day_of_a_fact_is_read_apart(fact: str, code: str, rest: str, day: str | None) -> None:
    found = dated(fact, code, date(2025, 6, 25))
    assert (found[0], found[1] and found[1].isoformat()) == (rest, day)


@pytest.mark.parametrize(
    ("promise", "code", "expected"),
    [
        ("send the portfolio", "en", "send you the portfolio"),
        ("Send him the quote", "en", "send you the quote"),
        ("send the portfolio to her", "en", "send the portfolio to you"),
        ("introduce her to Inês, who knows Lisbon", "en", "introduce you to Inês"),
        ("review his deck", "en", "review your deck"), ("call her", "en", "call you"),
        ("Split the contrast page in two", "en", "split the contrast page in two"),
        ("send her portfolio", "en", None), ("ask Marta about her rates", "en", None),
        ("send it", "en", None), ("the portfolio", "en", None), ("send", "en", None),
        ("enviarle el portfolio", "es", "enviarte el portfolio"),
        ("Pasarle el portfolio de Tom para su bodega", "es",
         "pasarte el portfolio de Tom para tu bodega"),
        ("enviar el portfolio", "es", "enviarte el portfolio"),
        ("leer el primer capítulo de su libro cuando lo tenga", "es",
         "leer el primer capítulo de tu libro"),
        ("presentarles a Marta", "es", "presentarte a Marta"), ("enviarlo", "es", None),
        ("enviarle el portfolio", "en", None), ("send the portfolio", "es", None),
    ],
)  # fmt: skip
def test_a_promise_is_said_to_its_person(promise: str, code: str, expected: str | None) -> None:
    assert owed(promise, code) == expected


@pytest.mark.parametrize(
    ("need", "role", "code", "expected"),
    [
        ("copywriter", "Copywriter", "en", "a copywriter"),
        ("seo", "SEO specialist", "en", "an SEO specialist"),
        ("ux", "UX writer", "en", "a UX writer"),
        ("shop", "E-commerce developer", "en", "an e-commerce developer"),
        ("illustrator", "Illustrator", "en", "an illustrator"),
        ("product", "Product designer (digital)", "en", None),
        ("illustrator", "Ilustrador/a", "es", "ilustrador o ilustradora"),
        ("web", "Desarrollador/a web", "es", "desarrollador o desarrolladora web"),
        ("graphic", "Diseñador/a gráfico/a", "es", "diseñador gráfico o diseñadora gráfica"),
        ("seo", "Especialista SEO", "es", "especialista SEO"),
        ("someone for her taxes", "", "en", "someone for your taxes"),
        ("alguien que lleve sus redes", "", "es", "alguien que lleve tus redes"),
        ("portfolio site", "", "en", None), ("portfolio site", "", "es", None),
        ("", "", "en", None), ("{x} y", "", "es", None),
    ],
)  # fmt: skip
def test_a_need_stands_after_looking_for(
    need: str, role: str, code: str, expected: str | None
) -> None:
    assert needed(need, role, code) == expected


@pytest.mark.parametrize(
    ("interest", "code", "expected"),
    [
        ("ceramics", "en", "ceramics"), ("ceramics", "es", "la cerámica"),
        ("Cerámica", "en", "ceramics"), ("cerámica", "es", "la cerámica"),
        ("ajedrez", "es", "el ajedrez"), ("birdwatching", "en", "birdwatching"),
        ("birdsong at dawn", "es", None), ("cold baths", "es", None), ("{x}", "en", None),
    ],
)  # fmt: skip
def test_an_interest_is_asked_about_in_one_language(
    interest: str, code: str, expected: str | None
) -> None:
    assert called(interest, code) == expected


def test_the_language_of_a_fact_is_told_by_its_small_words() -> None:
    assert detected("is preparing a talk on forms") == "en"
    assert detected("prepara una charla sobre formularios") == "es"
    assert detected("Berlin") == ""


def test_after_a_loss_nobody_is_asked_about_anything_else_first() -> None:
    facts = [
        Fact(1, "work", "is preparing a talk", True, TODAY),
        Fact(2, "life", "her father died in March", True, date(2025, 6, 20)),
    ]
    found = list(ideas(made(facts=facts), TODAY))
    assert [(idea.key, idea.code) for idea in found] == [("fact:2", "thinking"), ("fact:1", "make")]
    assert [idea.key for idea in ideas(made(facts=facts), date(2025, 9, 30))] == ["fact:1"]


def test_what_was_said_comes_after_what_is_new_and_the_last_of_it_never() -> None:
    facts = [Fact(n, "work", f"is building bridge {n}", True, date(2025, 6, n)) for n in (9, 8, 7)]
    material = made(facts=facts)
    assert keys(material) == ["fact:9", "fact:8", "fact:7"]
    assert keys(material, ["fact:9"]) == ["fact:8", "fact:7"]
    assert keys(material, ["fact:9", "fact:8"]) == ["fact:7", "fact:9"]
    assert keys(material, ["fact:9"], kept="fact:7")[0] == "fact:7"
    assert keys(made(facts=facts[:1]), ["fact:9"]) == []


def keys(material: Material, before: list[str] | None = None, kept: str = "") -> list[str]:
    return [idea.key for idea in ideas(material, TODAY, before or [], kept)]


def test_a_fact_of_long_ago_is_left_alone() -> None:
    assert keys(made(facts=[Fact(1, "work", "is preparing a talk", True, date(2023, 6, 30))])) == []
    assert keys(made(facts=[Fact(1, "work", "is preparing a talk", True, date(2025, 7, 30))])) == []


DATED = [
    ("en", "trail race on Sunday", "06-27", "Good luck with the trail race on Sunday!"),
    ("en", "trail race on Sunday", "06-28", "Good luck with the trail race tomorrow!"),
    ("en", "trail race on Sunday", "06-30", "How did the trail race go on Sunday?"),
    ("en", "trail race on Sunday", "07-12", "How did the trail race go?"),
    ("en", "trail race on Sunday", "10-12", "How did the trail race go?"),
    ("en", "runs her first marathon on Sunday", "06-30",
     "How did your first marathon go on Sunday?"),
    ("en", "exams on Friday", "06-30", "How did it all go with the exams on Friday?"),
    ("en", "has a concert on Sunday", "06-29", "I hope the concert goes well today!"),
    ("en", "her wedding is on 12 July", "06-30",
     "How are the preparations for your wedding going?"),
    ("en", "is launching the new shop on Sunday", "06-27",
     "I remember you are launching the new shop on Sunday: I hope it goes well!"),
    ("en", "is launching the new shop on Sunday", "06-30",
     "You told me you were launching the new shop on Sunday: how did it go?"),
    ("es", "carrera de montaña el domingo", "06-27",
     "¡Mucha suerte con la carrera de montaña el domingo!"),
    ("es", "corre su primera maratón el domingo", "06-30",
     "¿Qué tal fue tu primera maratón el domingo?"),
    ("es", "exámenes el viernes", "06-30", "¿Qué tal fueron los exámenes el viernes?"),
    ("es", "lanza la tienda el domingo", "06-28",
     "Me acuerdo de que lanzas la tienda mañana: ¡que vaya muy bien!"),
    ("es", "lanza la tienda el domingo", "06-30",
     "Me contaste que lanzabas la tienda el domingo: ¿qué tal fue?"),
    ("es", "se muda el domingo", "06-30", "Me contaste que te mudabas el domingo: ¿qué tal fue?"),
    ("es", "la mudanza", "06-30", "¿Cómo va lo de la mudanza?"),
    ("es", "se mudó a Lisboa", "06-30", "¿Qué tal la vida en Lisboa?"),
    ("es", "se ha comprado un sintetizador", "06-30", "¿Qué tal vas con el sintetizador?"),
    ("en", "has two kids", "06-30", "How are your two kids?"),
    ("es", "tiene una hija", "06-30", "¿Qué tal está tu hija?"),
]  # fmt: skip


@pytest.mark.parametrize(("code", "fact", "day", "expected"), DATED)
def test_a_day_that_is_near_makes_the_sentence(
    code: str, fact: str, day: str, expected: str
) -> None:
    today = date.fromisoformat(f"2025-{day}")
    idea = next(ideas(made(code, facts=[Fact(1, "life", fact, True, date(2025, 6, 25))]), today))
    said = (
        wording.opener(idea.code, idea.params, variant, today, code, translator(code))
        for variant in range(4)
    )
    assert expected in said
