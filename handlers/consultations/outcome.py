"""What comes out of a consultation, put together: its results and the position that is made of them."""

from handlers.consultations.position import push, staff
from handlers.consultations.position.guide import GUIDE
from handlers.consultations.results import exports, looking

ROUTES = (*looking.ROUTES, *exports.ROUTES, *staff.ROUTES)
GUIDES = (GUIDE,)
PUSHES = push.PUSHES
