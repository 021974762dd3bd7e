"""Say what a document counts: its vehicles, the visits it received and the journeys abroad it paid for."""

from __future__ import annotations

from decimal import Decimal

from samples.ledger import Ledger


def vehicles(ledger: Ledger) -> list[str]:
    """Say how many vehicles there were, and on which day they were counted."""
    return [
        f"截至{figure['on']}，实有车辆{ledger.count('vehicle_count', Decimal(figure['value']), '辆')}。"
        for figure in ledger.sample.figures
        if figure["topic"] == "vehicle_count"
    ]


def receptions(ledger: Ledger) -> list[str]:
    """Say how often guests were received and how many they were; the parse contract has no topic for either."""
    visits, guests = ledger.figure("reception_visits"), ledger.figure("reception_guests")
    return [] if visits is None else [f"全年国内公务接待{visits}批次、{guests}人次。"]


def journeys(ledger: Ledger) -> list[str]:
    """Say how many groups went abroad and how many persons with them."""
    groups, persons = ledger.figure("overseas_groups"), ledger.figure("overseas_persons")
    return [] if groups is None else [f"全年因公出国（境）团组{groups}个、{persons}人次。"]
