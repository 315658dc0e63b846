#!/usr/bin/python3
"""The real window, as a person uses it: opens, finds, corrects, undoes, loses power, opens again. TAP.

SPDX-License-Identifier: GPL-3.0-or-later
"""
import os
import shutil
import signal
import sys
import time

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
import driver  # noqa: E402
from driver import Window, patal  # noqa: E402

driver.reenter()
HOME = os.environ['PATAL_TEST_HOME']
DEMO = os.path.join(HOME, 'demo.patal')
SETTINGS = os.path.join(HOME, 'config/glib-2.0/settings')


def demo(name):
    """A demonstration district of its own for one test."""
    if not os.path.exists(DEMO):
        status, _, errors = patal('demo', DEMO)
        assert status == 0, errors
    set_language('hi')
    return shutil.copy(DEMO, os.path.join(HOME, name))


def set_language(language):
    """Forgets what the window remembers, but for the language."""
    os.makedirs(SETTINGS, exist_ok=True)
    with open(os.path.join(SETTINGS, 'keyfile'), 'w', encoding='utf-8') as file:
        file.write("[io/github/grampatal/GramPatal]\nlanguage='%s'\n" % language)


def find_unit(window, typed):
    """Types into the search, takes the first hit, waits for its form."""
    window.key('ctrl+f')
    window.type(typed)
    window.find('list item', '*')
    window.until(lambda: window.find_now('label', typed) or window.find_now('label', '*%s*' % typed), 'a hit')
    window.key('Return')
    window.find('text', 'नाम (अंग्रेजी)*')


def value(window, name):
    return window.text_of(window.find('text', name))


def test_first_start():
    """the first start greets in Hindi and opens the demonstration"""
    set_language('hi')
    with Window() as window:
        window.find('list item', 'नमूना जिला देखें')
        assert not window.unnamed(), window.unnamed()
        window.focus('list item', 'नमूना जिला देखें')
        window.find('label', '640 ग्राम पंचायतें*', 20)
        window.find('list item', 'नक्शा')


def test_english():
    """the same in English when that was chosen"""
    path = demo('english.patal')
    set_language('en')
    with Window(path) as window:
        window.find('label', '640 gram panchayats*', 20)


def test_find_correct_undo():
    """a gram panchayat is found while typing, corrected in place, undone and redone with its label"""
    path = demo('correct.patal')
    with Window(path) as window:
        window.find('label', '640 ग्राम पंचायतें*', 20)
        find_unit(window, 'Akalsari')
        assert value(window, 'एल.जी.डी. कोड*') == '990261'
        window.set('text', 'नाम (अंग्रेजी)*', 'Akalsara')
        window.focus('text', 'नाम (अंग्रेजी)*')
        window.key('Return')
        window.until(lambda: 'Akalsara' in patal('--file', path, 'search', 'Akalsara')[1], 'the correction in the file')
        window.find('push button', 'पूर्ववत करें:*')
        window.key('alt+1')
        window.key('ctrl+z')
        window.until(lambda: value(window, 'नाम (अंग्रेजी)*') == 'Akalsari', 'the old name again')
        window.key('ctrl+shift+z')
        window.until(lambda: value(window, 'नाम (अंग्रेजी)*') == 'Akalsara', 'the correction again')
    assert patal('--file', path, 'check')[0] == 0


def test_power_cut():
    """what was saved is there after the program was killed"""
    path = demo('killed.patal')
    window = Window(path)
    window.find('label', '640 ग्राम पंचायतें*', 20)
    find_unit(window, 'Akalsari')
    window.set('text', 'नाम (अंग्रेजी)*', 'Killed Once')
    window.focus('text', 'नाम (अंग्रेजी)*')
    window.key('Return')
    window.until(lambda: 'Killed' in patal('--file', path, 'search', 'Killed Once')[1], 'the correction in the file')
    window.process.send_signal(signal.SIGKILL)
    window.process.wait()
    with Window(path) as again:
        again.find('label', '640 ग्राम पंचायतें*', 20)
        find_unit(again, 'Killed Once')
        assert value(again, 'एल.जी.डी. कोड*') == '990261'


def test_checked_as_typed():
    """a wrong code is said at its field while it is typed, and is not saved"""
    path = demo('wrong.patal')
    with Window(path) as window:
        window.find('label', '640 ग्राम पंचायतें*', 20)
        find_unit(window, 'Akalsari')
        window.set('text', 'एल.जी.डी. कोड*', '99x')
        window.find('label', '*अंक*')
        window.focus('text', 'एल.जी.डी. कोड*')
        window.key('Return')
        assert '990261' in patal('--file', path, 'search', 'Akalsari')[1]


def test_locked():
    """while the window has the file, another writer is refused in words"""
    path = demo('locked.patal')
    with Window(path) as window:
        window.find('label', '640 ग्राम पंचायतें*', 20)
        window.until(lambda: patal('--file', path, 'undo')[0] == 1, 'the refusal')
        assert patal('--file', path, 'search', 'Akalsari')[0] == 0


def test_bad_files():
    """what is no district's file is said in the window, with a next step"""
    letter = os.path.join(HOME, 'letter.patal')
    with open(letter, 'w', encoding='utf-8') as file:
        file.write('a letter, not a file of ours\n' * 200)
    with Window(letter) as window:
        window.find('label', '*letter.patal*')
        assert window.find_now('push button', '*खोलें*'), window.showing()
        assert not window.unnamed(), window.unnamed()


def test_import():
    """the assistant takes a table in, from choosing the file to undoing it"""
    path = demo('import.patal')
    source = os.path.join(HOME, 'list.csv')
    with open(source, 'w', encoding='utf-8') as file:
        file.write('विकासखण्ड;ग्राम पंचायत;एल.जी.डी. कोड\n'
                   'सोनगढ़;नयाखेड़ा;995001\nसोनगढ़;नयापारा कला;995002\nसोनगढ़;;995003\n')
    with Window(path) as window:
        window.find('label', '640 ग्राम पंचायतें*', 20)
        window.key('ctrl+i')
        window.find('push button', '*फाइल चुनें*')
        window.click('push button', '*फाइल चुनें*')
        time.sleep(1.5)  # GTK's own file chooser says nothing of itself to the accessibility bus
        window.type(source)
        window.key('Return')
        window.find('label', '995001, 995002, 995003')
        window.click('push button', '*पूर्वावलोकन*')
        window.find('push button', 'अस्वीकृत 1')
        window.click('push button', '*2 पंक्तियाँ आयात करें*')
        window.find('push button', '*आयात पूर्ववत करें*')
        assert '995002' in patal('--file', path, 'search', 'नयापारा कला')[1]
        window.click('push button', '*आयात पूर्ववत करें*')
        window.find('label', '640 ग्राम पंचायतें*')
        window.until(lambda: '995002' not in patal('--file', path, 'search', 'नयापारा कला')[1], 'the import undone')


def test_sections_have_names():
    """every section is reachable by keyboard and each control has a name"""
    with Window(demo('names.patal')) as window:
        window.find('label', '640 ग्राम पंचायतें*', 20)
        for number, sign in enumerate(('ग्राम पंचायतें', 'नक्शा', 'व्यक्ति', 'रिक्त पद', 'प्रशिक्षण स्थल', 'अवकाश'), 1):
            window.key('alt+%d' % number)
            window.find('list item', sign)
            window.until(lambda: True, 'the section')
            unnamed = window.unnamed()
            assert not unnamed, (sign, unnamed)


TESTS = ([test_first_start, test_english, test_find_correct_undo, test_power_cut, test_checked_as_typed, test_locked,
            test_bad_files, test_import, test_sections_have_names])
driver.run([t for t in TESTS if not sys.argv[1:] or t.__name__ in sys.argv[1:]])
