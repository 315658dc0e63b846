#!/usr/bin/python3
"""A work, its board and its file in the tab of boards: entered by keys, refused at the field, photographed, ticked. TAP.

SPDX-License-Identifier: GPL-3.0-or-later
"""
import os
import sqlite3
import struct
import sys
import zlib

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
import driver  # noqa: E402
from driver import Window, demo, patal, remember  # noqa: E402

driver.reenter()


def ask(path, sql):
    """What the file says, read beside the window."""
    file = sqlite3.connect('file:%s?mode=ro' % path, uri=True)
    try:
        return file.execute(sql).fetchone()[0]
    finally:
        file.close()


def ours(controls):
    """Those in the form; the list beside it has tests of its own."""
    return [control for control in controls if 'PatalPlaceButton' not in control]


def open_boards(path):
    window = Window(path)
    window.find('label', '640 gram panchayats*')
    window.click('page tab', 'Boards')
    window.find('label', '*works')
    return window


def enter_work(window, path, name):
    """With nothing but keys, once the form is there."""
    window.click('push button', 'Enter a work')
    window.find('label', 'New Work')
    window.key('Return')  # the panchayat has the focus
    window.find('label', 'Nothing found yet')
    window.type('Akalsari')
    window.find('label', 'Akalsari, Deokunda*')
    window.key('Return')
    window.find('push button', '*Akalsari, Deokunda*')
    for _ in range(3):
        window.key('Tab')
    window.type(name)
    window.key('Return')
    window.until(lambda: ask(path, "SELECT count (*) FROM work WHERE name_en = '%s'" % name) == 1, 'the work in the file')
    window.find('page tab', 'Work File')


def test_by_keys():
    """a new work is entered with keys alone; undo takes it away again"""
    remember()
    path = demo('keys.patal')
    with open_boards(path) as window:
        enter_work(window, path, 'Check dam of the test')
        window.until(lambda: not ours(window.unnamed()), 'a name for every control')
        window.click('push button', 'Undo: Added Check dam of the test')
        window.until(lambda: ask(path, "SELECT count (*) FROM work WHERE name_en = 'Check dam of the test'") == 0, 'no work')
        window.gone('page tab', 'Work File')  # back in the list
    assert patal('--file', path, 'check')[0] == 0


def test_wrong_amount():
    """an amount that is none is said at its field and keeps the form; undo takes back what is typed, and no edit"""
    remember()
    path = demo('amount.patal')
    with open_boards(path) as window:
        enter_work(window, path, 'Pond of the test')
        window.set('text', 'Wage', 'much')
        window.find('label', 'Write an amount in rupees*')
        window.click('push button', 'Back to the list')
        window.is_value('Wage', 'much')
        window.set('text', 'Wage', '1.5 lakh')
        window.gone('label', 'Write an amount in rupees*')
        window.set('text', 'Material', '95,000/-')
        window.click('push button', 'Take the sum: 2,45,000')
        window.is_value('Total', '2,45,000')
        window.click('push button', 'Undo: What was typed for Pond of the test')
        window.is_value('Total', '')
        window.find('push button', 'Undo: Added Pond of the test')


def test_board():
    """a board built before the work began is refused; its photo is kept in the file"""
    remember()
    path = demo('board.patal')
    photo = os.path.join(driver.HOME, 'photo.png')
    with open(photo, 'wb') as file:
        def part(kind, data):
            return struct.pack('>I', len(data)) + kind + data + struct.pack('>I', zlib.crc32(kind + data))
        file.write(b'\x89PNG\r\n\x1a\n' + part(b'IHDR', struct.pack('>IIBBBBB', 64, 48, 8, 2, 0, 0, 0))
                   + part(b'IDAT', zlib.compress((b'\0' + b'\x40\x80\xc0' * 64) * 48)) + part(b'IEND', b''))
    with open_boards(path) as window:
        enter_work(window, path, 'Road of the test')
        window.set('text', 'Work began on', '1.5.2025')
        window.click('page tab', 'Board')
        window.until(lambda: ask(path, "SELECT start_day FROM work WHERE name_en = 'Road of the test'") == '2025-05-01', 'the first day')
        window.set('text', 'Built on', '20.4.2025')
        window.find('label', 'The board is built once the work has begun*')
        window.set('text', 'Built on', '20.5.2025')
        window.gone('label', 'The board is built once the work has begun*')
        window.choose_file('Attach a Photo…', photo)
        window.find('push button', 'Remove the Photo')
        window.click('page tab', 'Work')  # leaving a part saves it
        window.until(lambda: ask(path, 'SELECT count (*) FROM board AS b JOIN work AS w ON w.id = b.work '
                                       "WHERE w.name_en = 'Road of the test' AND b.photo IS NOT NULL") == 1, 'the photo')
        window.until(lambda: not ours(window.unnamed()), 'a name for every control')
    assert patal('--file', path, 'check')[0] == 0


def test_file():
    """documents are ticked with the space bar, and the share follows"""
    remember()
    path = demo('file.patal')
    with open_boards(path) as window:
        enter_work(window, path, 'Well of the test')
        window.click('page tab', 'Work File')
        window.find('label', '0 of 22 documents*')
        window.focus('label', 'Space: there or not*')
        window.key('Tab')
        window.key('space')
        window.find('label', '1 of 22 documents*')
        window.key('Down')
        window.key('space')
        window.find('label', '2 of 22 documents*')
        window.key('Return')
        window.set('text', 'From page', '4')
        window.set('text', 'To page', '2')
        window.find('label', 'The last page comes before the first')
        window.set('text', 'To page', '6')
        window.click('page tab', 'Work')
        window.until(lambda: ask(path, 'SELECT max (page_to) FROM work_doc AS d JOIN work AS w ON w.id = d.work '
                                       "WHERE w.name_en = 'Well of the test'") == 6, 'the pages')


def test_template():
    """a template that is none lists its faults by line, and changes nothing"""
    remember()
    path = demo('template.patal')
    broken = os.path.join(driver.HOME, 'mine.txt')
    with open(broken, 'w', encoding='utf-8') as file:
        file.write('[board]\nname.en = Ours\nsize = huge\n\n[field nonsense]\n')
    with Window(path) as window:
        window.find('label', '640 gram panchayats*')
        window.key('ctrl+comma')
        window.click('page tab', 'Office')
        window.click('list item', 'Settings of boards*')
        window.click('page tab', 'Templates')
        window.choose_file('Add From a File…', broken)
        window.find('label', '*Is No Template Yet')
        window.find('label', 'Line 3: *')
        window.find('label', 'Line 5: *')
        assert ask(path, 'SELECT count (*) FROM board_template') == 0


if __name__ == '__main__':
    driver.run([test_by_keys, test_wrong_amount, test_board, test_file, test_template])
