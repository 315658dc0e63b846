#!/usr/bin/python3
"""A batch from its list to its end in the real window: who came, said by keyboard alone; what the rules refuse. TAP.

SPDX-License-Identifier: GPL-3.0-or-later
"""
import os
import sqlite3
import sys
import time

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
import driver  # noqa: E402
from driver import Window, demo, remember  # noqa: E402

driver.reenter()


def ask(path, sql, *arguments):
    """One value of the file, read beside the window."""
    with sqlite3.connect('file:%s?mode=ro' % path, uri=True, timeout=10) as db:
        row = db.execute(sql, arguments).fetchone()
    return row[0] if row else None


def becomes(window, path, wanted, sql, *arguments):
    window.until(lambda: ask(path, sql, *arguments) == wanted, '%r from %s' % (wanted, sql))


def test_attendance():
    """a batch is not held while marks are missing; forty people by keys alone, one edit; undone, done again, held"""
    path = demo('batch.patal')
    remember()
    batch = ask(path, "SELECT id FROM batch WHERE start_day = '2026-06-08' AND status = 'planned' ORDER BY no LIMIT 1")
    heads = ask(path, "SELECT count(*) FROM nomination WHERE batch = ? AND status = 'nominated'", batch)
    all_there = "SELECT count(*) FROM nomination WHERE batch = ? AND marks = 'PPPP'"
    with Window(path) as window:
        window.click('page tab', 'Training')
        window.focus('list item', 'Batches')
        window.focus('label', '19.08.2025')
        window.key('End')
        window.focus('label', '08–09.06.2026')
        window.find('check box', '*Forenoon')
        assert not window.unnamed(), window.unnamed()
        window.click('push button', 'Was Held')
        window.find('label', '*attendance of %d people*' % heads)
        assert ask(path, 'SELECT status FROM batch WHERE id = ?', batch) == 'planned'
        edits = ask(path, 'SELECT count(*) FROM journal')
        window.focus('label', '08–09.06.2026')
        window.key('Return')
        began = time.time()
        for _ in range(heads):  # goes down by itself, and at the foot to the head of the next half-day
            window.key('p')
        for half in range(3):
            window.key('ctrl+a')
            if half < 2:
                window.key('Right')
        print('# %d people in %.1f s' % (heads, time.time() - began))
        window.click('push button', 'Save')
        becomes(window, path, heads, all_there, batch)
        assert ask(path, 'SELECT count(*) FROM journal') == edits + 1
        window.key('ctrl+z')
        becomes(window, path, 0, all_there, batch)
        window.key('ctrl+shift+z')
        becomes(window, path, heads, all_there, batch)
        window.find('label', '*%d attended*' % heads)
        window.click('push button', 'Was Held')
        becomes(window, path, 'held', 'SELECT status FROM batch WHERE id = ?', batch)
        window.find('label', 'Held')
        assert not window.complaints(), window.complaints()


def test_costs():
    """what a batch cost is entered by keys, said where it is above its ceiling, corrected, taken back"""
    path = demo('costs.patal')
    remember()
    batch = ask(path, "SELECT id FROM batch WHERE start_day = '2026-06-08' AND status = 'planned' ORDER BY no LIMIT 1")
    spent = 'SELECT total(paise) FROM batch_cost WHERE batch = ?'
    with Window(path) as window:
        window.click('page tab', 'Training')
        window.focus('list item', 'Batches')
        window.focus('label', '19.08.2025')
        window.key('End')
        window.focus('label', '08–09.06.2026')
        window.find('check box', '*Forenoon')
        window.click('page tab', 'Costs')
        window.find('label', 'No cost is entered yet*')
        assert not window.unnamed(), window.unnamed()
        window.click('push button', 'Enter a cost')
        window.focus('text', 'Amount*')
        window.key('ctrl+a')
        window.type('0')
        window.key('Return')
        window.find('label', 'An amount is more than 0*')
        assert ask(path, spent, batch) == 0
        window.focus('text', 'Amount*')
        window.key('ctrl+a')
        window.type('9,99,999')
        window.focus('text', 'Voucher number')
        window.key('ctrl+a')
        window.type('17/2026')
        window.key('Return')
        becomes(window, path, 99999900, spent, batch)
        assert ask(path, 'SELECT head || voucher FROM batch_cost WHERE batch = ?', batch) == 'food17/2026'
        window.find('label', '9,99,999 is above*')
        window.find('label', 'Food and refreshments: Rs 9,99,999')
        window.key('ctrl+z')
        becomes(window, path, 0, spent, batch)
        window.find('label', 'No cost is entered yet*')
        window.key('ctrl+shift+z')
        becomes(window, path, 99999900, spent, batch)
        window.focus('label', 'Rs 9,99,999')
        window.key('Return')
        window.click('push button', 'Remove This Cost')
        becomes(window, path, 0, spent, batch)
        assert not window.complaints(), window.complaints()


driver.run([test_attendance, test_costs])
