"""What a site weighs, beside what GitHub Pages serves."""

from collections import Counter
from collections.abc import Mapping

LIMIT = 1_000_000_000  # bytes: "Published GitHub Pages sites may be no larger than 1 GB"
NEAR = 800_000_000  # from here on it is warned of, while there is time to do something
SHOWN = 3  # folders, and files


def weight_words(sizes: Mapping[str, int]) -> str:
    """What to say of a site of files of these sizes, in bytes; '' of one that is far from the limit."""
    total = sum(sizes.values())
    if total < NEAR:
        return ""
    folders: Counter[str] = Counter()
    for path, size in sizes.items():
        folder, slash, _ = path.partition("/")
        folders[f"{folder}/" if slash else path] += size
    state = "more than" if total > LIMIT else "close to"
    heaviest = Counter(sizes).most_common(SHOWN)
    return (
        f"the site weighs {_size(total)}, {state} the 1 GB that GitHub Pages serves\n"
        f"    most of it: {_listed(folders.most_common(SHOWN))}; the largest files: {_listed(heaviest)}"
    )


def _listed(rows: list[tuple[str, int]]) -> str:
    return ", ".join(f"{name} ({_size(size)})" for name, size in rows)


def _size(size: int) -> str:
    """A size in the unit that fits it: '812 MB'; as it is rounded, none is 0."""
    if size >= LIMIT:
        return f"{size / LIMIT:.2f} GB"
    return f"{size / 1e6:,.0f} MB" if size >= 1_000_000 else f"{max(1, round(size / 1e3)):,} kB"
