"""A small site that uses all that pages tell. Its own words are Latin, a language that the interface does not speak."""

from textwrap import dedent

SITE = """
    title: Concilium legatorum
    base_url: https://chronica.example/acta/
    languages: [{languages}]
    description: De colloquiis
    licence: Publici iuris
    cite: Acta legatorum
    outputs: [json, citations, feed, calendar, csv, sitemap, llms, embed]
    topics: {{foedus: De foedere}}
    periods: [{{name: Ver novum, date: 2023-21, summary: Annus inceptus}}]
    fields: {{fides: {{on: event, type: boolean, label: Fides, show: true}}}}
    checks: {{language-gap: off}}
    """
CONTENT = {
    "content/actors.yaml": """
        - {id: otan, name: Societas, kind: organisation, url: 'https://otan.example/', same_as: ['https://alia.example/']}
        - id: finnia
          name: Finnia
          kind: state
          iso: FI
          names: [{name: Suomi, until: 1990}, {name: Finlandia, from: 1990, until: 2001}]
          member_of: [{actor: otan, from: 2023-04-04}]
        - {id: legatus, name: A. Marcius, kind: person}
        """,
    "content/places.yaml": """
        - {id: bruxellae, name: Bruxellae, country: BE, latitude: 50.85, longitude: 4.35}
        - {id: lima, name: Limae, latitude: -12.05, longitude: -77.04}
        """,
    "content/articles/nuntius.md": """
        ---
        title: Nuntius legatorum
        date: 2023-04-01
        publisher: Acta diurna
        author: A. Scriptor
        relies_on: Tabularium
        kind: news
        url: https://acta.example/1
        archived: https://arca.example/1
        accessed: 2023-04-02
        released: 2023-04-02
        ---
        Legati die 4 mensis quarti convenient.
        """,
    "content/articles/fama.txt": "date 2023-04-02 Fama est legatos convenisse.\n",
    "content/pages/ratio.md": """
        ---
        title: De ratione
        ---
        Quomodo haec composita sint.
        """,
    "content/events/acta.yaml": """
        id: concilium
        aliases: [vetus]
        title: Legati conveniunt
        date: 2023-04-04/2023-04-05
        date_note: ex textu
        type: ministerial
        place: bruxellae
        key: true
        disputed: duae famae
        actors: [otan, {actor: finnia, part: host}, {actor: Suecia, part: absent}, {actor: legatus, part: depositary}]
        topics: [foedus]
        summary: Per duos dies.
        note: Verbum unum.
        part_of: series
        related: [epistula]
        supersedes: epistula
        updated: 2023-04-06
        corrections: [{date: 2023-04-06, what: locus falsus erat, why: erratum}]
        fides: true
        documents:
          - kind: tabula
            title: Tabulae
            archived: https://arca.example/2
            vote: {for: 1, against: 2, abstained: 3, absent: 4}
        media: [{url: 'https://imago.example/'}]
        sources:
          - article: nuntius
            quote: Legati die 4 mensis quarti convenient
            translation: Convenient legati
            according_to: Quidam
            says: {date: 2023-04-03/2023-04-05, status: planned}
          - {title: Negatio, symbol: Q/1, date: 2023-04-06, kind: treaty, says: {status: denied, place: Roma}}
          - {title: Relatio, date: 2023-04-07, says: {status: held}}
        ---
        {id: series, title: Series colloquiorum, type: talks}
        ---
        {id: epistula, title: Epistula vetus, date: 19XX, status: reported}
        ---
        {id: promissum, title: Promissum, date: 2023-03-02, status: planned, type: summit, place: lima}
        ---
        {id: bellum, title: Bellum, date: 2022-02-24/.., type: force}
        ---
        id: falsum
        title: Falsum
        date: 2021
        status: retracted
        corrections: [{date: 2023-07-02, what: sublatum, why: nihil factum est}]
        """,
}


def rich_site(*languages: str) -> dict[str, bytes]:
    """The files of the site with its pages in these languages."""
    files = {"site.yaml": SITE.format(languages=", ".join(languages)), **CONTENT}
    return {path: dedented(text).encode() for path, text in files.items()}


def dedented(text: str) -> str:
    """A text as it would stand in a file."""
    return dedent(text.lstrip("\n"))
