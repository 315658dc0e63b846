#!/usr/bin/python3
"""The tab of citizen information boards: the list of works, the board beside it, the form it follows, and boards on paper. TAP.

SPDX-License-Identifier: GPL-3.0-or-later
"""
import os
import sqlite3
import subprocess
import sys
import time

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
import driver  # noqa: E402
from driver import Window, demo, remember  # noqa: E402

driver.reenter()

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


def absent(path):
    """The positions of a kind and a status of which the panchayat has no work."""
    with sqlite3.connect('file:%s?mode=ro' % path, uri=True) as file:
        there = set(file.execute("SELECT kind, status FROM work JOIN unit ON unit.id = work.gp WHERE unit.lgd_code = '990261'"))
    return next((k, s) for k, kind in enumerate(['community', 'individual'], 1)
                for s, status in enumerate(['sanctioned', 'ongoing', 'completed', 'closed'], 1) if (kind, status) not in there)


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


def open_form(window, name):
    choose(window, name)
    window.click('push button', "Open the work's form")
    window.find('text', 'Code of the work*')


def pdf_text(path):
    return subprocess.run(['pdftotext', path, '-'], capture_output=True, text=True).stdout


def test_search():
    """the search over everything finds a work, and its board stands beside the list and says its name"""
    with open_boards(district('boards-search.patal')) as window:
        choose(window, NAMES[0])
        assert '1,00,000' in board(window), board(window)
        assert not window.unnamed(), window.unnamed()
        assert not window.misnamed(), window.misnamed()


def test_filters():
    """the list is narrowed by place and by kind, and widened again from the page that says that nothing is left"""
    path = district('boards-filters.patal')
    with open_boards(path) as window:
        counter = window.until(lambda: window.find_now('label', '* works'), 'the counter').name
        narrow(window)
        window.until(lambda: window.find_now('label', '* works').name != counter, 'fewer works')
        for filter_name, position in zip(('Kind of work', 'Status of the work'), absent(path)):
            pick(window, filter_name, *['Down'] * position)
        window.find('label', 'No Such Work')
        window.click('push button', 'Show All')
        window.find('label', counter)


def test_completed():
    """a completed work shows how it ended, until its beginning is chosen; that stays for the next one"""
    with open_boards(district('boards-completed.patal')) as window:
        choose(window, NAMES[1])
        choose(window, NAMES[0])
        window.until(lambda: '20.12.2024' in board(window), 'the last day')
        window.click('push button', 'At Start')
        window.until(lambda: '20.12.2024' not in board(window), 'the empty box')
        choose(window, NAMES[1])
        choose(window, NAMES[0])
        assert '20.12.2024' not in board(window), board(window)
        window.click('push button', 'Completed')
        window.until(lambda: '20.12.2024' in board(window), 'the last day again')


def test_typed():
    """the board follows what is typed, before it is saved"""
    with open_boards(district('boards-typed.patal')) as window:
        open_form(window, NAMES[0])
        window.set('text', 'Code of the work*', 'W/1/CHANGED')
        window.until(lambda: 'W/1/CHANGED' in board(window), 'the typed code on the board')


def test_remedy():
    """a finding names what is wrong, and its button mends it in the form"""
    with open_boards(district('boards-remedy.patal')) as window:
        choose(window, NAMES[1])
        window.click('push button', '*1,00,000*')
        window.until(lambda: '1,00,000' in board(window) and '1,10,000' not in board(window), 'the mended total')


def test_keyboard():
    """by keys alone: a row of the board is chosen and pressed, and its field has the focus"""
    with open_boards(district('boards-keys.patal')) as window:
        choose(window, NAMES[0])
        for _ in range(30):
            node = window.find('image', 'Board*')
            if node.has('FOCUSED'):
                break
            window.key('Tab')
        window.key('Home')
        window.until(lambda: 'Name of work' in board(window).split('|')[0] or 'कार्य का नाम' in board(window).split('|')[0],
                     'the first row')
        window.key('Return')
        window.until(lambda: window.find_now('text', 'Name (*') is not None, 'the form')
        entry = window.until(lambda: next((n for n in window.walk() if n.role == 'text'
                                           and n.has('FOCUSED')), None), 'the focus in a field')
        assert 'Name' in entry.name, entry.name


def test_pdf():
    """the works that are listed are saved as PDF, each with its name, and nothing else"""
    path = os.path.join(driver.HOME, 'list.pdf')
    with open_boards(district('boards-pdf.patal')) as window:
        narrow(window)
        choose(window, NAMES[2])
        window.key('ctrl+p')
        window.find('label', '1 board · 1 sheet')
        pick_on_paper(window, 'Boards', 'Down')
        window.until(lambda: window.find_now('label', '* boards · * sheets'), 'the pages of the list')
        window.choose_file('Save as PDF…', path)
        window.find('label', 'Exported as list.pdf')
    text = pdf_text(path)
    for name in NAMES:
        assert name in text, (name, text[:2000])


def test_first_print():
    """what goes to the site is kept, in one edit; it is told, and taken away again, and undo brings it back"""
    path = os.path.join(driver.HOME, 'site.pdf')
    with open_boards(district('boards-print.patal')) as window:
        choose(window, NAMES[0])
        window.click('push button', 'Print or export boards')
        pick_on_paper(window, 'What to print', 'Down')
        window.find('label', 'What goes to the site is the first print*')
        window.until(lambda: window.find_now('label', '1 board · *'), 'the sheets')
        window.choose_file('Save as PDF…', path)
        window.find('label', 'Exported as site.pdf')
        window.key('Escape')
        window.find('label', 'The first print of*')
        window.click('push button', 'Take the first print away')
        window.gone('label', 'The first print of*')
        window.key('ctrl+z')
        window.find('label', 'The first print of*')


def test_cancel():
    """laying out all boards of the file can be stopped"""
    with open_boards(district('boards-cancel.patal')) as window:
        choose(window, NAMES[0])
        window.key('ctrl+p')
        window.find('label', '1 board · 1 sheet')
        pick_on_paper(window, 'Boards', 'Down', 'Down')
        window.click('push button', 'Stop')
        window.key('Escape')
        window.find('list', 'Works')
        window.gone('push button', 'Stop')


def setting(path, key):
    """What the file holds of it."""
    with sqlite3.connect('file:%s?mode=ro' % path, uri=True) as file:
        row = file.execute('SELECT value FROM setting WHERE key = ?', (key,)).fetchone()
    return row[0] if row else None


def preferences_of_boards(window):
    """From the main menu."""
    window.key('F10')
    window.click('menu item', 'Preferences of Boards…')
    window.find('text', 'Ombudsman (Hindi)')


def test_faults():
    """before boards are printed the window says how much is to be looked at, names it, and leads back to the field"""
    with open_boards(district('boards-faults.patal')) as window:
        choose(window, NAMES[1])
        window.key('ctrl+p')
        window.find('label', '1 board · 1 sheet')
        window.click('push button', '* to look at')
        window.find('list item', '*the total says Rs 1,10,000')
        window.key('Home')
        window.key('Down')
        window.key('Return')
        window.find('text', 'Code of the work*')
        window.until(lambda: any(n.name.startswith('Village') for n in window.walk() if n.role == 'text' and n.has('FOCUSED')),
                     'the focus in the field of the second')


def test_settings_kept():
    """what is typed into the settings of boards is saved by leaving the row and by closing the window, without its tick"""
    path = district('boards-settings.patal')
    with open_boards(path) as window:
        preferences_of_boards(window)
        window.set('text', 'Ombudsman (Hindi)', 'रमेश साहू')
        window.set('text', 'Phone of the ombudsman', '07817-222333')
        window.key('Escape')
        window.until(lambda: setting(path, 'board-ombudsman-phone') == '07817-222333', 'the telephone in the file')
        assert setting(path, 'board-ombudsman') == 'रमेश साहू'


driver.run([test_search, test_filters, test_completed, test_typed, test_remedy, test_keyboard, test_pdf, test_first_print, test_cancel,
            test_settings_kept, test_faults])
