#!/usr/bin/python3
"""The calendar of trainings: each of its views shows the batches, and names them. TAP.

SPDX-License-Identifier: GPL-3.0-or-later
"""
import datetime
import os
import sqlite3
import sys

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
import driver  # noqa: E402
from driver import Window, demo, remember  # noqa: E402

driver.reenter()
TODAY = datetime.date.today()


def ask(path, sql):
    with sqlite3.connect(path) as store:
        return store.execute(sql).fetchall()


def planned(name):
    """A demonstration district of which what was planned lies ahead, whatever the day is: its own year goes by."""
    path = demo(name)
    with sqlite3.connect(path) as store:
        first, = store.execute("SELECT min (start_day) FROM batch WHERE status IN ('planned', 'published')").fetchone()
        weeks = (TODAY - datetime.date.fromisoformat(first)).days // 7 + 3
        store.execute("UPDATE batch SET status = 'planned', start_day = date (start_day, ?) WHERE status IN ('planned', 'published')",
                      ('+%d days' % (7 * weeks),))
        store.execute('UPDATE training SET to_day = max (to_day, ?)', ((TODAY + datetime.timedelta(days=120)).isoformat(),))
        store.execute('DELETE FROM training_limit')
        store.execute('DELETE FROM blackout')
        store.execute('DELETE FROM batch_change')
    return path


def calendar(path):
    """A window in English at the bars of all trainings."""
    remember()
    window = Window(path)
    window.click('page tab', 'Training')
    window.find('label', '* batches*')
    return window


def test_views():
    """the other views show the same batches, each by its name"""
    path = planned('views.patal')
    with calendar(path) as window:
        for view in 'Month', 'Year':
            window.click('page tab', view)
            window.find('image', '* 20[0-9][0-9]*')
        window.click('page tab', 'List')
        window.find('list item', 'Batch 1 · *')
        window.click('page tab', 'Week')
        assert not window.unnamed(), window.unnamed()


driver.run([test_views])
