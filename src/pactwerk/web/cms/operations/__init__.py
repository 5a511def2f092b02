"""What happens in the page tree when an office is created or its members change."""

from pactwerk.web.cms.operations.office_members import align_member
from pactwerk.web.cms.operations.office_tree import plant_office_tree

__all__ = ["align_member", "plant_office_tree"]
