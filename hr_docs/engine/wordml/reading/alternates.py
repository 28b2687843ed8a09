"""mc:AlternateContent (ECMA-376 part 3, §9.3): the first choice that we understand."""

from hr_docs.engine.wordml.ooxml import MC_NS, WPC_NS, WPG_NS, WPS_NS, Element

_UNDERSTOOD = frozenset({
    WPS_NS,
    WPG_NS,
    WPC_NS,
    "http://schemas.microsoft.com/office/word/2010/wordprocessingDrawing",
    "http://schemas.microsoft.com/office/word/2010/wordml",
    "http://schemas.microsoft.com/office/word/2012/wordml",
})  # fmt: skip


def chosen_alternate(element: Element) -> Element | None:
    """The mc:Choice whose required namespaces are all known, else the mc:Fallback."""
    for choice in element.findall(f"{{{MC_NS}}}Choice"):
        required = (choice.get("Requires") or "").split()
        if all(choice.nsmap.get(prefix) in _UNDERSTOOD for prefix in required):
            return choice
    fallback = element.find(f"{{{MC_NS}}}Fallback")
    if fallback is not None and len(fallback):
        return fallback
    return element.find(f"{{{MC_NS}}}Choice")
