"""A call as the office writes it, new or published already: a conversation whose card grows, part by part."""
