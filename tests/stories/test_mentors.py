"""The second recommendation, told with the commands alone: a mentor, from finding to letting go."""

from typing import NamedTuple

import pytest


class Story(NamedTuple):
    """What is typed and what is read in a language."""

    purpose: str
    question: str
    advice: str
    problem: str
    result: str
    topic: str
    candidate: tuple[str, ...]
    agreed: tuple[str, ...]
    kept: str
    waiting: tuple[str, ...]
    reason: tuple[str, ...]
    told: tuple[str, ...]
    wheels: tuple[str, ...]
    end: tuple[str, ...]
    mentee: tuple[str, ...]
    overlap: str
    oneself: str


STORIES = {
    "en": Story(
        purpose="prices and fixed clients",
        question="When do I raise the price of an old client?",
        advice="Offer three packages",
        problem="They haggle",
        result="They took the middle one",
        topic="prices",
        candidate=("Carmen Aldaz  [1]  ", "advice 20 (2 times)", "years ahead 25 (12)",
                   "goal 20 (“Fixed clients”)", "not known, so left out: replies"),
        agreed=("your mentor · getting to know each other · since 30 June", "every month",
                "30 minutes · call · until 30 December",
                "You will be reminded of Carmen Aldaz every month."),
        kept="[1] When do I raise the price of an old client? (prices)",
        waiting=("problem: They haggle", "tried: A discount",
                 "What came of [3], three weeks ago? crm mentor result 3 TEXT"),
        reason=("tell them what came of their advice on “prices”",
                "for your mentorship: “prices and fixed clients”"),
        told=("They know what came of: Offer three packages",),
        wheels=("alone (last: 3, 3, 4) · 83 % · training wheels off",
                "Training wheels off: prices. Less often? crm mentor edit 1 --every 45d",
                "Every topic goes almost alone: crm mentor phase 1 redefinition"),
        end=("was your mentor · until 8 August",),
        mentee=("Leo Prado  [2]  you mentor them", "for: his first clients",
                "Leo Prado is in the garden now."),
        overlap="There is an agreement with Carmen Aldaz from 2025-06-30 to 2025-12-30 already.",
        oneself="One cannot be one's own mentor",
    ),
    "es": Story(
        purpose="precios y clientes fijos",
        question="¿Cuándo le subo el precio a un cliente de hace años?",
        advice="Ofrecer tres paquetes",
        problem="Regatean",
        result="Eligieron el de en medio",
        topic="precios",
        candidate=("Carmen Aldaz  [1]  ", "consejo 20 (2 veces)", "años de ventaja 25 (12)",
                   "objetivo 20 («Fixed clients»)", "no se sabe, así que no cuenta: respuestas"),
        agreed=("te da mentoría · os vais conociendo · desde el 30 de junio", "cada mes",
                "30 minutos · llamada · hasta el 30 de diciembre",
                "Tendrás a Carmen Aldaz en la lista cada mes."),
        kept="[1] ¿Cuándo le subo el precio a un cliente de hace años? (precios)",
        waiting=("problema: Regatean", "probado: A discount",
                 "¿En qué quedó [3], hace tres semanas? crm mentor result 3 TEXT"),
        reason=("cuéntale en qué quedó su consejo sobre «precios»",
                "por vuestra mentoría: «precios y clientes fijos»"),
        told=("Ya sabe en qué quedó: Ofrecer tres paquetes",),
        wheels=("sin ayuda (últimos: 3, 3, 4) · 83 % · sin ruedines",
                "Sin ruedines: precios. ¿Más espaciado? crm mentor edit 1 --every 45d",
                "Todos los temas van casi sin ayuda: crm mentor phase 1 redefinition"),
        end=("te dio mentoría · hasta el 8 de agosto",),
        mentee=("Leo Prado  [2]  le das mentoría", "para: his first clients",
                "Leo Prado está ahora en el jardín."),
        overlap="Ya hay un acuerdo con Carmen Aldaz del 2025-06-30 al 2025-12-30.",
        oneself="Nadie se da mentoría a sí mismo",
    ),
}  # fmt: skip


@pytest.mark.parametrize("language", STORIES)
def test_a_mentor_from_the_first_advice_to_letting_go(crm, monkeypatch, language):
    monkeypatch.setenv("CRM_LANG", language)
    story = STORIES[language]

    def on(day):
        monkeypatch.setenv("CRM_TODAY", day)

    def done(*words):
        result = crm(*words)
        assert result.code == 0, result
        return result.out + result.err

    def refused(*words):
        result = crm(*words)
        assert (result.code, result.out) == (2, "")
        return result.err

    def holds(text, fragments):
        joined = " ".join(text.split())
        for fragment in fragments:
            assert " ".join(fragment.split()) in joined, (fragment, text)

    on("2025-06-30")
    done("profile", "set", "--name", "Marina Vidal", "--experience-since", "2010")
    done("add", "Carmen Aldaz", "--experience-since", "1998", "--book")
    done("add", "Leo Prado", "--book")
    done("goal", "add", "Fixed clients", "--rank", "primary", "--with", "carmen")

    # Who advised and serves a goal is proposed, with every term.
    assert "crm mentor candidates" in done("mentor")
    done("mentor", "advice", "carmen", "Write down your prices", "--on", "2025-06-02")
    done("mentor", "advice", "carmen", "Say them aloud", "--on", "2025-06-16")
    holds(done("mentor", "candidates", "--goal", "fixed"), story.candidate)

    # The agreement sets the rhythm; two of them do not overlap, and nobody mentors themselves.
    agreed = done(
        "mentor", "add", "carmen", "--for", story.purpose, "--every", "1m", "--length", "30",
        "--over", "call", "--until", "6m",
    )  # fmt: skip
    holds(agreed, story.agreed)
    holds(refused("mentor", "add", "carmen"), [story.overlap])
    holds(refused("mentor", "add", "Marina Vidal"), [story.oneself])

    # A question waits for the session, the advice is noted there, and a case shows how it goes.
    kept = done("mentor", "ask", "carmen", story.question, "--topic", story.topic)
    holds(kept, [story.kept])
    on("2025-07-07")
    done("mentor", "ask", "carmen", "--asked", "1")
    done(
        "mentor", "advice", "carmen", story.advice, "--problem", story.problem, "--tried",
        "A discount", "--topic", story.topic,
    )  # fmt: skip
    shown = crm("show", "carmen", "--json").json
    assert shown["last_contact_on"] == "2025-07-07"
    assert shown["interactions"][0]["kind"] == "call"
    done("mentor", "phase", "carmen", "cultivation")

    # Three weeks later nothing is known of it; the result is noted, and the day's list says whom
    # to tell.
    on("2025-07-28")
    holds(done("mentor", "show", "carmen"), story.waiting)
    done("mentor", "result", "3", story.result)
    for number in ("1", "2"):
        done("mentor", "result", number, "It helped", "--reported")
    on("2025-07-29")
    holds(done("remind"), story.reason)
    (line,) = [
        line for line in crm("remind", "--json").json if line["contact"]["name"] == "Carmen Aldaz"
    ]
    assert (line["parts"]["mentor"], line["parts"]["deed"]) == (12, 12)
    holds(done("done", str(line["number"])), story.told)
    loop = crm("mentor", "show", "carmen", "--json").json["guidance"][2]
    assert (loop["result"], loop["reported_on"]) == (story.result, "2025-07-29")

    # Three cases almost alone: see each other less often, and begin to let go.
    on("2025-08-08")
    for level in ("1", "3", "3", "4"):
        levels = done("mentor", "level", "carmen", story.topic, level)
    holds(levels, story.wheels)
    done("mentor", "edit", "carmen", "--every", "45d")
    done("mentor", "phase", "carmen", "redefinition")
    assert crm("show", "carmen", "--json").json["cadence"] == "45d"
    holds(done("mentor", "end", "carmen"), story.end)

    # And the other way round.
    mentee = done("mentor", "add", "leo", "--mentee", "--for", "his first clients")
    holds(mentee, story.mentee)
    exported = crm("export", "json", "-").json["mentorships"]
    assert [(row["direction"], row["state"]) for row in exported] == [
        ("mentor", "ended"), ("mentee", "active"),
    ]  # fmt: skip
