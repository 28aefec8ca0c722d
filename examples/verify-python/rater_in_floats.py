#!/usr/bin/env python3
"""The rater of rater.py with one thing wrong: amounts are multiplied and rounded as floating-point numbers."""
import rater


def priced_in_floats(entry, quantity):
    if entry.get("tiers") or "free" in entry:
        return exactly(entry, quantity)
    return rater.Fraction(rater.Decimal(repr(float(quantity) * float(entry["price"]))))


exactly = rater.priced
rater.priced = priced_in_floats
rater.rounded = lambda amount, places: rater.Fraction(rater.Decimal(repr(round(float(amount), places))))

if __name__ == "__main__":
    rater.main(rater.rate)
