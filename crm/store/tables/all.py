"""Every table at once, for whoever needs the whole schema."""

from crm.store.tables.contact_details import (
    Acquaintance,
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
from crm.store.tables.contacts import Contact
from crm.store.tables.conversations import Fact, Question
from crm.store.tables.day import DayLine, Delivery
from crm.store.tables.events import Event, EventAim, EventPerson
from crm.store.tables.follow_ups import Pause, Promise, Snooze
from crm.store.tables.giving import Ask, Giving
from crm.store.tables.goals import Goal, GoalContact, GoalProgress, GoalRole
from crm.store.tables.interactions import Interaction, Participant
from crm.store.tables.journal import Change, JournalEntry
from crm.store.tables.matching import (
    Introduction,
    JointProject,
    OwnPair,
    OwnRole,
    ProjectPerson,
)
from crm.store.tables.mentors import (
    Guidance,
    MentorCase,
    MentorQuestion,
    Mentorship,
    MentorTopic,
)
from crm.store.tables.profile import Profile, ProfileTrait, Setting

__all__ = [
    "Acquaintance",
    "Ask",
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
    "Event",
    "EventAim",
    "EventPerson",
    "Fact",
    "Giving",
    "Goal",
    "GoalContact",
    "GoalProgress",
    "GoalRole",
    "Guidance",
    "ImportRecord",
    "Interaction",
    "Introduction",
    "JointProject",
    "JournalEntry",
    "MentorCase",
    "MentorQuestion",
    "MentorTopic",
    "Mentorship",
    "OwnPair",
    "OwnRole",
    "Participant",
    "Pause",
    "Profile",
    "ProfileTrait",
    "ProjectPerson",
    "Promise",
    "Question",
    "Setting",
    "Snooze",
    "Tag",
]
