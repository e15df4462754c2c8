"""Whether the network was changed, by this program or by another one."""

from crm.context import Context


def version(context: Context) -> tuple[int, ...]:
    """Give numbers that differ from those before once somebody has written to the network.

    They mean something only within the thread that asked before.
    """
    return context.store.version()
