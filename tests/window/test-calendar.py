#!/usr/bin/python3
"""The calendar's page: a report out of it, a blackout in and out again, the days by keyboard. TAP.

SPDX-License-Identifier: GPL-3.0-or-later
"""
import datetime
import os
import re
import sys
import zipfile

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
import driver  # noqa: E402
from driver import HOME, Window, demo, patal, remember  # noqa: E402

driver.reenter()


def calendar(name):
    """A window in English on a demonstration district of its own, at its calendar."""
    remember(last_section='calendar')
    window = Window(demo(name))
    window.find('push button', 'Confirm by Order*')
    return window


def working_days(window):
    return int(window.find('label', '* working days: *').text().split()[0])


def shown_texts(path):
    with zipfile.ZipFile(path) as book:
        return re.findall(r'<t[^>]*>([^<]*)</t>', book.read('xl/worksheets/sheet1.xml').decode('utf-8'))


def test_export():
    """a report goes through to the file, with its ending; where nothing can be written, a sentence says so"""
    path = os.path.join(HOME, 'out', 'list.xlsx')
    os.makedirs(os.path.dirname(path))
    with calendar('export.patal') as window:
        window.key('ctrl+e')
        window.find('label', 'State as on the day')
        window.choose_file('Export…', '/sys/kernel/list')
        window.find('label', 'You may not write “list.xlsx” there. Choose another folder.')
        window.choose_file('Export…', path[:-len('.xlsx')])
        window.until(lambda: os.path.exists(path), 'the file')
        window.find('push button', 'Open Folder')
        assert window.find_now('label', 'Exported as list.xlsx')
    texts = shown_texts(path)
    assert texts[0].startswith('Holidays of the financial year'), texts[:3]
    assert 'unverified' in texts and not [t for t in texts if t.endswith('(unverified)')], texts
    assert os.listdir(os.path.dirname(path)) == ['list.xlsx']


def begin_blackout(window):
    window.menu('Add a holiday or a blackout', 'Blackout…')
    window.find('text', 'Until')


def test_blackout():
    """a blackout takes its working days away, and undo gives them back; its place is chosen by keyboard"""
    path = os.path.join(HOME, 'blackout.patal')
    with calendar('blackout.patal') as window:
        before = working_days(window)
        year = window.find('label', 'Year *').text().split()[1].split('-')[0]
        begin_blackout(window)
        window.set('text', 'From', '16.12.%s' % year)
        window.set('text', 'Until', '9.12.%s' % year)
        window.click('push button', 'Save')
        window.find('label', '*before*')
        window.set('text', 'Until', '19.12.%s' % year)
        window.click('push button', 'Save')
        window.until(lambda: working_days(window) < before, 'fewer working days')
        window.click('push button', 'Undo: Added a blackout*')
        window.until(lambda: working_days(window) == before, 'the working days of before')

        begin_blackout(window)
        window.key('space')
        window.find('entry', 'Place, and all that lies in it')
        window.type('Boirtara')
        window.find('label', 'Boirtara, Block · 9901')
        window.find('label', 'Boirtara, Boirtara · 990121')
        window.key('Down')
        window.key('Return')
        window.gone('label', 'Boirtara, Block · 9901')
        window.find('label', 'Boirtara, Boirtara · 990121')
        window.click('push button', 'Save')
        # from outside: GTK 4.8 takes it ill when the tree is walked while a dialog goes whose list had been shown
        window.until(lambda: 'बोइरतरा' in patal('--file', path, 'journal')[1].splitlines()[0], 'the blackout of the panchayat')


def test_days():
    """the arrow keys go from day to day, and the day says what it is"""
    with calendar('days.patal') as window:
        window.point(window.find('image', 'Year view of the holidays'))

        def day():
            view = window.find_now('image', '[1-9]* 20[0-9][0-9],*')
            return view and datetime.datetime.strptime(view.name.split(',')[0], '%d %B %Y').date()

        def press(key):
            before = day()
            window.key(key)
            return window.until(lambda: day() != before and day(), 'another day')

        first = press('Home') if press('Right').day > 1 else press('Down')
        assert press('Right') - first == datetime.timedelta(1)
        assert press('Down') - first == datetime.timedelta(8)
        assert press('End').month == first.month
        window.key('Return')
        window.find('push button', 'Save')


driver.run([test_export, test_blackout, test_days])
