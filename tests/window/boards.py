"""What the tests of the tab of citizen information boards have in common.

SPDX-License-Identifier: GPL-3.0-or-later
"""
import os
import sqlite3
import subprocess
import time

import driver
from driver import Window, demo, remember

NAMES = ['Gaurav path at Kosa', 'Check dam on the Lilagar', 'Shed for the cattle of Ramkumar']


def works_file():
    """Three works of one panchayat, the last one of a beneficiary; the totals of the second are not what its parts add up to."""
    path = os.path.join(driver.HOME, 'works.csv')
    with open(path, 'w', encoding='utf-8') as file:
        file.write('gp_lgd,name of work,work code,kind,status,start,completed on,wage,material,total\n'
                   '990261,%s,W/1,community,completed,01.11.2024,20.12.2024,60000,40000,100000\n'
                   '990261,%s,W/2,community,in progress,05.11.2024,,70000,30000,110000\n'
                   '990261,%s,W/3,individual,sanctioned,,,50000,20000,70000\n' % tuple(NAMES))
    return path


def district(name):
    """The demonstration with no works but those."""
    path = demo(name)
    subprocess.run([os.environ['PATAL'], '--file', path, 'import', 'works', works_file()], check=True, capture_output=True)
    return path


def open_boards(path):
    """The tab in English, with the list narrowed to the three works."""
    remember()
    window = Window(path)
    window.find('label', '640 gram panchayats*')
    window.key('alt+7')
    window.find('list', 'Works')
    return window


def narrow(window):
    """To the panchayat of the three works, by typing its name."""
    window.click('push button', 'All blocks')
    window.type('990261')
    window.until(lambda: window.find_now('label', 'Akalsari*'), 'the place')
    window.key('Return')
    window.find('push button', 'Akalsari*')


def board(window):
    """What a screen reader is told of the board that shows: its name, and what it says."""
    node = window.find_now('image', 'Board*')
    return '%s | %s' % (node.name, node.description) if node else ''


def choose(window, name):
    """A work by its name in the search over everything; its board shows."""
    window.key('ctrl+f')
    window.type(name)
    window.until(lambda: window.find_now('label', name + '*'), 'a hit')
    window.key('Return')
    window.until(lambda: name in board(window), 'the board of ' + name)


def pick(window, combo, *keys):
    """One of a drop-down, by keys: its rows say nothing to libatspi."""
    window.focus('combo box', combo)
    for key in keys + ('Return',):
        time.sleep(0.2)
        window.key(key)


def pick_on_paper(window, combo, *keys):
    """The same in the dialog, where no window manager says which window is the active one."""
    window.click('push button', combo)
    time.sleep(0.5)  # it opens
    for key in keys + ('Return',):
        window.key(key)


def setting(path, key):
    """What the file holds of it."""
    with sqlite3.connect('file:%s?mode=ro' % path, uri=True) as file:
        row = file.execute('SELECT value FROM setting WHERE key = ?', (key,)).fetchone()
    return row[0] if row else None


def preferences_of_boards(window):
    """From the main menu."""
    window.main_menu('Preferences of Boards…')
    window.find('text', 'Ombudsman (Hindi)')
