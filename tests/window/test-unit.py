#!/usr/bin/python3
"""The form of a gram panchayat: what is typed is neither lost nor mistaken for an edit. TAP.

SPDX-License-Identifier: GPL-3.0-or-later
"""
import os
import sys

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
import driver  # noqa: E402
from driver import Window, demo, patal, remember  # noqa: E402

driver.reenter()


def test_typing_first():
    """undo takes back what is typed, wherever the focus is, and no edit with it"""
    remember()
    path = demo('typing.patal')
    before = patal('--file', path, 'journal')[1]
    with Window(path) as window:
        window.find('label', '640 gram panchayats*')
        window.search('Akalsari')
        window.is_value('LGD code', '990261')
        window.find('push button', 'Undo: Entered*')
        window.set('text', 'Population', '9,999')
        window.find('push button', 'Undo: What was typed for Akalsari')
        window.key('alt+3')
        window.click('push button', 'Undo: What was typed for Akalsari')
        window.key('alt+1')
        window.is_value('Population', '2,787')
        window.find('push button', 'Undo: Entered*')
    assert patal('--file', path, 'journal')[1] == before


def test_wrong_stays():
    """what is typed wrong keeps its place shown, and closing asks"""
    remember()
    path = demo('stays.patal')
    with Window(path) as window:
        window.find('label', '640 gram panchayats*')
        window.search('Akalsari')
        window.is_value('LGD code', '990261')
        window.set('text', 'Population', 'many')
        window.search('Amarpur')
        window.find('label', 'First correct or discard what is typed for Akalsari')
        window.is_value('LGD code', '990261')
        window.is_value('Population', 'many')
        window.key('alt+3')
        window.key('ctrl+q')
        window.find('label', 'Close without saving*')
        window.key('Escape')
        window.gone('label', 'Close without saving*')
        window.is_value('Population', 'many')
        window.click('push button', 'Discard')
        window.is_value('Population', '2,787')
        window.search('Amarpur')
        window.is_value('LGD code', '990102')


def test_twins():
    """a code that another has, and a name that another beside it has, are said while they are typed"""
    remember()
    path = demo('twins.patal')
    with Window(path) as window:
        window.find('label', '640 gram panchayats*')
        window.search('Akalsari')
        window.is_value('LGD code', '990261')
        window.set('text', 'LGD code', '990102')
        window.find('label', 'Code 990102 already belongs to Amarpur, Boirtara')
        window.set('text', 'LGD code', '990261')
        window.gone('label', 'Code 990102 already*')
        window.set('text', 'Name (English)', 'baghmal ')
        window.find('label', 'Another place in Deokunda has this name')


def test_broken_text():
    """a name that would not print as it is meant is said while it is typed, and saved all the same"""
    remember()
    path = demo('broken.patal')
    with Window(path) as window:
        window.find('label', '640 gram panchayats*')
        window.search('Akalsari')
        window.is_value('LGD code', '990261')
        window.set('text', 'Name (Hindi)', 'अालमपुर')
        window.find('label', '*stands on no letter*')
        window.set('text', 'Name (Hindi)', 'आलमपुर')
        window.gone('label', '*stands on no letter*')
        window.set('text', 'Name (Hindi)', 'अालमपुर')
        window.focus('text', 'Name (Hindi)')
        window.key('Return')
        window.until(lambda: 'अालमपुर' in patal('--file', path, 'search', '990261')[1], 'the name in the file')


def test_frozen():
    """a frozen place is said to be, and takes no edit until it is unfrozen with a reason; undo is not offered for it"""
    remember()
    path = demo('frozen.patal')
    with Window(path) as window:
        window.find('label', '640 gram panchayats*')
        window.search('Akalsari')
        window.is_value('LGD code', '990261')
        window.menu('More for this record', 'Freeze')
        window.find('label', 'Frozen: to be changed only after unfreezing')
        window.find('label', 'Froze अकलसरी')
        assert not window.find_now('label', 'Entered 23 blackouts'), window.showing()
        window.menu('More for this record', 'Unfreeze…')
        window.find('label', 'Unfreeze Akalsari*')
        window.set('text', 'Reason', 'Wrong code')
        window.dismiss('Unfreeze')
        window.gone('label', 'Frozen: to be changed only after unfreezing')
        window.set('text', 'Population', '4321')
        window.click('push button', 'Save')
        window.until(lambda: 'Wrong code' in patal('--file', path, 'journal')[1], 'the reason in the history')
    assert patal('--file', path, 'check')[0] == 0


def test_names_once():
    """a screen reader gets each name once, and without its underline"""
    remember()
    with Window(demo('names.patal')) as window:
        window.find('label', '640 gram panchayats*')
        window.search('Akalsari')
        window.find('text', 'LGD code')
        assert not window.misnamed(), window.misnamed()
        for key, button, sign in (('alt+3', 'Add a person', 'Gender'), ('alt+5', 'Add a training venue', 'Seats')):
            window.key(key)
            window.click('push button', button)
            window.find('*', sign)
            assert not window.misnamed(), window.misnamed()
            window.key('Escape')
            window.gone('push button', 'Cancel')


driver.run([test_typing_first, test_wrong_stays, test_twins, test_broken_text, test_frozen, test_names_once])
