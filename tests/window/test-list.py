#!/usr/bin/python3
"""The list of panchayats, as keys and a screen reader find it: its rows are drawn by us, so GTK does not speak for them. TAP.

SPDX-License-Identifier: GPL-3.0-or-later
"""
import os
import sys

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
import driver  # noqa: E402
from driver import Window, demo, remember  # noqa: E402

driver.reenter()


def open_list():
    """The demonstration in English, with the focus in its list."""
    remember()
    window = Window(demo('list.patal'))
    window.find('label', '640 gram panchayats*')
    row(window, 0)
    window.key('alt+1')
    return window


def rows(window):
    """The names of the rows, those out of sight among them."""
    return window.find('list', 'Gram panchayats').children


def row(window, number):
    """What a screen reader says of a row, once it says it."""
    def name():
        found = rows(window)
        words = found[number].name if len(found) > number else ''
        return words if ', ' in words else None
    return window.until(name, 'row %d' % number)


def current(window):
    """The row that has the focus and is chosen."""
    for found in rows(window):
        if found.has('FOCUSED') and found.has('SELECTED'):
            return found.name
    return ''


def test_spoken():
    """a row is one sentence, with the titles of what would not be understood without"""
    with open_list() as window:
        assert row(window, 2).startswith('Akalsari, Name (Hindi) अकलसरी, LGD code 990261, Block Deokunda, Population 2,787,')
        assert row(window, 2).split('Secretary ')[1].isascii(), row(window, 2)
        assert not window.unnamed(), window.unnamed()


def header(window, name):
    return window.find('push button', name)


def test_headers():
    """the headers are reached from the list by Shift+Tab and the arrow keys; Enter sorts, and they say by which and which way"""
    with open_list() as window:
        for _ in range(12):
            if header(window, 'Name (English)').has('FOCUSED'):
                break
            window.key('shift+Tab')
        window.until(lambda: header(window, 'Name (English)').has('FOCUSED'), 'the focus on the first header')
        window.key('Right')
        window.key('Right')
        window.until(lambda: header(window, 'LGD code').has('FOCUSED'), 'the focus on the third')
        window.key('Return')
        window.until(lambda: header(window, 'LGD code').description == 'Sorted upwards', 'upwards')
        window.key('space')
        window.until(lambda: header(window, 'LGD code').description == 'Sorted downwards', 'downwards')
        assert header(window, 'Name (English)').description == ''
        window.until(lambda: 'LGD code 994' in row(window, 0), 'the highest code first')


def test_keys():
    """from Alt+1 on, the arrows, End and Home choose rows, and each is spoken though it was out of sight"""
    with open_list() as window:
        window.key('Down')
        window.key('Down')
        window.until(lambda: current(window).startswith('Akalsari, '), 'the third row')
        window.find('text', 'Name (English)*')
        window.key('End')
        window.until(lambda: current(window).startswith('Vijaypur, '), 'the last row')
        window.key('Home')
        window.until(lambda: current(window).startswith('Achholi, '), 'the first row')


def test_sorted():
    """a press on a header sorts the list, another turns it round"""
    with open_list() as window:
        first = row(window, 0)
        window.focus('label', 'Population')
        window.until(lambda: header(window, 'Population').description == 'Sorted upwards', 'upwards')
        smallest = window.until(lambda: row(window, 0) != first and row(window, 0), 'another order')
        window.focus('label', 'Population')
        window.until(lambda: header(window, 'Population').description == 'Sorted downwards', 'downwards')
        window.until(lambda: row(window, 0) not in (first, smallest), 'the order turned round')


def test_corrected():
    """a row says what it is after a correction, without being scrolled"""
    with open_list() as window:
        window.key('Down')
        window.until(lambda: current(window).startswith('Adgadi, '), 'the second row')
        window.set('text', 'Population*', '4321')
        window.focus('text', 'Population*')
        window.key('Return')
        window.until(lambda: 'Population 4,321' in row(window, 1), 'the corrected row')


def test_add_without_block():
    """the button for a new panchayat says what it wants where no block is chosen"""
    with open_list() as window:
        window.click('push button', 'Add a gram panchayat')
        window.find('label', 'Choose a block at the left*')


driver.run([test_spoken, test_headers, test_keys, test_sorted, test_corrected, test_add_without_block])
