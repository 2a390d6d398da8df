"""Reads a calendar with a parser that has nothing to do with the one who wrote it, and says as JSON what it found."""

import json
import sys

from icalendar import Calendar

raw = sys.stdin.buffer.read()
calendar = Calendar.from_ical(raw)


def said(component):
    found = {}
    for name, value in component.property_items(recursive=False):
        if name in ("BEGIN", "END"):
            continue
        moment = getattr(value, "dt", None)
        text = str(value) if moment is None else moment.isoformat()
        zone = getattr(moment, "tzinfo", None)
        found.setdefault(name, []).append({"is": text, "zone": None if zone is None else str(zone)})
    return found


def told(component):
    return {
        "kind": component.name,
        "properties": said(component),
        "missing": [name for name in component.required if name not in component],
        "errors": [str(error) for error in component.errors],
        "inside": [part.name for part in component.subcomponents],
    }


lines = raw.split(b"\r\n")
json.dump(
    {
        "calendar": told(calendar),
        "parts": [told(part) for part in calendar.subcomponents],
        "zones": sorted(calendar.get_missing_tzids()),
        "longest": max(len(line) for line in lines),
        "bare": sum(line.count(b"\r") + line.count(b"\n") for line in lines),
        "ends": raw.endswith(b"END:VCALENDAR\r\n"),
    },
    sys.stdout,
)
