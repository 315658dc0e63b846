#!/usr/bin/python3
"""The real window, as a person uses it: opens, finds, corrects, undoes, loses power, opens again. TAP.

SPDX-License-Identifier: GPL-3.0-or-later
"""
import os
import signal
import sys

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
import driver  # noqa: E402
from driver import HOME, Window, demo, patal, remember  # noqa: E402

driver.reenter()


def district(name):
    """A demonstration district for a window in Hindi."""
    remember('hi')
    return demo(name)


def find_unit(window, typed):
    window.search(typed)
    window.find('text', 'नाम (अंग्रेजी)*')


def test_first_start():
    """the first start greets in Hindi and opens the demonstration"""
    remember('hi')
    with Window() as window:
        window.find('list item', 'नमूना जिला देखें')
        assert not window.unnamed(), window.unnamed()
        window.focus('list item', 'नमूना जिला देखें')
        window.find('label', '640 ग्राम पंचायतें*')
        window.find('list item', 'नक्शा')


def test_english():
    """the same in English when that was chosen"""
    path = demo('english.patal')
    remember('en')
    with Window(path) as window:
        window.find('label', '640 gram panchayats*')


def test_find_correct_undo():
    """a gram panchayat is found while typing, corrected in place, undone and redone with its label"""
    path = district('correct.patal')
    with Window(path) as window:
        window.find('label', '640 ग्राम पंचायतें*')
        find_unit(window, 'Akalsari')
        assert window.value('एल.जी.डी. कोड*') == '990261'
        window.set('text', 'नाम (अंग्रेजी)*', 'Akalsara')
        window.focus('text', 'नाम (अंग्रेजी)*')
        window.key('Return')
        window.until(lambda: 'Akalsara' in patal('--file', path, 'search', 'Akalsara')[1], 'the correction in the file')
        window.find('push button', 'पूर्ववत करें:*')
        window.key('alt+1')
        window.key('ctrl+z')
        window.until(lambda: window.value('नाम (अंग्रेजी)*') == 'Akalsari', 'the old name again')
        window.key('ctrl+shift+z')
        window.until(lambda: window.value('नाम (अंग्रेजी)*') == 'Akalsara', 'the correction again')
    assert patal('--file', path, 'check')[0] == 0


def test_power_cut():
    """what was saved is there after the program was killed"""
    path = district('killed.patal')
    window = Window(path)
    window.find('label', '640 ग्राम पंचायतें*')
    find_unit(window, 'Akalsari')
    window.set('text', 'नाम (अंग्रेजी)*', 'Killed Once')
    window.focus('text', 'नाम (अंग्रेजी)*')
    window.key('Return')
    window.until(lambda: 'Killed' in patal('--file', path, 'search', 'Killed Once')[1], 'the correction in the file')
    window.process.send_signal(signal.SIGKILL)
    window.process.wait()
    with Window(path) as again:
        again.find('label', '640 ग्राम पंचायतें*')
        find_unit(again, 'Killed Once')
        assert again.value('एल.जी.डी. कोड*') == '990261'


def test_checked_as_typed():
    """a wrong code is said at its field while it is typed, and is not saved"""
    path = district('wrong.patal')
    with Window(path) as window:
        window.find('label', '640 ग्राम पंचायतें*')
        find_unit(window, 'Akalsari')
        window.set('text', 'एल.जी.डी. कोड*', '99x')
        window.find('label', '*अंक*')
        window.focus('text', 'एल.जी.डी. कोड*')
        window.key('Return')
        assert '990261' in patal('--file', path, 'search', 'Akalsari')[1]


def test_locked():
    """while the window has the file, another writer is refused in words"""
    path = district('locked.patal')
    with Window(path) as window:
        window.find('label', '640 ग्राम पंचायतें*')
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
    path = district('import.patal')
    source = os.path.join(HOME, 'list.csv')
    with open(source, 'w', encoding='utf-8') as file:
        file.write('विकासखण्ड;ग्राम पंचायत;एल.जी.डी. कोड\n'
                   'सोनगढ़;नयाखेड़ा;995001\nसोनगढ़;नयापारा कला;995002\nसोनगढ़;;995003\n')
    with Window(path) as window:
        window.find('label', '640 ग्राम पंचायतें*')
        window.key('ctrl+i')
        window.choose_file('*फाइल चुनें*', source)
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
    with Window(district('names.patal')) as window:
        window.find('label', '640 ग्राम पंचायतें*')
        for number, sign in enumerate(('ग्राम पंचायतें', 'नक्शा', 'व्यक्ति', 'रिक्त पद', 'प्रशिक्षण स्थल', 'अवकाश'), 1):
            window.key('alt+%d' % number)
            window.find('list item', sign)
            window.until(lambda: True, 'the section')
            unnamed = window.unnamed()
            assert not unnamed, (sign, unnamed)


def test_shortcuts():
    """F1 shows the keys, as often as it is pressed"""
    with Window(district('keys.patal')) as window:
        window.find('label', '640 ग्राम पंचायतें*')
        for _ in range(2):
            window.key('F1')
            window.find('label', 'सबमें खोजें')
            window.find('label', 'कीबोर्ड शॉर्टकट')
            window.key('Escape')
            window.until(lambda: not window.find_now('label', 'सबमें खोजें'), 'the shortcuts gone')


driver.run([test_first_start, test_english, test_find_correct_undo, test_power_cut, test_checked_as_typed, test_locked,
            test_bad_files, test_import, test_sections_have_names, test_shortcuts])
