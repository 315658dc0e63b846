#!/usr/bin/python3
"""The page that tells how far a course has come and who is left, in the real window. TAP.

SPDX-License-Identifier: GPL-3.0-or-later
"""
import csv
import os
import struct
import sys
import time

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
import driver  # noqa: E402
from driver import Window, demo, patal, remember  # noqa: E402

driver.reenter()


def report(path, name):
    """Its rows as the command line writes them: what the window shows must be the same."""
    out = path + '.' + name + '.csv'
    status, _, errors = patal('--file', path, 'report', name, '--format', 'csv', '--lang', 'en', '--out', out)
    assert status == 0, errors
    with open(out, encoding='utf-8-sig', newline='') as file:
        return list(csv.DictReader(file))


def counted(rows):
    """What stands above the list of those who are left."""
    vacant = sum(row['Reason'] == 'The post is vacant' for row in rows)
    return '%d %s · %d vacant post%s' % (len(rows) - vacant, 'person' if len(rows) - vacant == 1 else 'people', vacant, '' if vacant == 1 else 's')


def show(window):
    """The section, once its figures have come. A click is lost while one tab is still fading into the next."""
    def seen():
        window.focus('list item', 'Saturation')
        time.sleep(0.5)
        return window.find_now('label', '* eligible gram panchayats are trained')
    window.find('label', '640 gram panchayats*')
    window.key('alt+8')
    window.until(seen, 'the figures')


def test_saturation():
    """the figures of a block are those of the report; choosing it, and a reason, shows just those who are left so; a mop-up is planned for them"""
    remember()
    path = demo('saturation.patal')
    block = report(path, 'saturation')[0]
    left = report(path, 'left')
    here = [row for row in left if row['Block'] == block['Block']]
    vacant = [row for row in here if row['Reason'] == 'The post is vacant']
    assert 0 < len(vacant) < len(here) < len(left)
    with Window(path) as window:
        show(window)
        assert not window.unnamed() and not window.misnamed()
        window.find('label', counted(left))
        window.focus('list item', '%s: %s of %s eligible gram panchayats are trained, %s are left;*'
                     % (block['Block'], block['Trained'], block['Eligible'], block['Remaining']))
        window.find('label', 'Who is left in ' + block['Block'])
        window.find('label', counted(here))
        window.focus('combo box', 'Reason')
        window.find('list', '*')
        window.key('Down')
        window.key('Return')
        window.find('label', counted(vacant))
        window.click('push button', 'Plan a Mop-Up…')
        window.find('*', 'First day')


def test_picture():
    """the figures leave as a picture that a telephone shows whole"""
    remember()
    path = demo('picture.patal')
    picture = path + '.png'
    with Window(path) as window:
        show(window)
        window.choose_file('Save as a Picture', picture)
        window.find('label', 'Exported as *')
    with open(picture, 'rb') as file:
        head = file.read(24)
    assert head[:8] == b'\x89PNG\r\n\x1a\n' and struct.unpack('>II', head[16:24]) == (1080, 1350), head


driver.run([test_saturation, test_picture])
