"""Everything that changes bodies and seats."""

from .bodies import end_body, leave_seat, set_up_body, take_seat

__all__ = ["end_body", "leave_seat", "set_up_body", "take_seat"]
