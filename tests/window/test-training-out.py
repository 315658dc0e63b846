#!/usr/bin/python3
"""What leaves the training tab: the report that fits each section, and its batches as events, in the real window. TAP.

SPDX-License-Identifier: GPL-3.0-or-later
"""
import os
import sys
import time

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
import driver  # noqa: E402
from driver import HOME, Window, demo, patal, remember  # noqa: E402

driver.reenter()

PROPOSED = (('Calendar', 'R1 · Annual training calendar'), ('Batches', 'R1 · Annual training calendar'),
            ('Saturation', 'R3 · Saturation, block by block'), ('Trainings', 'R1 · Annual training calendar'),
            ('Master Trainers', 'R5 · Master trainers'), ('Courses', 'R7 · Classification of participants'),
            ('Annual Plan', 'Annual action plan'))


def training(path):
    window = Window(path)
    window.find('label', '640 gram panchayats*')
    window.key('alt+8')
    window.find('list item', 'Saturation')
    return window


def export(window, section, report):
    """The window to export, with the report that the section proposes. A click is lost while one page is still fading into the next."""
    def proposed():
        window.focus('list item', section)
        time.sleep(0.5)
        window.key('ctrl+e')
        window.find('label', 'State as on the day')
        if window.find_now('label', report):
            return True
        window.key('Escape')
        window.gone('label', 'State as on the day')
        return False
    window.until(proposed, report)


def test_proposed():
    """each section proposes its own report, with the number by which orders ask for it"""
    remember()
    with training(demo('proposed.patal')) as window:
        for section, report in PROPOSED:
            export(window, section, report)
            assert not window.unnamed()
            window.key('Escape')
            window.gone('label', 'State as on the day')


def test_events():
    """the calendar of batches leaves the window as the same events as from the command line"""
    path, out = demo('events.patal'), os.path.join(HOME, 'events.ics')
    remember()
    with training(path) as window:
        export(window, 'Calendar', 'R1 · Annual training calendar')
        window.click('push button', 'File type')
        time.sleep(0.5)  # it opens
        window.key('End')
        window.key('Return')
        window.choose_file('Export…', out[:-len('.ics')])
        window.until(lambda: os.path.exists(out), 'the file')
        window.find('push button', 'Open Folder')  # the window has said so, and may be closed
    status, _, errors = patal('--file', path, 'report', 'calendar', '--format', 'ics', '--lang', 'en', '--out', path + '.ics')
    assert status == 0, errors
    with open(out, 'rb') as shown, open(path + '.ics', 'rb') as written:
        events = shown.read()
        assert events == written.read()
    assert events.count(b'BEGIN:VEVENT') > 1


driver.run([test_proposed, test_events])
