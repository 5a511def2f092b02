"""The page tree: one portal, under it a tree per programme office."""

from pactwerk.web.cms.models.content_page import ContentPage
from pactwerk.web.cms.models.office_home import OfficeHome
from pactwerk.web.cms.models.portal_home import PortalHome

__all__ = ["ContentPage", "OfficeHome", "PortalHome"]
