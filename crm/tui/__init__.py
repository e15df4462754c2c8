"""The full-screen program: widgets announce, workers call services, messages come back.

Whatever comes from the network is shown as text, never as markup. A service is never called on
the event loop: `asking.Asking` calls it in a thread.
"""
