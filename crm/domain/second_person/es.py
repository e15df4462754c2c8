"""Spanish: the informal second person."""

from functools import cache

from crm.domain.second_person import Head, Heads, Language, Noun, listed

_CREATE = """preparar escribir diseñar organizar planificar lanzar restaurar desarrollar crear
grabar producir:produce redactar componer:compone rodar:rueda filmar editar estrenar montar
construir:construye programar ultimar reformar traducir:traduce probar:prueba
fotografiar:fotografía cerrar:cierra terminar"""
_MAKE = """rediseñar traducir:traduce probar:prueba migrar renovar:renueva ilustrar
elegir:elige fusionar reconstruir:reconstruye convertir:convierte digitalizar publicar
negociar revisar documentar reparar actualizar fotografiar:fotografía ensayar decorar pasar
impulsar corregir:corrige ampliar adaptar maquetar tramitar levantar reescribir automatizar
empezar:empieza abrir estudiar planear mudar:muda:mudó"""
_BOTH = """escribir diseñar desarrollar crear producir:produce editar organizar programar
montar construir:construye restaurar grabar redactar componer:compone traducir:traduce
probar:prueba fotografiar:fotografía"""
_KEEP = """correr nadar tocar bailar cantar pintar escalar remar navegar caminar practicar
coleccionar hornear cocinar cultivar colaborar enseñar entrenar leer ver:ve imprimir dibujar
mantener:mantiene llevar dirigir:dirige aprender trabajar acompañar tejer vender hacer:hace
jugar:juega dar:da coser surfear patinar gestionar coordinar impartir liderar asesorar
moderar pasear bucear esquiar:esquía meditar fermentar plantar conducir:conduce arreglar
pescar observar participar formar publicar estudiar"""
_SEEK = "buscar necesitar"
_GAIN = """comprar adoptar empezar:empieza abrir fundar plantar contratar montar
construir:construye:construyó estrenar lanzar hacer:hace:hizo descubrir heredar alquilar
crear inaugurar conseguir:consigue:consiguió emprender"""
_DONE = """vender ganar escribir publicar terminar correr leer:lee:leyó visitar aprobar:aprueba
viajar cruzar grabar traducir:traduce:tradujo dar:da:dio nadar caminar pintar diseñar
organizar presentar rodar:rueda dirigir:dirige cerrar:cierra acabar completar llegar"""
_PARTICIPLES = {
    "escribir": "escrito", "reescribir": "reescrito", "hacer": "hecho", "ver": "visto",
    "abrir": "abierto", "volver": "vuelto", "componer": "compuesto", "descubrir": "descubierto",
    "leer": "leído", "construir": "construido", "reconstruir": "reconstruido",
    "imprimir": "impreso",
}  # fmt: skip
_GERUNDS = {
    "elegir": "eligiendo", "convertir": "convirtiendo", "corregir": "corrigiendo",
    "leer": "leyendo", "construir": "construyendo", "reconstruir": "reconstruyendo",
    "ir": "yendo", "conseguir": "consiguiendo",
}  # fmt: skip
_STRONG_PAST = {"hizo": "hiciste", "dio": "diste", "tradujo": "tradujiste", "fue": "fuiste",
                "consiguió": "conseguiste", "leyó": "leíste"}  # fmt: skip


def _forms(verb: str) -> tuple[str, str, str, str, str, str]:
    """Give present, past, second past, gerund, participle, infinitive of verb[:present[:past]]."""
    infinitive, present, past = (*verb.split(":"), "", "")[:3]
    stem, ending = infinitive[:-2], infinitive[-2:]
    is_ar = ending == "ar"
    present = present or stem + ("a" if is_ar else "e")
    if not past:
        past = stem + ("ó" if is_ar else "ió")
    second = _STRONG_PAST.get(past, stem + ("aste" if is_ar else "iste"))
    gerund = _GERUNDS.get(infinitive, stem + ("ando" if is_ar else "iendo"))
    participle = _PARTICIPLES.get(infinitive, stem + ("ado" if is_ar else "ido"))
    return present, past, second, gerund, participle, infinitive


def _reflexive(gerund: str) -> str:
    """Give "mudándote" for "mudando"."""
    return f"{gerund[:-4]}{'á' if gerund[-4] == 'a' else 'é'}{gerund[-3:]}te"


def _with_self(head: Head) -> Head:
    still = _reflexive(head.still) if head.still else ""
    then = f"te {head.then}" if head.then else ""
    return Head(
        head.shape, f"te {head.told}", f"te {head.plain}" if head.plain else "", still, then
    )


Verb = tuple[str, tuple[str, ...]]


@cache
def _verbs() -> dict[str, dict[str, Verb]]:
    """Give verbs with their shape by each of their forms; the first one that has a form counts."""
    table: dict[str, dict[str, Verb]] = {name: {} for name in _FORM_NAMES}
    both = set(_BOTH.split())
    for shape, verbs in (
        ("create", _CREATE), ("keep", _KEEP), ("seek", _SEEK), ("make", f"{_MAKE} {_GAIN}"),
    ):  # fmt: skip
        for verb in verbs.split():
            forms = _forms(verb)
            kind = "both" if verb in both else shape
            table["present"].setdefault(forms[0], (kind, forms))
            table["gerund"].setdefault(forms[3], ("make" if shape == "keep" else shape, forms))
            table["infinitive"].setdefault(forms[5], (shape, forms))
    for shape, verbs in (("done", _DONE), ("gain", _GAIN)):
        for verb in verbs.split():
            forms = _forms(verb)
            table["past"][forms[1]] = table["participle"][forms[4]] = (shape, forms)
    return table


_FORM_NAMES = ("present", "past", "gerund", "participle", "infinitive")
_BEFORE = {
    "está": "gerund", "estaba": "gerund", "sigue": "gerund", "anda": "gerund", "ha": "participle",
    "va a": "infinitive", "iba a": "infinitive", "acaba de": "infinitive",
}  # fmt: skip


def _head(words: str) -> Head | None:
    if words in _SPECIAL:
        return _SPECIAL[words]
    if words.startswith("se ") and (plain := _head(words[3:])) and not words.endswith("ndo"):
        return _with_self(plain) if plain.shape != "wish" else None
    before, _, last = words.rpartition(" ")
    for form in [_BEFORE[before]] if before in _BEFORE else _FORM_NAMES[:3] if not before else ():
        if found := _verbs()[form].get(last):
            return _bent(form, before, *found)
    return None


def _bent(form: str, before: str, shape: str, forms: tuple[str, ...]) -> Head:
    present, _past, second, gerund, participle, infinitive = forms
    if form == "present" and shape == "keep":
        return Head("keep", f"{present}s", f"{present}s", gerund)
    if form == "present":
        return Head(shape, f"estabas {gerund}", f"{present}s", gerund, _imperfect(infinitive))
    if form == "past":
        return Head(shape, second, second)
    if form == "participle":
        return Head(shape, f"habías {participle}", f"has {participle}")
    if before == "acaba de":
        return Head("gain", f"acababas de {infinitive}", "")
    if form == "infinitive":
        return Head("plan" if before == "va a" else "did", f"ibas a {infinitive}", "")
    return _doing(gerund, shape)._replace(then=_imperfect(infinitive))


def _imperfect(infinitive: str) -> str:
    """Give "corrías" for "correr"."""
    if infinitive in ("ir", "ver"):
        return {"ir": "ibas", "ver": "veías"}[infinitive]
    return infinitive[:-2] + ("abas" if infinitive.endswith("ar") else "ías")


def _doing(gerund: str, shape: str = "make") -> Head:
    return Head(shape, f"estabas {gerund}", f"estás {gerund}", gerund)


_SPECIAL = {
    "quiere": Head("wish", "querías", "quieres"),
    "quiere que": Head("wish", "quieres que", "quieres que"),
    "quería": Head("wish", "querías", "querrías"),
    "querría": Head("wish", "querrías", "querrías"),
    "le gustaría": Head("wish", "te gustaría", "te gustaría"),
    "le encantaría": Head("wish", "te encantaría", "te gustaría"),
    "le haría ilusión": Head("wish", "te haría ilusión", "te hace ilusión"),
    "sueña con": Head("wish", "soñabas con", "sueñas con", "soñando con"),
    "espera poder": Head("wish", "esperabas poder", "esperas poder", "esperando poder"),
    "piensa en": Head("wish", "pensabas en", "piensas en", "pensando en"),
    "está pensando en": Head("wish", "estabas pensando en", "piensas en", "pensando en"),
    "tiene ganas de": Head("wish", "tenías ganas de", "tienes ganas de"),
    "le falta": Head("lack", "te faltaba", "te falta"),
    "le faltan": Head("lack", "te faltaban", "te faltan"),
    "busca": Head("seek", "buscabas", "buscas", "buscando"),
    "buscaba": Head("seek", "buscabas", "buscas", "buscando"),
    "necesita": Head("seek", "necesitabas", "necesitas"),
    "está a punto de": Head("did", "estabas a punto de", ""),
    "estaba a punto de": Head("did", "estabas a punto de", ""),
    "se prepara para": Head("make", "te estabas preparando para", "te preparas para",
                            "preparándote para"),
    "trabaja en": Head("both", "estabas trabajando en", "trabajas en", "trabajando en"),
    "vive en": Head("keep", "vives en", "vives en", "viviendo en"),
    **dict.fromkeys(
        ("hace un año", "hace un mes", "hace una semana", "hace años", "hace meses", "lleva en",
         "lleva casi", "lleva años", "lleva meses", "lleva un año", "lleva un mes", "lleva desde",
         "hace poco", "hace mucho", "lleva poco", "lleva mucho", "lleva más", "hace más"),
        Head("none", "", ""),
    ),
    "está trabajando en": Head("make", "estabas trabajando en", "", "trabajando en"),
    "tiene": Head("have", "tenías", "tienes"),
    "tiene que": Head("make", "tenías que", "tienes que"),
    "se muda a": Head("plan", "te mudabas a", "te mudas a"),
    "se muda": Head("plan", "te mudabas", "te mudas"),
    "se está mudando a": Head("plan", "te estabas mudando a", ""),
    "se va a vivir a": Head("plan", "te ibas a vivir a", ""),
    "se va a mudar a": Head("plan", "te ibas a mudar a", ""),
    "se mudó a": Head("move", "te habías mudado a", ""),
    "se ha mudado a": Head("move", "te habías mudado a", ""),
    "se ha ido a vivir a": Head("move", "te habías ido a vivir a", ""),
    "acaba de mudarse a": Head("move", "te habías mudado a", ""),
    "está de": Head("away", "estabas de", ""),
}  # fmt: skip


_NOUNS = {
    "occasion": "la:boda el:concierto la:exposición el:viaje las:vacaciones la:fiesta la:charla "
    "la:inauguración el:taller el:congreso la:conferencia el:estreno la:feria el:festival "
    "el:recital el:bolo la:visita el:retiro la:función el:crucero la:gira el:webinar "
    "el:lanzamiento la:presentación el:rodaje",
    "contest": "la:carrera el:maratón la:maratón la:media_maratón el:triatlón el:examen "
    "los:exámenes la:entrevista la:prueba el:partido el:torneo la:final las:oposiciones "
    "la:oposición el:campeonato la:competición la:travesía el:casting",
    "process": "la:mudanza la:tesis el:libro la:novela el:proyecto la:reforma las:obras el:negocio "
    "la:empresa la:startup el:podcast el:pódcast el:boletín la:newsletter el:blog el:disco "
    "el:documental la:película la:marca la:web la:traducción el:estudio la:tienda el:piso "
    "la:casa el:trabajo la:app el:huerto el:curso el:máster el:doctorado el:local el:coworking",
    "kin": "la:hija el:hijo los:hijos las:hijas el:bebé la:mujer el:marido la:novia el:novio "
    "la:pareja la:madre el:padre los:padres la:hermana el:hermano la:familia el:perro la:perra "
    "la:gata el:gato la:abuela el:abuelo los:mellizos las:mellizas los:gemelos las:gemelas "
    "la:sobrina el:sobrino la:niña el:niño los:niños las:niñas los:gatos los:perros",
}
_PEOPLE = """cliente clientes clienta clientas amigo amiga amigos amigas jefe jefa colega
colegas compañero compañera compañeros alumno alumna alumnos alumnas vecino vecina vecinos
gente alguien socio socia socios empresa empresas autónomos autónomas personas mujer hombre"""


def _nouns() -> dict[str, Noun]:
    found: dict[str, Noun] = {}
    for sort, entries in _NOUNS.items():
        for entry in entries.split():
            article, _, word = entry.partition(":")
            found.setdefault(word, Noun(sort, article))
    return found


_BEING = {"está": _doing, "estaba": _doing, "sigue": _doing, "anda": _doing}
_MODALS = {"tiene que": "tenía que", "debe": "debía", "necesita": "necesitaba"}
_DEFINITE = {"un": "el", "una": "la", "unos": "los", "unas": "las"}
_POSSESSIVES = {"su": "tu", "sus": "tus"}
_OTHERS = {"consigo": "contigo"}


class Spanish(Language):
    """The words of Spanish."""

    subjects = listed("él ella")
    heads = Heads(_head)
    being = _BEING
    gerunds = ("ando", "iendo", "yendo")
    verb_endings = ("a", "e", "ó")
    not_gerunds = listed("muriendo perdiendo esperando")
    modals = _MODALS
    finite = listed(
        "es está son están fue era estaba estaban ha han tiene tienen tenía viene vienen va van "
        "iba quiere quieren puede pueden debe sale salen cumple cumplen encuentra encontró queda "
        "quedan falta faltan gusta vive viven preparan buscan hacen montan dice cuenta empieza "
        "empiezan abre abren llega llegan ganó ganaron murió duele salió cuida lanza lanzan"
    )
    also_nouns = listed(
        "prueba busca monta marcha compra cocina planta pinta toca práctica rueda juega forma "
        "visita pesca caza lleva hace reforma programa escala nada marca"
    )
    noun_signs = listed(
        "de del por italiana nueva guiada baja dos tres cuatro cinco seis siete ocho diez"
    )
    adverbs = listed("también todavía aún ahora actualmente siempre ya últimamente además solo")
    articles = listed("el la los las un una unos unas")
    definite = _DEFINITE
    yours = "tu"
    possessives = _POSSESSIVES
    others = _OTHERS
    doubtful = listed(
        "le les él ella ellos ellas sí suyo suya suyos suyas tú te tu tus se usted ustedes "
        "vosotros vosotras os dejar perder adelgazar separarse divorciarse peso sueldo euros "
        "embarazada"
    )
    naming = listed("que de en llamada llamado llamados llamadas")
    clitics = listed("se le les lo la los las me te nos")
    enclitics = (
        ("ándose", ""),
        ("iéndose", ""),
        ("yéndose", ""),
        ("ándole", ""),
        ("iéndole", ""),
        ("árselo", "ártelo"),
        ("érselo", "értelo"),
        ("írselo", "írtelo"),
        ("árselos", "ártelos"),
        ("érselos", "értelos"),
        ("árselas", "ártelas"),
        ("ársela", "ártela"),
        ("érsela", "értela"),
        ("írsela", "írtela"),
        ("arse", "arte"),
        ("erse", "erte"),
        ("irse", "irte"),
        ("arle", "arte"),
        ("erle", "erte"),
        ("irle", "irte"),
        ("arles", "arte"),
        ("erles", "erte"),
        ("irles", "irte"),
    )
    joins = listed("e y u o")
    cuts = listed("porque cuando aunque mientras si pero donde cuyo cuya pues")
    cut_pairs = frozenset(
        {
            ("para", "que"),
            ("así", "que"),
            ("ya", "que"),
            ("antes", "que"),
            ("lo", "que"),
            ("sin", "que"),
            ("en", "cuanto"),
        }
    )
    relatives = listed("quien quienes que")
    prepositions = listed("de del sobre para en por al a")
    other_prepositions = listed(
        "con sin desde hasta entre contra hacia tras durante ante bajo según pieza"
    )
    places_after = listed("de a por en desde")
    open_pairs = frozenset({("de", "un"), ("de", "una"), ("de", "unos"), ("de", "unas")})
    plural = listed("unas los tus las unos")
    counts = listed("dos tres cuatro cinco seis siete ocho nueve diez")
    nouns = _nouns()
    noun_last = False
    adjectives = listed(
        "nuevo nueva nuevos nuevas media primer primera segundo segunda gran pequeño pequeña "
        "próxima "
        "próximo última último"
    )
    people = frozenset(_PEOPLE.split()) | {e.split(":")[1] for e in _NOUNS["kin"].split()}
    passing = (
        "dentro de # semanas",
        "dentro de # meses",
        "dentro de # días",
        "en # semanas",
        "dentro de unas semanas",
        "dentro de unos meses",
        "dentro de un mes",
        "la semana que viene",
        "el mes que viene",
        "el año que viene",
        "la próxima semana",
        "el próximo mes",
        "el próximo año",
        "esta semana",
        "este mes",
        "este año",
        "hace # años",
        "hace # meses",
        "hace # semanas",
        "hace # días",
        "hace un año",
        "hace un mes",
        "hace una semana",
        "hace poco",
        "hoy",
        "ahora",
        "ahora mismo",
        "ya",
        "pronto",
        "estos días",
        "últimamente",
        "este verano",
        "este invierno",
        "esta primavera",
        "este otoño",
        "la semana pasada",
        "el mes pasado",
        "el año pasado",
        "de momento",
        "por ahora",
        "ayer",
        "esta tarde",
        "esta noche",
        "en unas semanas",
        "en unos meses",
        "desde hace # años",
    )
    day_words = listed(
        "lunes martes miércoles miercoles jueves viernes sábado sabado domingo mañana enero "
        "febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre finde"
    )
    day_links = listed("al de próximo del en el para día este")
    habits = listed("todos los las cada")
    negations = listed("no nunca jamás nadie tampoco ni apenas")
    contractions = ((" de el ", " del "), (" a el ", " al "))


LANGUAGE = Spanish
