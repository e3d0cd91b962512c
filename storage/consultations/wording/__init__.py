"""The wording of a draft: bytes are read into lines, lines split into articles, versions compared. Pure."""
