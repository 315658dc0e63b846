#!/usr/bin/python3
"""Planning a training in the real window, and the lists that stand beside it. TAP.

SPDX-License-Identifier: GPL-3.0-or-later
"""
import datetime
import os
import sqlite3
import sys
import time

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
import driver  # noqa: E402
from driver import Window, demo, patal, remember  # noqa: E402

driver.reenter()
YEAR = datetime.date.today().year + 1  # a plan is of days to come
TRAININGS = 'SELECT count (*) FROM training'


class Office(Window):
    """Looks at the front window only: what asks is modal."""

    def windows(self):
        open_ones = super().windows()
        asking = [w for w in open_ones if not w.name.endswith(' · Gram Patal')]
        return (asking or open_ones)[-1:]


def ask(path, sql, *arguments):
    """One value of the file, read beside the window."""
    with sqlite3.connect('file:%s?mode=ro' % path, uri=True, timeout=10) as db:
        row = db.execute(sql, arguments).fetchone()
    return row[0] if row else None


def becomes(window, path, wanted, sql, *arguments):
    window.until(lambda: ask(path, sql, *arguments) == wanted, '%r from %s' % (wanted, sql))


def show(window, section, sign):
    """A section of the tab, once what it lists has come. A click is lost while one tab is still fading into the next."""
    def seen():
        window.focus('list item', section)
        time.sleep(0.5)
        return window.find_now('label', sign)
    window.until(seen, 'section ' + section)


def training_tab(window, section, sign):
    window.find('label', '640 gram panchayats*')
    window.key('alt+8')
    show(window, section, sign)


def begin(window, first, last):
    """The steps up to the search, for the first course and next year's window."""
    window.click('push button', 'Plan a training')
    window.find('*', 'First day')
    window.set('text', 'First day', first)
    window.set('text', 'Last day', last)
    assert not window.unnamed() and not window.misnamed()
    window.click('push button', 'Next')
    window.find('label', 'Trainers who take part')
    window.until(lambda: any(n.role == 'check box' for n in window.visible()), 'trainers and venues to tick')
    assert not window.unnamed()
    window.click('push button', 'Next')
    window.find('label', 'Places with other days')


def test_accept():
    """a training is planned, seen before anything is written, accepted as one step, and undone"""
    remember()
    path = demo('plan.patal')
    before, batches = ask(path, TRAININGS), ask(path, 'SELECT count (*) FROM batch')
    with Office(path) as window:
        training_tab(window, 'Trainings', '* trainings')
        begin(window, '01.04.%d' % YEAR, '30.06.%d' % YEAR)
        window.click('push button', 'Find a Plan')
        window.find('push button', 'Accept the Plan', 120)
        window.find('label', '* batches from 0?.04.%d to *' % YEAR)
        window.find('label', '*that is proved.')
        window.find('list item', '*batches have a day*')
        assert not window.unnamed() and not window.misnamed()
        assert ask(path, TRAININGS) == before and ask(path, 'SELECT count (*) FROM batch') == batches
        window.click('push button', 'Accept the Plan')
        becomes(window, path, before + 1, TRAININGS)
        assert ask(path, 'SELECT count (*) FROM batch') > batches
        window.find('label', '%d trainings' % (before + 1))
        window.key('ctrl+z')
        becomes(window, path, before, TRAININGS)
        assert ask(path, 'SELECT count (*) FROM batch') == batches
        window.find('label', '%d trainings' % before)
    assert patal('--file', path, 'check')[0] == 0


def test_refused():
    """days that run backwards are refused where they stand; a plan that cannot be says why and what would help, once for all its batches"""
    remember()
    path = demo('refused.patal')
    before = ask(path, TRAININGS)
    with Office(path) as window:
        training_tab(window, 'Trainings', '* trainings')
        window.click('push button', 'Plan a training')
        window.find('*', 'First day')
        window.set('text', 'Last day', '31.03.%d' % (YEAR - 1))
        window.click('push button', 'Next')
        window.find('label', 'The window ends before it begins*')
        window.set('text', 'First day', '05.04.%d' % YEAR)
        window.set('text', 'Last day', '07.04.%d' % YEAR)
        window.click('push button', 'Next')
        window.find('label', 'Trainers who take part')
        window.click('push button', 'Next')
        window.click('push button', 'Find a Plan')
        window.find('push button', 'Accept the Plan', 120)
        window.find('label', '*The window would have to be longer by at least * day*')
        told = [n.name for n in window.walk() if n.role == 'label' and ' without a date: ' in n.name]
        assert told and len(told) == len({line.rsplit('. ', 2)[-2] for line in told}), told
        window.click('push button', 'Back')
        window.find('label', 'Places with other days')
        window.key('Escape')
        window.find('label', '* trainings')
    assert ask(path, TRAININGS) == before


def test_lists():
    """trainers, courses and the annual plan are listed; a line of the plan above a quarter of its component is refused, a right one is undone"""
    remember()
    path = demo('lists.patal')
    lines = 'SELECT count (*) FROM plan_line'
    before = ask(path, lines)
    with Office(path) as window:
        training_tab(window, 'Master Trainers', '* master trainers')
        window.click('push button', 'Add a master trainer')
        window.find('*', 'Subjects')
        window.click('push button', 'Save')
        window.find('label', 'Choose who it is')
        assert not window.unnamed() and not window.misnamed()
        window.key('Escape')
        window.find('label', '* master trainers')
        show(window, 'Courses', '* courses')
        show(window, 'Annual Plan', '* line*; proposed*')
        shown = window.find('label', '* line*; proposed*').name
        window.click('push button', 'Add a line')
        window.set('text', 'Name, where it is no course', 'Testing line')
        window.click('check box', 'Additional requirement*')
        window.set('text', 'or an amount, ₹', '900000000')
        window.click('push button', 'Save')
        window.find('label', '*quarter*')
        assert ask(path, lines) == before
        window.click('check box', 'Additional requirement*')
        window.set('text', 'or an amount, ₹', '50000')
        window.find('label', 'Proposed: ₹ 50,000.*')
        window.click('push button', 'Save')
        becomes(window, path, before + 1, lines)
        window.gone('label', shown)
        window.key('ctrl+z')
        becomes(window, path, before, lines)
        window.find('label', shown)
    assert patal('--file', path, 'check')[0] == 0


def test_copied():
    """a training is copied into the next year from its window, as one edit"""
    remember()
    path = demo('copied.patal')
    with Office(path) as window:
        training_tab(window, 'Trainings', '* trainings')
        window.point(window.find('label', '2026-27'))
        window.key('Return')
        window.click('push button', 'Copy…')
        window.find('label', 'Copy into Another Year')
        window.click('push button', 'Save')
        window.find('label', 'Copied into *')
        window.find('label', '* copied: *')
        window.click('push button', 'Close')
        assert ask(path, TRAININGS) == 3
        window.key('ctrl+z')
        becomes(window, path, 2, TRAININGS)


driver.run([test_accept, test_refused, test_lists, test_copied])
