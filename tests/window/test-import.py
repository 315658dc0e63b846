#!/usr/bin/python3
"""The import assistant: tables as offices have them, and files that are none, through to a decision about each row.

SPDX-License-Identifier: GPL-3.0-or-later
"""
import os
import sys

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
import driver  # noqa: E402
from driver import HOME, Window, patal, remember  # noqa: E402

driver.reenter()
UNITS = ('block,gram panchayat,lgd code,population\nAkaltara,Amora,990001,900\nAkaltara,Bargaon,990002,800\n'
         'Akaltara,Chandanpur,990003,700\n')
HEADINGS = 'block,gram panchayat,lgd code,booth\n'


def district(name):
    """A small district: what a window does not show need not be walked through."""
    path = os.path.join(HOME, name)
    for arguments in (['new', path, '--state', 'CG', '--district', 'Janjgir'],
                      ['--file', path, 'import', 'units', table('units.csv', UNITS)]):
        status, _, errors = patal(*arguments)
        assert status == 0, errors
    return path


def table(name, text, encoding='utf-8'):
    path = os.path.join(HOME, name)
    with open(path, 'wb') as file:
        file.write(text if isinstance(text, bytes) else text.encode(encoding))
    return path


def english(path):
    remember()
    window = Window(path)
    window.find('label', '3 gram panchayats*')
    return window


def choose(window, source):
    """Opens the assistant where it is not open, and chooses a file in it."""
    if not window.find_now('push button', 'Choose a File…'):
        window.key('ctrl+i')
    window.choose_file('Choose a File…', source)


def preview(window):
    window.click('push button', 'Preview')


def journal(path):
    status, out, errors = patal('--file', path, 'journal')
    assert status == 0, errors
    return out


def test_both_sides():
    """a doubtful row shows both sides and is decided by a key; a changed one shows old and new; totals do not count"""
    path = district('sides.patal')
    source = table('sides.csv', HEADINGS + 'Akaltara,Amoraa,,5\nAkaltara,Bargaona,,5\nAkaltara,Chandanpur,,5\n'
                   'Akaltara,Nayakheda Naya,995011,\n' + HEADINGS + 'Total,,,15\n')
    with english(path) as window:
        choose(window, source)
        window.find('label', '1 column is not read: booth')
        preview(window)
        window.find('label', '2 lines repeat the headings, give a total or say who signs; they are not counted.')
        window.find('*', 'All 4')
        window.find('*', 'Doubtful 2')
        window.find('label', 'In the table')
        window.find('label', 'In your file')
        window.find('label', 'Amoraa')
        window.find('label', 'Amora')
        window.find('label', '990001')
        window.find('push button', '*Import 1 Row')
        window.key('3')
        window.find('push button', '*Import 2 Rows')
        window.key('2')  # the cursor went on to the second
        window.find('push button', '*Import 3 Rows')
        assert not window.unnamed(), window.unnamed()
        window.click('*', '1  Leave out')
        window.click('push button', 'Decide All 2 Alike')
        window.find('push button', '*Import 1 Row')
        window.click('push button', '*Import 1 Row')
        window.find('push button', '*Undo the Import')
        window.gone('label', '*merged or changed')
        assert '995011' in patal('--file', path, 'search', '995011')[1]


def test_twin_in_list():
    """a doubtful row whose twin stands earlier in the same list is shown beside that line, not beside the file"""
    with english(district('twin.patal')) as window:
        choose(window, table('twin.csv', 'block,gram panchayat,lgd code\nAkaltara,Nayakheda Naya,995031\nAkaltara,Nayakheda Nayaa,\n'))
        preview(window)
        window.find('label', 'Line 2 of this list')
        window.find('label', '*, line 2 of this list')
        assert not window.find_now('label', 'In your file')


def test_changed():
    """a changed row says what was and what will be; the result tells it from what is new"""
    path = district('changed.patal')
    with english(path) as window:
        choose(window, table('changed.csv', 'block,gram panchayat,lgd code,population\nAkaltara,Amora,990001,7654\n'
                             'Akaltara,Nayakheda Naya,995011,100\nAkaltara,Sonbarsa Naya,995012,100\n'))
        preview(window)
        window.find('label', 'Population: 900 → 7654')
        window.click('push button', '*Import 3 Rows')
        window.find('label', '2 new, 1 merged or changed')


def test_shared():
    """what no column gives is typed once for all rows, is asked no more once a column gives it, and a wrong value is told beside it"""
    path = district('shared.patal')
    with english(path) as window:
        window.key('alt+7')
        choose(window, table('shared.csv', 'block,gram panchayat,work name,fy\nAkaltara,Amora,Pond,2025-26\nAkaltara,Bargaon,Well,2025-26\n'))
        window.find('label', 'Scheme, Implementing agency, Category of the work, Wage rate per day, Status, Convergence')
        window.click('*', 'In No Column, but the Same for All Rows?')
        window.set('text', 'Scheme', 'Unheard of')
        preview(window)
        window.find('label', 'Scheme “Unheard of”, for all rows: There is no scheme*')
        window.set('text', 'Scheme', '')
        window.set('text', 'Implementing agency', 'Gram panchayat')
        preview(window)
        window.click('push button', '*Import 2 Rows')
        window.find('push button', '*Undo the Import')
    out = os.path.join(HOME, 'shared-out.csv')
    assert patal('--file', path, 'report', 'works', '--lang', 'en', '--out', out)[0] == 0
    with open(out, encoding='utf-8-sig') as file:
        assert file.read().count('Gram panchayat') >= 2


def test_other_district():
    """another district's list is asked about, and no takes nothing"""
    path = district('other.patal')
    before = journal(path)
    with english(path) as window:
        choose(window, table('other.csv', 'district,block,gp name\nHaridwar,Laksar,Sultanpur\nHaridwar,Laksar,Bhogpur\n'))
        preview(window)
        window.find('label', '2 rows of this table are of the district Haridwar, but your file is of *')
        window.click('push button', '*Import 2 Rows')
        window.find('push button', '*Import All the Same')
        window.click('push button', 'Cancel')
        window.gone('push button', '*Import All the Same')
        assert journal(path) == before


def test_no_table():
    """a photo and an old .xls are each refused in words; CSV in UTF-16 is read"""
    files = [('photo.csv', b'\x89PNG\r\n\x1a\n' + bytes(range(256)), '*photo.csv* It is a picture. *'),
             ('old.csv', b'\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1' + bytes(2048), '*old.csv* the old format of Excel (.xls)*')]
    for name, content, sentence in files:
        with english(district(name + '.patal')) as window:
            choose(window, table(name, content))
            window.find('label', sentence)
    with english(district('wide.patal')) as window:
        choose(window, table('wide.csv', HEADINGS + 'x,y,1,2\n', 'utf-16'))
        window.find('label', 'CSV, UTF-16*')


def test_kruti_dev():
    """a column in Kruti Dev is found, shown before and after, and may be switched back"""
    typed = ['vdyrjk', 'tkatxhj', 'pkaik', 'lDrh', 'ekydjkSnk', 'Mhkjk', 'cyksnk', 'uokx<+']
    source = table('legacy.csv', 'block,gram panchayat\n' + ''.join('%s,%s\n' % (w, w) for w in typed))
    with english(district('legacy.patal')) as window:
        choose(window, source)
        window.find('label', 'Before: vdyrjk*After: अकलतरा*')
        window.click('check box', 'Kruti Dev font')
        window.until(lambda: len([n for n in window.walk() if n.name.startswith('vdyrjk')]) >= 1, 'the plain text')


def test_cancel():
    """cancelling while the rows are compared leaves all as it was and comes back to the columns"""
    path = district('cancel.patal')
    before = journal(path)
    rows = ''.join('Block %d,Village %d\n' % (i % 50, i) for i in range(400000))
    with english(path) as window:
        choose(window, table('huge.csv', 'block,gram panchayat\n' + rows))
        window.find('*', 'Preview', 60)
        preview(window)
        window.click('push button', 'Cancel')
        window.find('push button', 'Preview')
        assert not window.find_now('*', 'All 4,00,000')
        assert journal(path) == before


def test_refused_saved():
    """what was refused is saved as a table, with the reason beside each row"""
    path = district('refused.patal')
    out = os.path.join(HOME, 'left-out.csv')
    with english(path) as window:
        choose(window, table('refused.csv', 'block,gram panchayat,lgd code\nAkaltara,Nayakheda Naya,995021\nAkaltara,Wrong,12x\n'))
        preview(window)
        window.click('push button', '*Import 1 Row')
        window.choose_file('*Save the Refused Rows…', out)
        window.until(lambda: os.path.exists(out), 'the table of refused rows')
        with open(out, encoding='utf-8-sig') as file:
            assert '12x' in file.read()


WORKS = ('Works (Rs. in lakhs),,,,,\nBlock,Panchayat,Work Name,Work Code,Sanctioned Amount,\n,,,,Unskilled,Total\n'
         'Akaltara,Amora,Construction of a well,3316004012/IF/9,0.9,%s\n')


def test_works():
    """a list of works, in lakh and below headings that span others, says what a work was and will be, and what was left out"""
    path = district('works.patal')
    status, _, errors = patal('--file', path, 'import', 'works', table('works.csv', WORKS % '1.5'))
    assert status == 0, errors
    with english(path) as window:
        window.key('ctrl+i')
        window.find('push button', 'Choose a File…')
        window.focus('combo box', 'What is in the table')
        for key in ['space'] + ['Down'] * 4 + ['Return']:
            window.key(key)
        window.find('label', 'Works')
        window.choose_file('Choose a File…', table('more.csv', WORKS % '2' + 'Akaltara,Amoraa,Construction of a shed,,0.9,1\n'))
        window.find('label', 'Sanctioned Amount Total (in lakh)')
        preview(window)
        window.click('push button', 'Changed 1')
        window.find('label', 'Sanctioned: total: 1,50,000 → 2,00,000')
        window.click('push button', '*Import 1 Row')
        window.find('label', '0 new, 1 merged or changed?1 doubtful row was left out.')


driver.run([test_both_sides, test_twin_in_list, test_changed, test_other_district, test_no_table, test_kruti_dev, test_cancel, test_refused_saved,
            test_works, test_shared])
