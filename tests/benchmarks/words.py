"""What generated people are called, where they live and what they say."""

from __future__ import annotations


def _listed(text: str) -> list[str]:
    return text.split()


GIVEN = _listed("""
Ana María Lucía Carmen Nuria Beatriz Aitana Inés Begoña Ximena Álvaro José Íñigo Andrés Joaquín
Iker Pau Jordi Raúl Óscar Emily Grace Hannah Siobhán Rosalind Chloe Ruth Oliver Harry Callum
Declan George Zoë Thomas Łukasz Małgorzata Zofia Søren Bjørn Ingrid Åsa Jürgen Käthe Björk Þór
Ivana Žofie
Čeněk Ömer İpek Ayşe Đặng Nguyễn Minh Yuki Hiroshi Amadou Aïssatou Noor Yusuf Priya Arjun João Inês
François Élodie Mañuel Nikos Oksana Ștefan Ágnes Zoltán 美咲 Мария
""")
FAMILY = _listed("""
Ruiz García Martínez López Sánchez Pérez Gómez Fernández Ibáñez Núñez Peña Muñoz Beltrán
Puigdomènech Monzó Zubeldia Echeverría Arango Restrepo Villalba Smith Jones Taylor Brown
Ashworth Penhaligon
O'Connor McAllister Thompson Hargreave Kearney Achebe Okafor Adeyemi Kowalska Wójcik Różycka Ørsted
Solheim Ångström Lindqvist Müller Groß Weiß Brandl Dvořáková Horák Žižek Šimić Yılmaz Aydın Trần Lê
Tanaka Satō Diallo Sarr Haddad El-Idrissi Raghunathan Kulkarni Carvalhal Nunes Conceição Castelnau
Lefèvre Béranger Papadopoulos Kovács Popescu Bondarenko 田中 Иванова
""")
COMPANIES = _listed("""
Abanico Brisa Faro Lumbre Marea Atlas Kindly Northbound Lamplight Saltgrass Plainspoken Fjord
Harbour Paper Slow Bright Second Copper Willow Tinta
""")
COMPANY_KINDS = ["Studio", "Labs", "& Co", "Estudio", "Coop", "GmbH", "Ltd", "Consulting", ""]
CITIES = [
    "Valencia", "Madrid", "Barcelona", "Bilbao", "Sevilla", "Málaga", "London", "Leeds", "Dublin",
    "Berlin", "Kraków", "København", "Lisboa", "Paris", "Zürich", "Medellín", "Ciudad de México",
    "İstanbul", "Göteborg", "Reykjavík",
]  # fmt: skip
TAGS = [
    "clients", "friends", "valencia-tech", "coworking", "design", "past-clients", "podcast",
    "a11y", "mentors", "conference", "neighbours", "writers", "speaking", "running", "remote",
    "school", "python", "investors", "press", "suppliers",
]  # fmt: skip
TAG_CADENCES = {"clients": "1m", "past-clients": "6m", "mentors": "1m"}
WORDS = _listed("""
coffee proposal website launch budget invoice newsletter workshop kitchen move garden race bicycle
translation portfolio talk slides café presupuesto diseño escuela lanzamiento mudanza libro taller
colaboración pódcast boceto entrega charla reseña viaje idea contract deadline prototype research
interview grant library choir exhibition mañana niños rehearsal feedback referral question plan
""")
INTERESTS = [
    "jazz", "sailing", "chess", "climbing", "running", "ceramics", "cinema", "gardening", "baking",
    "cycling", "photography", "choir", "astronomy", "board games", "hiking", "poetry",
]  # fmt: skip
USER = {
    "role": ["web-developer", "digital-marketer"], "interest": ["jazz", "sailing", "baking"],
    "offer": ["web-developer"], "need": ["copywriter"],
}  # fmt: skip
WANTED = ["copywriter", "photographer", "translator"]
PROMISES = [
    "send the portfolio", "introduce her to the printer", "mandarle el presupuesto",
    "look at the contract", "pasarle el contacto de la gestoría",
]  # fmt: skip
