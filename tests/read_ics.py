# read_ics.py: what python3-icalendar, a parser that is not ours, reads in a calendar: a line each value, escaped as JSON
# SPDX-License-Identifier: GPL-3.0-or-later
import json
import sys

try:
    import icalendar
except ImportError:
    sys.exit("The Debian package python3-icalendar is missing: ./dev test installs it")

NAMES = ["UID", "DTSTAMP", "DTSTART", "DTEND", "SEQUENCE", "STATUS", "SUMMARY", "LOCATION", "DESCRIPTION"]


def say(name, value):
    if value is not None:
        value = value.dt.isoformat() if hasattr(value, "dt") else str(value)
        print(f"{name} {json.dumps(value, ensure_ascii=False)}")


with open(sys.argv[1], "rb") as file:
    calendar = icalendar.Calendar.from_ical(file.read())
for name in ["VERSION", "METHOD", "X-WR-CALNAME"]:
    say(name, calendar.get(name))
for component in calendar.walk():
    if component.errors:
        sys.exit(f"{component.name}: {component.errors}")
for event in calendar.walk("VEVENT"):
    print("VEVENT")
    for name in NAMES:
        say(name, event.get(name))
