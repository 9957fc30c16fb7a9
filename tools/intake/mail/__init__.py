"""Mail: what a person wrote anew, told apart from what they quoted and what machines added."""

from tools.intake.mail.message import parse_mail
from tools.intake.mail.model import Mail

__all__ = ["Mail", "parse_mail"]
