"""The facts that a template may use, and what is meant by a name that is none of them."""

import re
from collections.abc import Collection
from difflib import get_close_matches

from hr_docs.engine.inspection_values import Choices

_LATIN = "ABCEHKMOPTXaceopxyk"
_CYRILLIC = "АВСЕНКМОРТХасеорхук"
_TO_CYRILLIC = str.maketrans(_LATIN, _CYRILLIC)
_TO_LATIN = str.maketrans(_CYRILLIC, _LATIN)
_TORN = re.compile(r"[ \u00a0–—-]+")
_YES_NO = frozenset({"да", "нет", "истина", "ложь"})
_PAGES = frozenset({"PAGE", "NUMPAGES", "СТРАНИЦА", "СТРАНИЦ", "НОМЕР_СТРАНИЦЫ"})


class Vocabulary:
    """The facts that a master may use: values, groups of them, and lists, by their paths."""

    def __init__(self, entries: Collection[str], choices: Choices) -> None:
        self.choices = choices
        self._kinds: dict[str, str] = dict.fromkeys(entries, "value")
        for entry in entries:
            steps = entry.split(".")
            for length in range(1, len(steps)):
                self._kinds[".".join(steps[:length])] = "group"
        for path in list(self._kinds):
            if path.endswith("[]"):
                self._kinds[path.removesuffix("[]")] = "list"

    def kind(self, path: str) -> str:
        """Is it "value", "group" or "list"; empty when there is no such fact."""
        return self._kinds.get(path, "")

    @property
    def names(self) -> Collection[str]:
        """All paths, those of groups and lists among them."""
        return self._kinds.keys()

    def hint_for(self, path: str, own: Collection[str], *, is_compared: bool) -> str:
        """What to write instead of a path that is no fact, as the end of the message.

        `own` are the names that the template has given a meaning itself; `is_compared` tells that
        the path stands in a comparison.
        """
        the_list, _, field = path.rpartition(".")
        fields = ", ".join(self.items_of(path))
        if fields:
            return f"; в строках этого списка есть {fields}"
        if is_compared and path.lower() in _YES_NO:
            return ": условие пишут без сравнения — if … или if not …"
        if is_compared and "." not in path:
            return f": слово, с которым сравнивают, берут в кавычки: '{path}'"
        if self.kind(the_list) == "list":
            loop = f"{{%p for пункт in {the_list} %}}"
            return f": «{the_list}» — список, пишите {loop}, затем {{{{ пункт.{field} }}}}"
        near = self._nearest(path, own)
        return f": может быть, «{near}»?" if near else self._advice(path)

    def _advice(self, path: str) -> str:
        """What to do about a path that is like no fact."""
        if path.upper() in _PAGES:
            return ": номер страницы вставляют в Word — «Вставка», «Номер страницы»"
        if self._is_of_items(path):
            return ": строки списка печатают внутри цикла — {%p for пункт in … %}"
        return ": возьмите имя на странице «Подстановки»"

    def _nearest(self, path: str, own: Collection[str]) -> str:
        """The fact whose name is most like this one; empty when none is."""
        root, dot, rest = path.partition(".")
        mine = (
            get_close_matches(root.translate(_TO_CYRILLIC), own, 1) if not self.kind(root) else []
        )
        if mine:
            return f"{mine[0]}{dot}{rest}"
        named = [name for name in self._kinds if "[]" not in name]
        return next(iter(get_close_matches(path.lower(), named, 1)), "")

    def _is_of_items(self, path: str) -> bool:
        """Whether items of some list have a field that is called like the last step."""
        _, dot, field = path.rpartition(".")
        return bool(dot) and any(name.endswith(f"[].{field}") for name in self._kinds)

    def items_of(self, path: str) -> list[str]:
        """What the items of a list hold, for the path of one of these; empty for other paths."""
        the_list, in_list, _ = path.partition("[].")
        start = f"{the_list}[]."
        names = [name.removeprefix(start) for name in self._kinds if name.startswith(start)]
        return sorted(names) if in_list else []

    def joined(self, name: str) -> str:
        """The fact that is meant when spaces and dashes stand for underlines; empty for none."""
        whole = _TORN.sub("_", name.strip())
        return whole if whole != name.strip() and whole in self._kinds else ""

    def look_alike(self, path: str) -> str:
        """The fact whose name looks the same and has letters of the other alphabet."""
        for letters in (_TO_CYRILLIC, _TO_LATIN):
            twin = path.translate(letters)
            if twin != path and twin in self._kinds:
                return twin
        return ""
