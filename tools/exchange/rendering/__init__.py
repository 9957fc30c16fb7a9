"""Sources written as files that intake reads back: the way out that mirrors the way in."""

from tools.exchange.rendering.render import Rendered, UnrenderableError, render

__all__ = ["Rendered", "UnrenderableError", "render"]
