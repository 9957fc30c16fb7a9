"""One transaction in one workspace."""

from memory.sql.access import SqlAccess
from memory.sql.answers import SqlAnswers
from memory.sql.chunks import SqlChunks
from memory.sql.decisions import SqlDecisions
from memory.sql.digests import SqlDigests
from memory.sql.ledger import SqlLedger
from memory.sql.marks import SqlMarks
from memory.sql.observations import SqlObservations
from memory.sql.outbox import SqlOutbox
from memory.sql.plans import SqlPlans
from memory.sql.proposals import SqlProposals
from memory.sql.readings import SqlReadings
from memory.sql.scope import Scope
from memory.sql.sources import SqlSources
from memory.sql.spending import SqlSpending
from memory.sql.threads import SqlThreads
from memory.sql.wakes import SqlWakes


class SqlUnit:
    """`memory.base.Unit` on one connection.

    Attributes:
        connection: The unit's own; what is executed on it commits or rolls back with the unit.
    """

    def __init__(self, scope: Scope) -> None:
        self.workspace = scope.workspace
        self.connection = scope.connection
        self.plans = SqlPlans(scope)
        self.sources = SqlSources(scope)
        self.readings = SqlReadings(scope)
        self.proposals = SqlProposals(scope)
        self.observations = SqlObservations(scope)
        self.decisions = SqlDecisions(scope)
        self.outbox = SqlOutbox(scope)
        self.access = SqlAccess(scope)
        self.answers = SqlAnswers(scope)
        self.spending = SqlSpending(scope)
        self.chunks = SqlChunks(scope)
        self.threads = SqlThreads(scope)
        self.ledger = SqlLedger(scope)
        self.marks = SqlMarks(scope)
        self.wakes = SqlWakes(scope)
        self.digests = SqlDigests(scope)
