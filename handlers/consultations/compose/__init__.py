"""From a draft text to an open consultation: a conversation in which the office says what is asked, and how."""
