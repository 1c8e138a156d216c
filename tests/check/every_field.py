"""A site that uses every field, so that each can be spoilt."""

SITE = {
    "site.yaml": """
title: {en: The lake talks, fr: Les pourparlers}
languages: [en, fr]
time_zone: Europe/Vienna
id: tag:example.org,2023:lake
base_url: https://example.org/
description: Talks
types: {hearing: {label: Hearing, meeting: true}, force: false}
topics: {peace: {en: Peace, fr: Paix}}
periods: [{id: first, name: Round one, date: 2022/2023, summary: Long}]
fields:
  weight: {on: event, type: integer, label: Weight, show: true}
  share: {type: number}
  secret: {type: boolean}
  seen: {type: date}
  grade: {on: source, type: text}
checks: {no-archive: off}
theme: {accent: '#0b5fa5', text_face: Charter, label_face: Inter, density: compact, logo: lake.png, css: my.css}
outputs: [json]
licence: CC BY 4.0
cite: The lake talks
""",
    "content/actors.yaml": """
- {id: nato, name: NATO, kind: organisation, aliases: [OTAN], iso: BE, url: https://nato.int/, same_as: https://a.org/}
- name: Myanmar
  names: [{name: Burma, until: 1989}]
  member_of: [{actor: NATO, from: 2023-04-04, until: 2024}]
  accept: {near-duplicate-actor: it is another}
""",
    "content/places.yaml": """
vienna:
  {name: {en: Vienna, fr: Vienne}, country: AT, latitude: 48.2, longitude: 16.4, time_zone: Europe/Vienna, aliases: [W]}
""",
    "content/sources.yaml": """
act: {title: Act, date: 1990, released: 2000, doi: 10.1000/2, symbol: A/1, archive_reference: Box 4, grade: A}
""",
    "content/articles/lake.md": """---
title: Talks to open
date: 2023-04-01
released: 2023-04-02
publisher: The Daily
author: A. Writer
relies_on: A wire
kind: news
url: https://example.org/a
archived: https://example.org/b
accessed: 2023-05-01
language: en
grade: B
accept: {unsafe-html: it is harmless}
---
The ministers will meet on April 4 and 5. See [it](event:talks) and ![The lake](media/lake.png) <script>x</script>.
""",
    "content/articles/wire.txt": " date 2023-04-02 The talks were held.\n\nSecond.\n",
    "content/articles/wire.yaml": "title: Held\npublisher: A wire\n",
    "content/pages/about.md": "---\ntitle: About\n---\nHello [x](article:lake) [y](topic:peace) [z](/events/talks/)\n",
    "content/pages/about.fr.md": "---\ntitle: À propos\ndraft: true\n---\nBonjour\n",
    "content/media/lake.png": "x",
    "templates/assets/my.css": "",
    "content/events/talks.yaml": """
id: talks
aliases: [opening]
title: {en: Talks, fr: Pourparlers}
date: 2023-04-04/2023-04-05
date_note: from the programme
type: hearing
status: planned
disputed: two accounts
place: vienna
actors: [NATO, "A. Smith: envoy", {actor: India, part: absent, as: {en: x, fr: y}}, {Nepal: guest}]
topics: [peace, lake]
key: true
summary: |
  Some *text* [a](article:lake)
note: our own words
part_of: whole
related: [visit]
after: visit
supersedes: visit
updated: 2023-04-06
corrections: [{date: 2023-04-06, what: the place, why: a slip}]
documents:
  - {kind: treaty, title: T, symbol: S, url: https://x.org/, archived: https://y.org/,
     vote: {for: 1, against: 2, abstained: 3, absent: 4}}
media: [{file: lake.png, alt: A, caption: B, credit: C, licence: D}, {url: https://v.org/, title: Video}]
weight: 3
share: 0.5
secret: no
seen: 2023
accept: {no-archive: none is kept}
sources:
  - article: lake
    quote: ministers will meet on April 4 and 5
    prefix: The
    suffix: .
    translation: Les ministres
    locator: p. 1
    according_to: the envoy
    says: {date: 2023-04-04/2023-04-05, status: planned, place: Graz, weight: 4, actors: [NATO], title: {en: x}}
  - {url: https://x.org/, title: X, publisher: P, date: 2023-04-05, says: {status: held}, accept: {no-archive: r}}
  - source: act
""",
    "content/events/several.yaml": """
- {id: visit, title: Visit, date: 2023-04-04T10:00, place: Vienna, draft: true}
- {title: Uprising, date: "1917-10-25", calendar: julian, sources: [{title: S, says: {date: 1917-10-25}}]}
- {id: whole, title: All rounds}
""",
    "content/events/treaty.md": """---
title: Treaty
date: c. 1949
sources: {article: wire, quote: The talks were held}
---
Body [l](event:opening).
""",
}
