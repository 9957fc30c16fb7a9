"""The signals a sentence can give: what it does, what state it reports, what takes its effect."""

from enum import StrEnum


class Signal(StrEnum):
    """One thing the words of a sentence do. A sentence gives any number of signals."""

    # What somebody does by saying it.
    COMMIT = "promises to do something"
    DELIVER = "promises that the other will have something"
    REQUEST = "asks somebody to do something"
    NEED = "says what is missing or needed"
    OFFER = "offers to do something"
    PROPOSE = "proposes a day or a step"
    ACCEPT = "agrees"
    REFUSE = "refuses"
    MOVE = "moves something to another day"
    HANDOVER = "gives something to another owner"
    TAKEOVER = "takes something over"
    # What state the words report.
    DONE = "says that something is done"
    DID = "says that somebody did something"
    CAME = "says that something has come or gone out"
    LATELY = "tells of the last days"
    APPROVED = "says that something was approved or signed"
    STARTED = "says that something is under way"
    BLOCKED = "says that something is blocked or parked"
    CANCELLED = "says that something is dropped"
    UNNEEDED = "says that something is not needed"
    REOPENED = "says that something finished is open again"
    # What changes about people and the deal.
    LEFT = "says that somebody is gone"
    ROLE = "says what somebody decides, pays or sponsors"
    WARMER = "speaks for it, or better of it than before"
    COOLER = "speaks against it, or worse of it than before"
    UNDECIDED = "is neither for nor against it any more"
    PRICED = "settles a price"
    WON = "says that the contract is signed"
    LOST = "says that the deal went elsewhere"
    STAGED = "says that the deal is in a new stage"
    SIGNING = "speaks of signing"
    # What takes the effect away.
    CONDITION = "hangs on a condition"
    HEDGE = "is not sure"
    QUESTION = "asks"
    PAST = "tells of long ago"
    ELSEWHERE = "tells of another customer or company"
    RETRACT = "takes back what was said"
    KEEP = "keeps what was agreed"
    NOT = "negates"
    JOKE = "is not meant"
    ORDER = "gives orders to a machine"
