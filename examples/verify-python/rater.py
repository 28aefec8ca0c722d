#!/usr/bin/env python3
"""Answers rating requests, one JSON a line, with invoices: usage at flat or tiered prices, in exact fractions.

It knows nothing else, and says so in its answer to the first line; laws about the rest are skipped, and counted as such.
Needs Python 3.9 or later and nothing besides.
"""
import json
import sys
from datetime import datetime
from decimal import Decimal
from fractions import Fraction
from zoneinfo import ZoneInfo

MINOR_UNITS = {"JPY": 0, "KWD": 3}


def rate(request):
    totals, charges = {}, []
    for (product, unit), quantity in sorted(usage_of(request).items()):
        entry = price_of(request, product, unit)
        if entry is None:
            charges.append(line(product, request["contract"]["currency"], quantity, "0", None))
            continue
        currency = entry.get("currency", request["contract"]["currency"])
        amount = printed(rounded(priced(entry, quantity), MINOR_UNITS.get(currency, 2)), MINOR_UNITS.get(currency, 2))
        charges.append(line(product, currency, quantity, amount, amount))
    for charge in charges:
        add(totals, charge["currency"], charge["amount"])
    return {"charges": charges, "totals": totals, "issues": conflicts(request)}


def usage_of(request):
    """Quantities by product and unit: the account's own events of the month, each identity once."""
    contract, seen, used = request["contract"], set(), {}
    for event in request["events"]:
        identity = (event["source"], event["id"])
        if identity in seen:
            continue
        seen.add(identity)
        data = event["data"]
        if event["subject"] != contract["account"] or event["type"] != "dev.flexbill.usage":
            continue
        if month_of(data["at"], contract.get("timeZone", "UTC")) == request["month"]:
            key = (data["product"], data["unit"])
            used[key] = used.get(key, Fraction(0)) + Fraction(Decimal(data["quantity"]))
    return {key: quantity for key, quantity in used.items() if quantity != 0}


def conflicts(request):
    """One identity with two contents is told; what is no more than a second delivery is not."""
    first, told = {}, []
    for event in request["events"]:
        content = (event["type"], event["subject"], json.dumps(event["data"], sort_keys=True))
        if first.setdefault((event["source"], event["id"]), content) != content:
            told.append({"code": "event.conflict", "severity": "warning"})
    return told[:1]


def month_of(instant, zone):
    return datetime.fromisoformat(instant.replace("Z", "+00:00")).astimezone(ZoneInfo(zone)).strftime("%Y-%m")


def price_of(request, product, unit):
    """The contract's own price before the book's; of several the latest that has begun by the month's first day."""
    overrides = request["contract"].get("prices", {}).get("overrides", [])
    book = request.get("priceBook", [])
    for entries in (overrides, book if isinstance(book, list) else []):
        begun = [
            entry
            for entry in entries
            if entry["product"] == product
            and entry["unit"] == unit
            and not entry.get("match")
            and entry.get("from", "") <= request["month"] + "-01"
        ]
        if begun:
            return max(begun, key=lambda entry: entry.get("from", ""))
    return None


def priced(entry, quantity):
    """Graduated: a tier prices the units from the tier before it up to its own end, parts of a unit included."""
    tiers = entry.get("tiers") or [{"price": entry["price"]}]
    amount, start = Fraction(0), Fraction(Decimal(entry.get("free", "0")))
    below = Fraction(0)
    for tier in tiers:
        end = min(quantity, Fraction(Decimal(tier["upTo"]))) if "upTo" in tier else quantity
        units = max(Fraction(0), end - max(below, start))
        amount += units * Fraction(Decimal(tier["price"]))
        below = max(below, end)
    return amount


def rounded(amount, places):
    """Half up, once, on the line."""
    scale = 10**places
    return Fraction((amount * scale * 2 + 1) // 2, scale)


def printed(amount, places):
    return f"{Decimal(amount.numerator) / Decimal(amount.denominator):.{places}f}"


def line(product, currency, quantity, low, high):
    text = format((Decimal(quantity.numerator) / Decimal(quantity.denominator)).normalize(), "f")
    amount = {"low": low, "high": high}
    return {"kind": "usage", "product": product, "rate": "", "currency": currency, "quantity": text, "amount": amount}


def add(totals, currency, amount):
    total = totals.setdefault(currency, {"low": "0", "high": "0"})
    total["low"] = str(Decimal(total["low"]) + Decimal(amount["low"]))
    unknown = total["high"] is None or amount["high"] is None
    total["high"] = None if unknown else str(Decimal(total["high"]) + Decimal(amount["high"]))


def main(answer_to=rate):
    for text in sys.stdin:
        request = json.loads(text)
        if "capabilities" in request:
            answer = {"hello": 1, "models": ["usage"]}
        else:
            answer = {**answer_to(request), "id": request["id"]}
        print(json.dumps(answer), flush=True)


if __name__ == "__main__":
    main()
