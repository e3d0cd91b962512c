"""What comes out of a consultation, put together: its results and the position that is made of them."""

from handlers.consultations.results import looking

ROUTES = (*looking.ROUTES,)
