"""The files that the simulated quarter begins with: LinkedIn's export, a telephone's people."""

from __future__ import annotations

import csv
import io
from random import Random

from tests.benchmarks import generator, words

FILES = "Connections.csv", "phone.csv"
LINKEDIN, PHONE, BOTH = 1_800, 400, 150
_PREAMBLE, _EMAIL, _CONNECTED = 4, 3, 6
_YEARS_BACK = 4  # the generator's days go up to 2026; four years keep 29 February


def linkedin_csv(seed: int) -> str:
    """Give LinkedIn's export; about one in twenty rows has an e-mail address."""
    lines = generator.linkedin_csv(LINKEDIN, seed).splitlines(keepends=True)
    rows = list(csv.reader(lines[_PREAMBLE:]))
    for row in rows:
        day, year = row[_CONNECTED][:-4], int(row[_CONNECTED][-4:])
        row[_CONNECTED] = f"{day}{year - _YEARS_BACK}"
    return "".join(lines[:_PREAMBLE]) + _csv(rows)


def phone_csv(seed: int) -> str:
    """Give a telephone's people; BOTH are in LinkedIn's too, by their address or their profile."""
    rows = list(csv.reader(linkedin_csv(seed).splitlines()[_PREAMBLE:]))
    with_email = [row for row in rows if row[_EMAIL]]
    others = [row for row in rows if not row[_EMAIL]]
    in_both = [*with_email, *Random(f"both/{seed}").sample(others, BOTH - len(with_email))]
    people = [["Name", "Phone", "Email", "Website", "Birthday"]]
    for number in range(PHONE):
        random = Random(f"phone/{seed}/{number}")
        name = f"{random.choice(words.GIVEN)} {random.choice(words.FAMILY)}"
        email, profile = f"{number}@phone.example", ""
        if number < BOTH:
            given, family, url, address, *_ = in_both[number]
            name = f"{given} {family}" if random.random() < 0.7 else given
            email, profile = address.upper(), "" if address else url
        born = f"--{random.randint(1, 12):02}-{random.randint(1, 28):02}"
        birthday = born if random.random() < 0.3 else ""
        people.append([name, f"+34 600 {number:06}", email, profile, birthday])
    return _csv(people)


def _csv(rows: list[list[str]]) -> str:
    out = io.StringIO()
    csv.writer(out, lineterminator="\n").writerows(rows)
    return out.getvalue()
