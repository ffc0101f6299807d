"""The store: the only place with SQL. Its methods speak domain types, never rows."""

from __future__ import annotations

from bot.store.facade import Store

__all__ = ["Store"]
