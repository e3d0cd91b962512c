"""Find and run a Bot API method by its name."""

from collections.abc import Awaitable
from typing import Any

from bot.demo.telegram import methods, updates
from bot.demo.telegram.errors import ApiError
from bot.demo.telegram.parameters import Parameters
from bot.demo.telegram.state import Telegram

NOT_HERE = {
    "sendVideo", "sendAudio", "sendVoice", "sendAnimation", "sendVideoNote", "sendLocation", "sendVenue", "sendContact",
    "sendPoll", "sendDice", "sendSticker", "stopPoll", "forwardMessage", "forwardMessages", "copyMessages",
    "deleteMessages", "editMessageMedia", "editMessageLiveLocation", "pinChatMessage", "unpinChatMessage",
    "unpinAllChatMessages", "getChatMember", "getChatAdministrators", "getChatMemberCount", "leaveChat", "logOut",
    "close", "setMessageReaction", "getUserProfilePhotos", "banChatMember", "setChatMenuButton", "getChatMenuButton",
    "answerInlineQuery", "answerWebAppQuery", "sendInvoice", "createForumTopic", "sendPaidMedia",
}  # fmt: skip
"""Real methods that the local Telegram does not have."""

BY_NAME = {name.lower(): method for name, method in {**methods.METHODS, **updates.METHODS}.items()}


async def run(telegram: Telegram, name: str, call: Parameters) -> Any:  # noqa: ANN401 - JSON
    """Run a method by its name, in upper or lower case, as Telegram does."""
    method = BY_NAME.get(name.lower())
    if method is None:
        if name in NOT_HERE:
            raise ApiError(501, f"Not Implemented: the local Telegram does not have {name}")
        raise ApiError(404, "Not Found")
    result = method(telegram, call)
    return await result if isinstance(result, Awaitable) else result
