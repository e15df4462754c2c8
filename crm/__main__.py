"""Lets `python -m crm` be the same as `crm`."""

from crm.main import run

if __name__ == "__main__":
    run()
