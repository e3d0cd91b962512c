"""Web addresses. Pure."""


def is_link(text: str) -> bool:
    """Tell whether a text is a web address, and nothing else."""
    scheme, colon, rest = text.partition("://")
    return (
        bool(colon) and scheme.lower() in {"http", "https"} and "." in rest and text.isprintable() and " " not in text
    )
