#!/usr/bin/python3
"""The papers of a training: looked at, issued, called back, and worded by the office. TAP.

SPDX-License-Identifier: GPL-3.0-or-later
"""
import os
import sqlite3
import subprocess
import sys
import time

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
import driver  # noqa: E402
from driver import HOME, Window, demo, remember  # noqa: E402

driver.reenter()

COURSE = 'Good governance initiative: the four activities'


def district(name, language='en'):
    remember(language, export_folder=HOME)
    window = Window(demo(name))
    window.click('page tab', 'Training' if language == 'en' else 'प्रशिक्षण')
    return window


def papers(window):
    """Over the list of trainings, from the dialog of the one that is half done."""
    window.click('list item', 'Trainings')
    window.point(window.find('label', COURSE))
    window.key('Return')
    window.click('push button', 'Papers…')
    window.find('label', '35 papers')


def pick(window, now, *keys):
    """Another one, by keys, in the drop-down that shows @now."""
    window.click('push button', now)
    time.sleep(0.5)  # it opens
    for key in keys + ('Return',):
        window.key(key)


def rows(path, sql):
    with sqlite3.connect('file:%s?mode=ro' % path, uri=True) as file:
        return file.execute(sql).fetchall()


def test_preview():
    """the attendance sheets of all batches come up as they will be printed, and one batch's are saved as PDF"""
    path = os.path.join(HOME, 'sheets.pdf')
    with district('sheets.patal') as window:
        papers(window)
        window.find('image', '* 1 * 91*: *')
        assert not window.unnamed(), window.unnamed()
        assert not window.misnamed(), window.misnamed()
        pick(window, '*Of which batches', 'End')
        window.find('label', '1 paper')
        window.choose_file('Save as PDF…', path)
        window.until(lambda: os.path.exists(path), 'the file')
        text = subprocess.run(['pdftotext', path, '-'], capture_output=True, text=True).stdout
        assert 'उपस्थिति' in text or 'Attendance' in text, text[:200]


def test_issue():
    """certificates are issued with their numbers, and called back with a reason alone; undo leaves them be"""
    with district('issue.patal') as window:
        file = os.path.join(HOME, 'issue.patal')
        papers(window)
        pick(window, '*What to print', 'End')
        window.find('label', '* · not issued yet')
        window.click('push button', 'Issue…')
        window.click('push button', 'Issue')
        window.find('label', '*of them as they were issued*', 60)
        numbers = [number for number, in rows(file, "SELECT number FROM letter WHERE kind = 'certificate' ORDER BY number")]
        assert len(numbers) == len(set(numbers)) > 500, len(numbers)
        assert numbers[0].endswith('/GGI/2026-27/0001'), numbers[0]
        window.click('push button', 'Call Back…')
        window.set('text', 'Reason', 'wrong name')
        window.click('push button', 'Call Back')
        window.find('label', '* · not issued yet', 60)
        assert rows(file, 'SELECT count (*) FROM letter WHERE recalled_why IS NULL') == [(0,)]


def test_text():
    """the office words the order: a fault is told with its line, and what is sound is kept"""
    with district('text.patal') as window:
        file = os.path.join(HOME, 'text.patal')
        papers(window)
        pick(window, '*What to print', 'Home')
        window.find('label', '1 paper · not issued yet')
        window.click('push button', 'Edit the Text…')
        window.find('label', 'The text is sound.')
        assert not window.unnamed(), window.unnamed()
        window.set('text', 'Text of the Paper', '[letter]\nparagraph.hi = {blok}\n')
        window.find('label', 'Line 2: *')
        window.key('Escape')
        window.click('push button', 'Keep Editing')
        window.set('text', 'Text of the Paper', '[letter]\nparagraph.hi = सभी {people} जन आएं।\n')
        window.find('label', 'The text is sound.')
        window.click('push button', 'Save')
        window.until(lambda: rows(file, "SELECT count (*) FROM letter_template WHERE kind = 'order'") == [(1,)], 'the text in the file')


driver.run([test_preview, test_issue, test_text])
