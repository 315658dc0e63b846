#!/usr/bin/python3
"""The tab of citizen information boards: the list of works, the board beside it, the form it follows, and boards on paper. TAP.

SPDX-License-Identifier: GPL-3.0-or-later
"""
import os
import sqlite3
import subprocess
import sys

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
import driver  # noqa: E402
from boards import (NAMES, board, choose, district, narrow, open_boards, pick, pick_on_paper,  # noqa: E402
                    preferences_of_boards, setting)

driver.reenter()

def absent(path):
    """The positions of a kind and a status of which the panchayat has no work."""
    with sqlite3.connect('file:%s?mode=ro' % path, uri=True) as file:
        there = set(file.execute("SELECT kind, status FROM work JOIN unit ON unit.id = work.gp WHERE unit.lgd_code = '990261'"))
    return next((k, s) for k, kind in enumerate(['community', 'individual'], 1)
                for s, status in enumerate(['sanctioned', 'ongoing', 'completed', 'closed'], 1) if (kind, status) not in there)


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
