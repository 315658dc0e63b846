#!/usr/bin/python3
"""Another language: the program starts itself again, with the same file and all that was typed. TAP.

SPDX-License-Identifier: GPL-3.0-or-later
"""
import os
import sys

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
import driver  # noqa: E402
from driver import Window, demo, patal, remember  # noqa: E402

driver.reenter()


def english(name):
    """A window in English, at the form of a panchayat."""
    remember()
    path = demo(name)
    window = Window(path)
    window.find('label', '640 gram panchayats*')
    window.search('Akalsari')
    window.is_value('LGD code', '990261')
    return path, window


def restart_in_hindi(window):
    window.key('ctrl+comma')
    window.focus('label', 'Language of the window')
    window.find('label', 'हिन्दी')
    window.key('Up')
    window.key('Return')
    window.click('push button', 'Restart Now')


def test_restart():
    """it comes back in the other language with the same file, and what was typed is saved"""
    path, window = english('language.patal')
    with window:
        window.set('text', 'Population', '4321')
        restart_in_hindi(window)
        window.find('label', '640 ग्राम पंचायतें*')
        window.find('frame', '*language.patal*')
        window.search('Akalsari')
        window.is_value('जनसंख्या', '4,321')
    assert patal('--file', path, 'check')[0] == 0


def test_asked():
    """what is typed and not right is asked about: back to it, or let it go"""
    path, window = english('asked.patal')
    with window:
        window.set('text', 'Population', 'many')
        restart_in_hindi(window)
        window.find('label', 'Restart without saving*')
        window.dismiss('Go Back')
        window.is_value('Population', 'many')
        window.key('ctrl+comma')
        window.click('push button', 'Restart Now')
        window.click('push button', 'Discard and Restart')
        window.find('label', '640 ग्राम पंचायतें*')
        window.search('Akalsari')
        window.is_value('जनसंख्या', '2,787')


driver.run([test_restart, test_asked])
