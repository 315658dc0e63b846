#!/usr/bin/python3
"""The calendar of trainings: each of its views shows the batches, and names them. TAP.

SPDX-License-Identifier: GPL-3.0-or-later
"""
import contextlib
import datetime
import os
import sqlite3
import sys
import time

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
import driver  # noqa: E402
from driver import Window, demo, remember  # noqa: E402

driver.reenter()
TODAY = datetime.date.today()


def ask(path, sql):
    with contextlib.closing(sqlite3.connect('file:%s?mode=ro' % path, uri=True, timeout=10)) as store:
        return store.execute(sql).fetchall()


@contextlib.contextmanager
def opened(path):
    """For writing, and closed again before the window opens it."""
    with contextlib.closing(sqlite3.connect(path)) as store, store:
        yield store


def planned(name):
    """A demonstration district of which what was planned lies ahead, whatever the day is: its own year goes by."""
    path = demo(name)
    with opened(path) as store:
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


def monday(weeks):
    return TODAY + datetime.timedelta(days=7 * weeks - TODAY.weekday())


def alone(name, start, closed=None, status='planned'):
    """One batch lies ahead, from @start, and nothing else hinders it but a holiday on @closed. Its path and the batch's id."""
    path = planned(name)
    with opened(path) as store:
        batch, = store.execute("SELECT min (id) FROM batch WHERE status = 'planned'").fetchone()
        store.execute("UPDATE batch SET status = 'held', start_day = date (start_day, '-300 days') WHERE id <> ? AND start_day IS NOT NULL"
                      " AND status = 'planned'", (batch,))
        store.execute('UPDATE batch SET status = ?, start_day = ? WHERE id = ?', (status, start.isoformat(), batch))
        store.execute('DELETE FROM holiday WHERE day > ?', (TODAY.isoformat(),))
        if closed:
            store.execute("INSERT INTO holiday (day, name_en, class) VALUES (?, 'Day of rest', 'public')", (closed.isoformat(),))
    return path, batch


def becomes(window, path, wanted, batch, column='start_day'):
    sql = 'SELECT %s FROM batch WHERE id = %d' % (column, batch)
    window.until(lambda: str(ask(path, sql)[0][0]) == str(wanted), '%s of the batch to be %s' % (column, wanted))


def take_last(window):
    """Chooses the batch that lies ahead: it is the last of all."""
    window.focus('image', 'Batches by venue and day')
    window.key('End')
    window.find('image', 'Batch * · *')


def test_moved():
    """Alt with an arrow moves the chosen batch by a day, and undo takes it back"""
    start = monday(4)
    path, batch = alone('moved.patal', start)
    with calendar(path) as window:
        take_last(window)
        window.key('alt+Right')
        becomes(window, path, start + datetime.timedelta(days=1), batch)
        window.key('ctrl+z')
        becomes(window, path, start, batch)


def test_refused():
    """a day that breaks a rule is refused in words, and the nearest free one is offered on a button"""
    start = monday(4)
    path, batch = alone('refused.patal', start, closed=start + datetime.timedelta(days=2))
    free = start + datetime.timedelta(days=3)
    with calendar(path) as window:
        take_last(window)
        window.key('alt+Right')
        window.find('label', '*Day of rest*')
        window.click('push button', 'Move to %s' % free.strftime('%d.%m.%Y'))
        becomes(window, path, free, batch)
        window.key('ctrl+z')
        becomes(window, path, start, batch)


def test_pinned():
    """P pins a batch, and lets it go"""
    path, batch = alone('pinned.patal', monday(4))
    with calendar(path) as window:
        take_last(window)
        window.key('p')
        becomes(window, path, 1, batch, 'pinned')
        window.find('image', 'Batch * · Pinned: *')
        window.key('p')
        becomes(window, path, 0, batch, 'pinned')
        window.gone('image', 'Batch * · Pinned: *')


def close_days(window, first, last):
    """A blackout of the district, in the tab of the district."""
    window.menu('Add a holiday or a blackout', 'Blackout…')
    window.set('text', 'From', first.strftime('%d.%m.%Y'))
    window.set('text', 'Until', last.strftime('%d.%m.%Y'))
    window.click('push button', 'Save')


def test_hit():
    """a blackout says at once which batches fall on its days; re-planning shows what moves, and moves it as one edit"""
    start = monday(4)
    path, batch = alone('hit.patal', start, status='published')
    remember(last_section='calendar')
    with Window(path) as window:
        window.find('push button', 'Add a holiday or a blackout')
        close_days(window, start + datetime.timedelta(days=12), start + datetime.timedelta(days=12))
        window.gone('push button', 'Save')
        time.sleep(1)  # nothing is told where nothing is hit: that it does not come is all there is to see
        assert window.find_now('push button', 'Leave Them') is None
        close_days(window, start, start + datetime.timedelta(days=1))
        window.find('label', '1 Batch Falls on These Days')
        window.find('label', 'Batch * · %s*' % start.strftime('%d.%m.%Y'))
        window.click('push button', 'Re-plan…')
        window.find('label', '%s → *' % start.strftime('%d.%m.%Y'))
        window.find('label', 'People have been told of some of these dates. Why do they change?')
        window.click('push button', 'Cancel')
        window.gone('label', 'People have been told of some of these dates. Why do they change?')
        becomes(window, path, start, batch)
        window.click('page tab', 'Training')
        window.click('push button', 'Re-plan…')
        window.click('push button', 'Move 2 Batches')  # one was without a day
        window.until(lambda: ask(path, 'SELECT start_day FROM batch WHERE id = %d' % batch)[0][0] != start.isoformat(), 'another day')
        moved = datetime.date.fromisoformat(ask(path, 'SELECT start_day FROM batch WHERE id = %d' % batch)[0][0])
        assert not start <= moved <= start + datetime.timedelta(days=1), moved
        assert ask(path, 'SELECT count (*) FROM batch_change WHERE batch = %d' % batch)[0][0] == 1
        window.gone('push button', 'Move 2 Batches')
        window.key('ctrl+z')
        becomes(window, path, start, batch)


def test_told():
    """of a batch of which people were told it is asked why it moves, and that is kept"""
    start = monday(4)
    path, batch = alone('told.patal', start, status='published')
    with calendar(path) as window:
        take_last(window)
        window.key('alt+Right')
        window.find('label', 'People were told of batch *')
        becomes(window, path, start, batch)
        window.click('push button', 'Move')
        becomes(window, path, start + datetime.timedelta(days=1), batch)
        assert ask(path, 'SELECT was_day FROM batch_change WHERE batch = %d' % batch) == [(start.isoformat(),)]
        window.key('ctrl+z')
        becomes(window, path, start, batch)


driver.run([test_views, test_moved, test_refused, test_pinned, test_hit, test_told])
