#!/usr/bin/python3
"""The form of a gram panchayat: what is typed is neither lost nor mistaken for an edit. TAP.

SPDX-License-Identifier: GPL-3.0-or-later
"""
import os
import shutil
import sys

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
import driver  # noqa: E402
from driver import Window, patal  # noqa: E402

driver.reenter()
HOME = os.environ['PATAL_TEST_HOME']
DEMO = os.path.join(HOME, 'demo.patal')
SETTINGS = os.path.join(HOME, 'config/glib-2.0/settings')


def demo(name):
    """A demonstration district of its own, for a window in English."""
    if not os.path.exists(DEMO):
        status, _, errors = patal('demo', DEMO)
        assert status == 0, errors
    os.makedirs(SETTINGS, exist_ok=True)
    with open(os.path.join(SETTINGS, 'keyfile'), 'w', encoding='utf-8') as file:
        file.write("[io/github/grampatal/GramPatal]\nlanguage='en'\n")
    return shutil.copy(DEMO, os.path.join(HOME, name))


def search(window, typed):
    window.key('ctrl+f')
    window.type(typed)
    window.until(lambda: window.find_now('label', '*%s*' % typed), 'a hit')
    window.key('Return')


def value(window, name):
    return window.text_of(window.find('text', name))


def is_value(window, name, wanted):
    window.until(lambda: window.find_now('text', name) and value(window, name) == wanted, '%s to be %r' % (name, wanted))


def test_typing_first():
    """undo takes back what is typed, wherever the focus is, and no edit with it"""
    path = demo('typing.patal')
    before = patal('--file', path, 'journal')[1]
    with Window(path) as window:
        window.find('label', '640 gram panchayats*', 20)
        search(window, 'Akalsari')
        is_value(window, 'LGD code', '990261')
        window.find('push button', 'Undo: Entered*')
        window.set('text', 'Population', '9,999')
        window.find('push button', 'Undo: What was typed for Akalsari')
        window.key('alt+3')
        window.click('push button', 'Undo: What was typed for Akalsari')
        window.key('alt+1')
        is_value(window, 'Population', '2,787')
        window.find('push button', 'Undo: Entered*')
    assert patal('--file', path, 'journal')[1] == before


def test_wrong_stays():
    """what is typed wrong keeps its place shown, and closing asks"""
    path = demo('stays.patal')
    with Window(path) as window:
        window.find('label', '640 gram panchayats*', 20)
        search(window, 'Akalsari')
        is_value(window, 'LGD code', '990261')
        window.set('text', 'Population', 'many')
        search(window, 'Amarpur')
        window.find('label', 'First correct or discard what is typed for Akalsari')
        is_value(window, 'LGD code', '990261')
        is_value(window, 'Population', 'many')
        window.key('alt+3')
        window.key('ctrl+q')
        window.find('label', 'Close without saving*')
        window.key('Escape')
        window.gone('label', 'Close without saving*')
        is_value(window, 'Population', 'many')
        window.click('push button', 'Discard')
        is_value(window, 'Population', '2,787')
        search(window, 'Amarpur')
        is_value(window, 'LGD code', '990102')


def test_twins():
    """a code that another has, and a name that another beside it has, are said while they are typed"""
    path = demo('twins.patal')
    with Window(path) as window:
        window.find('label', '640 gram panchayats*', 20)
        search(window, 'Akalsari')
        is_value(window, 'LGD code', '990261')
        window.set('text', 'LGD code', '990102')
        window.find('label', 'Code 990102 already belongs to Amarpur, Boirtara')
        window.set('text', 'LGD code', '990261')
        window.gone('label', 'Code 990102 already*')
        window.set('text', 'Name (English)', 'baghmal ')
        window.find('label', 'Another place in Deokunda has this name')


def test_names_once():
    """a screen reader gets each name once, and without its underline"""
    with Window(demo('names.patal')) as window:
        window.find('label', '640 gram panchayats*', 20)
        search(window, 'Akalsari')
        window.find('text', 'LGD code')
        assert not window.misnamed(), window.misnamed()
        for key, button, sign in (('alt+3', 'Add a person', 'Gender'), ('alt+5', 'Add a training venue', 'Seats')):
            window.key(key)
            window.click('push button', button)
            window.find('*', sign)
            assert not window.misnamed(), window.misnamed()
            window.key('Escape')
            window.gone('push button', 'Cancel')


TESTS = [test_typing_first, test_wrong_stays, test_twins, test_names_once]
driver.run([t for t in TESTS if not sys.argv[1:] or t.__name__ in sys.argv[1:]])
