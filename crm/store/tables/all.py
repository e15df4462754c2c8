"""Every table at once, for whoever needs the whole schema."""

from crm.store.tables.contacts import (
    Acquaintance,
    Contact,
    ContactAddress,
    ContactDate,
    ContactEmail,
    ContactLink,
    ContactPhone,
    ContactTag,
    ContactTrait,
    ImportRecord,
    Tag,
)
from crm.store.tables.day import DayLine, Delivery
from crm.store.tables.follow_ups import Pause, Promise, Snooze
from crm.store.tables.goals import Goal, GoalContact, GoalProgress, GoalRole
from crm.store.tables.interactions import Fact, Interaction, Participant
from crm.store.tables.journal import Change, JournalEntry
from crm.store.tables.profile import Profile, ProfileTrait, Setting

__all__ = [
    "Acquaintance",
    "Change",
    "Contact",
    "ContactAddress",
    "ContactDate",
    "ContactEmail",
    "ContactLink",
    "ContactPhone",
    "ContactTag",
    "ContactTrait",
    "DayLine",
    "Delivery",
    "Fact",
    "Goal",
    "GoalContact",
    "GoalProgress",
    "GoalRole",
    "ImportRecord",
    "Interaction",
    "JournalEntry",
    "Participant",
    "Pause",
    "Profile",
    "ProfileTrait",
    "Promise",
    "Setting",
    "Snooze",
    "Tag",
]
