"""Telegram's sending limits, as 429s."""

import math
from collections import defaultdict, deque

ALL_PER_SECOND, PAID_PER_SECOND = 30, 1000
CHAT_BURST, CHAT_WINDOW = 5, 5.0
"""One a second to a chat, a short burst passes."""

GROUP_PER_MINUTE = 20


class Limits:
    """Rolling windows of what was sent; times are monotonic seconds."""

    def __init__(self) -> None:
        self._all: deque[float] = deque()
        self._chats: defaultdict[int, deque[float]] = defaultdict(deque)

    def retry_after(self, chat_id: int, now: float, *, paid: bool = False) -> int | None:
        """Count one message to a chat, for which the bot pays or not.

        Return the seconds to wait if it is one too many, which is not counted.
        """
        window, most = (60.0, GROUP_PER_MINUTE) if chat_id < 0 else (CHAT_WINDOW, CHAT_BURST)
        chat = self._chats[chat_id]
        for sent, length in ((self._all, 1.0), (chat, window)):
            while sent and sent[0] <= now - length:
                sent.popleft()
        if len(chat) >= most:
            return math.ceil(chat[0] + window - now)
        if len(self._all) >= (PAID_PER_SECOND if paid else ALL_PER_SECOND):
            return 1
        self._all.append(now)
        chat.append(now)
        return None
