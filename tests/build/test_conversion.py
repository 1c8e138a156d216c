from generator.build.conversion import plain_first
from generator.check.prose import convert_here
from generator.parse import convert_markdown

TEXTS = ["plain", "a | b\n--|--\n1 | 2", "*plain*, too", "", "<b>not</b> plain", "> plain"]


def test_only_what_is_not_plain_is_looked_up_or_sent_and_all_keep_their_order():
    asked = []

    def convert(texts):
        asked.extend(texts)
        return convert_here(texts)

    assert plain_first(convert)(TEXTS) == [convert_markdown(text) for text in TEXTS]
    assert asked == ["a | b\n--|--\n1 | 2", "<b>not</b> plain"]
