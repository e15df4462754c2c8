"""The one declaration of the schema: every table of the network, one file per feature.

Importing this package costs as much as SQLModel does, so only writes and migrations do it.
"""

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
