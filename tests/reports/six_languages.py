"""A site that tells of two events in the six languages of the interface, with quotes in three scripts."""

from textwrap import dedent

LANGUAGES = ("en", "fr", "es", "ru", "zh", "ar")
_FILES = {
    "site.yaml": """
        title:
          en: The talks at the lake
          fr: Les pourparlers du lac
          es: Las conversaciones del lago
          ru: Переговоры у озера
          zh: 湖畔会谈
          ar: محادثات البحيرة
        languages: [en, fr, es, ru, zh, ar]
        base_url: https://lake.example/
        licence: {en: CC BY 4.0}
        checks: {language-gap: off, no-archive: off, unsupported-date: off}
        """,
    "content/actors.yaml": """
        - {id: nato, name: {en: NATO, fr: OTAN, es: OTAN, ru: НАТО, zh: 北约, ar: الناتو}, kind: organisation}
        """,
    "content/articles/ru.md": """
        ---
        title: Совет соберётся у озера
        date: 2023-04-01
        publisher: Газета «Север»
        language: ru
        url: https://gazeta.example/статья?день=1&x=a_b%20c#конец
        ---
        Совет соберётся у озера 4 апреля.
        """,
    "content/articles/zh.md": """
        ---
        title: 理事会将在湖畔开会
        date: 2023-04-02
        publisher: 日报
        language: zh
        url: https://ribao.example/1
        ---
        理事会将于4月4日在湖畔开会，讨论渡轮问题。
        """,
    "content/articles/ar.md": """
        ---
        title: يجتمع المجلس عند البحيرة
        date: 2023-04-03
        publisher: صحيفة الشمال
        language: ar
        url: https://sahifa.example/1
        ---
        يجتمع المجلس عند البحيرة في 4-5 أبريل 2023، كما قال Jens Stoltenberg.
        """,
    "content/events/council.yaml": """
        title:
          en: The council meets at the lake
          fr: 'Le conseil se réunit au bord du lac : l’été'
          es: ¿Se reúne el consejo junto al lago?
          ru: Совет собирается у озера
          zh: 理事会在湖畔开会
          ar: يجتمع المجلس عند البحيرة (NATO Council of the Lake) في مدينة Vilnius
        date: 2023-04-04/2023-04-05
        type: summit
        status: held
        actors: [nato]
        summary:
          en: |
            It meets for **two days**, as `council.txt` says; the word is ‘пароход’.

            1. ferries
            2. fish
                - of the lake
          fr: Il se réunit pendant deux jours ; « enfin », dit-on.
          es: Se reúne durante dos días.
          ru: Совет заседает **два дня**, 4–5 апреля, с участием Jens Stoltenberg.
          zh: 会议为期**两天**，北约（NATO）秘书长斯托尔滕贝格（Jens Stoltenberg）出席并讲话，各国外长讨论渡轮问题。
          ar: يستمر الاجتماع **يومين**، في 4–5 أبريل، بحضور Jens Stoltenberg والأمين العام.
        sources:
          - {article: ru, quote: Совет соберётся у озера 4 апреля.}
          - {article: zh, quote: 理事会将于4月4日在湖畔开会，讨论渡轮问题。}
          - {article: ar, quote: 'يجتمع المجلس عند البحيرة في 4-5 أبريل 2023، كما قال Jens Stoltenberg.'}
        """,
    "content/events/ferry.yaml": """
        title: {en: A ferry sinks, ar: غرق عبّارة}
        date: 1902~
        type: domestic
        """,
}
SITE = {path: dedent(text).lstrip().encode() for path, text in _FILES.items()}
