"""Interests as they are called in each language, so that nobody is asked in two at once."""

from functools import cache

from crm.domain.text import fold

_NAMES = """trail running|el trail running
fell running|correr por la montaña
running|correr
cycling|la bici
mountain biking|la bici de montaña
hiking|el senderismo
hillwalking|el senderismo
climbing|la escalada
bouldering|el búlder
swimming|la natación
open-water swimming|la natación en aguas abiertas
sea swimming|nadar en el mar
winter swimming|el baño en agua helada
surfing|el surf
paddle surf|el pádel surf
kayaking|el kayak
rowing|el remo
sailing|la vela
skiing|el esquí
ski touring|el esquí de montaña
football|el fútbol
basketball|el baloncesto
handball|el balonmano
rugby|el rugby
tennis|el tenis
padel|el pádel
yoga|el yoga
dancing|el baile
salsa|la salsa
tango|el tango
samba|la samba
orienteering|las carreras de orientación
ceramics|la cerámica
pottery|la cerámica
knitting|el punto
quilting|el patchwork
sewing|la costura
drawing|el dibujo
painting|la pintura
linocut|el linograbado
calligraphy|la caligrafía
bookbinding|la encuadernación
printmaking|el grabado
photography|la fotografía
night photography|la fotografía nocturna
film photography|la fotografía analógica
analog cameras|las cámaras analógicas
cinema|el cine
theatre|el teatro
improv theatre|la impro
opera|la ópera
jazz|el jazz
chamber music|la música de cámara
choir singing|el coro
singing|el canto
flamenco guitar|la guitarra flamenca
guitar|la guitarra
piano|el piano
synths|los sintes
vinyl records|los vinilos
podcasts|los pódcasts
radio drama|las radionovelas
board games|los juegos de mesa
chess|el ajedrez
crosswords|los crucigramas
jigsaw puzzles|los puzles
comics|los cómics
reading|la lectura
detective novels|las novelas policíacas
documentaries|los documentales
astronomy|la astronomía
birdwatching|la observación de aves
gardening|la jardinería
allotment gardening|el huerto
vegetable gardens|el huerto
mushroom foraging|las setas
cooking|la cocina
baking|la repostería
sourdough|la masa madre
natural wine|el vino natural
specialty coffee|el café de especialidad
paella contests|los concursos de paellas
bicycle repair|arreglar bicis
vintage motorbikes|las motos antiguas
travel|los viajes
slow travel|los viajes sin prisa
castells|los castells
pilota|la pilota
languages|los idiomas
meditation|la meditación"""


@cache
def _pairs() -> list[tuple[str, str]]:
    return [(one, other) for one, _, other in (line.partition("|") for line in _NAMES.split("\n"))]


def called(interest: str, code: str) -> str | None:
    """Give what an interest is called in a language after "still into", None when unknown."""
    key = fold(interest)
    for english, spanish in _pairs():
        bare = spanish.partition(" ")[2] if spanish[:3] in ("el ", "la ") else spanish
        if key in (english, fold(spanish), fold(bare), fold(spanish.removeprefix("los ")),
                   fold(spanish.removeprefix("las "))):  # fmt: skip
            return spanish if code == "es" else english
    if code == "en" and key.endswith("ing") and key.isascii() and key.replace(" ", "").isalpha():
        return key if len(key.split()) < 4 else None
    return None
