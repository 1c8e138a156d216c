"""Every page of a site as a plan, before any of it is rendered."""

from generator.plan.addresses import ROOT
from generator.plan.frame import Linked
from generator.plan.media import Published
from generator.plan.page import EDITION, Page, PathTaken
from generator.plan.pages import Pages, frame, plan_pages
from generator.plan.sharing import MANIFEST, PICTURE_TEMPLATE

__all__ = [
    "EDITION",
    "MANIFEST",
    "PICTURE_TEMPLATE",
    "ROOT",
    "Linked",
    "Page",
    "Pages",
    "PathTaken",
    "Published",
    "frame",
    "plan_pages",
]
