#!/usr/bin/python3
"""The tab of citizen information boards: what it remembers, what is chosen for all boards, and what stands in the way. TAP.

SPDX-License-Identifier: GPL-3.0-or-later
"""
import os
import sys

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
import driver  # noqa: E402
from boards import NAMES, board, choose, district, open_boards, pick, pick_on_paper, preferences_of_boards, setting  # noqa: E402
from driver import Window  # noqa: E402

driver.reenter()


def template_file(name, text):
    path = os.path.join(driver.HOME, name)
    with open(path, 'w', encoding='utf-8') as file:
        file.write(text)
    return path


def test_memory():
    """language, size and ruler of the tab are the same in the next run"""
    path = district('boards-memory.patal')
    with open_boards(path) as window:
        choose(window, NAMES[0])
        pick(window, 'Language of the board', 'Down')
        pick(window, 'Size of the board', 'End', 'Up', 'Up')  # A4
        window.click('push button', 'ft')
        window.until(lambda: 'Name of work' in board(window), 'the board in English')
    with Window(path) as window:
        window.find('label', '640 gram panchayats*')
        window.key('alt+7')
        window.find('list', 'Works')
        choose(window, NAMES[0])
        window.until(lambda: 'Name of work' in board(window), 'the board in English')
        window.find('label', 'A4')
        window.until(lambda: window.find_now('push button', 'ft').has('PRESSED'), 'rulers in feet')


def test_focus():
    """Alt+7 puts the focus into the list, Enter into the form of the work that is chosen there"""
    with open_boards(district('boards-focus.patal')) as window:
        window.until(lambda: any(n.role == 'list item' and n.has('FOCUSED') for n in window.walk()), 'the focus in the list')
        window.key('Return')
        window.find('text', 'Code of the work*')
        window.until(lambda: any(n.role == 'text' and n.has('FOCUSED') for n in window.walk()), 'the focus in a field')


def test_template():
    """a template that is added changes no board until it is chosen; what it lacks is told, and which is in use stands in the list"""
    path = district('boards-template.patal')
    own = template_file('small.txt', '[board]\nname.en = Small board\nfor = community\n[field work_name]\n[field gp]\n')
    with open_boards(path) as window:
        choose(window, NAMES[0])
        preferences_of_boards(window)
        window.point(window.find('page tab', 'Templates'))
        window.choose_file('Add From a File…', own)
        window.find('label', 'Boards of community works are still made by “Community work”.*Wage rate per day*')
        window.dismiss('Leave As It Is')
        window.find('label', 'Small board (small)')
        window.find('label', 'In use for community works · Comes with the program*')
        assert setting(path, 'board-template-community') is None
        window.choose_file('Add From a File…', own)
        window.find('label', 'Use “small” From Now On?')
        window.dismiss('Use It')
        window.find('label', 'In use for community works · Of the office*')
        assert setting(path, 'board-template-community') == 'small'
        window.key('Escape')
        window.until(lambda: '1,00,000' not in board(window), 'the board without its amount')
        window.key('ctrl+z')
        window.until(lambda: '1,00,000' in board(window), 'the board with its amount')


def test_template_faults():
    """all that is wrong with a template is listed, line by line"""
    bad = template_file('bad.txt', '[board]\n' + ''.join('[field gp]\nweight = x%d\n' % i for i in range(9)))
    with open_boards(district('boards-faulty.patal')) as window:
        preferences_of_boards(window)
        window.point(window.find('page tab', 'Templates'))
        window.choose_file('Add From a File…', bad)
        window.find('label', '“bad” Is No Template Yet')
        lines = [n.name for n in window.visible() if n.role == 'label' and n.name.startswith('Line ')]
        assert len(lines) == 17, lines  # nine weights, and eight fields that are there already


def test_overprint_first():
    """an overprint without a first print says so, and its button turns to the print that is kept as the first"""
    with open_boards(district('boards-over.patal')) as window:
        choose(window, NAMES[0])
        window.key('ctrl+p')
        window.find('label', '1 board · 1 sheet')
        pick_on_paper(window, 'What to print', 'Down', 'Down', 'Down')
        window.until(lambda: not window.find_now('label', '1 board · *'), 'no sheet')
        # its letter: GTK 4.8 does not tell the accessibility bus of the box that comes above the pages
        window.again(lambda: window.key('alt+f'), 'label', 'What goes to the site is the first print*')
        window.find('label', '1 board · * sheets')


def test_size():
    """a size at which most letters cannot be read is taken, and the sentence at its entry says how high it must be"""
    with open_boards(district('boards-size.patal')) as window:
        choose(window, NAMES[0])
        pick(window, 'Size of the board', 'End')
        window.set('text', 'Width and height*', '3000x300 mm')
        window.find('label', 'On a board of 3000 × 300 mm most letters are too small*at least * mm high.')
        window.set('text', 'Width and height*', '1500x1200 mm')
        window.gone('label', 'On a board of *')


def test_places():
    """the works of the panchayat that is looked at can be printed together"""
    with open_boards(district('boards-places.patal')) as window:
        choose(window, NAMES[0])
        window.key('ctrl+p')
        window.find('label', '1 board · 1 sheet')
        pick_on_paper(window, 'Boards', 'Down')
        window.find('label', 'Gram panchayat: Akalsari (*)')
        window.until(lambda: window.find_now('label', '* boards · * sheets'), 'the pages of the panchayat')


def test_spoken():
    """what opens a document of a work's file is named after it, and the language of the boards that are printed once"""
    with open_boards(district('boards-spoken.patal')) as window:
        choose(window, NAMES[0])
        window.key('ctrl+p')
        window.find('label', '1 board · 1 sheet')
        window.find('combo box', 'Language')
        window.key('Escape')
        window.click('push button', "Open the work's form")
        window.find('text', 'Code of the work*')
        window.click('page tab', 'Work File')
        window.find('*', 'Pages, verification, scan: 1. *')
        names = [n.name for n in window.visible() if n.name.startswith('Pages, verification, scan')]
        assert len(names) == 22 and len(set(names)) == 22, names


def test_frozen():
    """a frozen work says that it is, and nothing of it can be changed; its print stays"""
    path = district('boards-frozen.patal')
    with open_boards(path) as window:
        choose(window, NAMES[0])
        window.click('push button', "Open the work's form")
        window.find('text', 'Code of the work*')
        window.menu('More for this record', 'Freeze')
        window.find('label', 'Frozen: to be changed only after unfreezing*')
        window.point(window.find('text', 'Code of the work*'))
        window.type('X')
        window.click('push button', 'More for this record')
        window.find('menu item', 'Unfreeze…')
        assert not window.find_now('menu item', 'Remove')
        window.key('Escape')
        assert window.find('text', 'Code of the work*').text() == 'W/1'


def test_font():
    """a font that is missing is said above the boards that are to be printed, and not hidden by what they are"""
    fonts = template_file('fonts.conf', '<fontconfig><include>/etc/fonts/fonts.conf</include><selectfont><rejectfont><pattern>'
                                        '<patelt name="family"><string>Noto Sans Devanagari</string></patelt>'
                                        '</pattern></rejectfont></selectfont></fontconfig>')
    path = district('boards-font.patal')
    driver.remember()
    with Window(path, env={'FONTCONFIG_FILE': fonts}) as window:
        window.find('label', '640 gram panchayats*')
        window.key('alt+7')
        window.find('list', 'Works')
        choose(window, NAMES[0])
        window.key('ctrl+p')
        window.find('label', 'The font “Noto Sans Devanagari” is not installed; *')


def test_empty():
    """a district without a panchayat says what comes first, and nothing of a list to choose from"""
    path = os.path.join(driver.HOME, 'empty.patal')
    status, _, errors = driver.patal('new', path, '--state', 'CG', '--district', 'Sonpur')
    assert status == 0, errors
    driver.remember()
    with Window(path) as window:
        window.key('alt+7')
        window.find('label', 'First the Gram Panchayats')
        window.find('push button', 'Import Gram Panchayats…')
        assert not window.find_now('label', 'Choose a work in the list*')


def test_office():
    """what is to be entered for all boards shows whole, in Hindi too, whose lines wrap where English ones do not"""
    path = district('boards-office.patal')
    driver.remember('hi')
    with Window(path) as window:
        window.key('alt+7')
        window.click('push button', 'सभी पटलों के लिए: *')
        button = window.find('push button', 'पटल की सेटिंग…')
        _, top, _, height = button.box()
        _, above, _, whole = button.parent.box()
        assert top + height <= above + whole, (button.box(), button.parent.box())


driver.run([test_memory, test_focus, test_template, test_template_faults, test_overprint_first, test_size, test_places, test_spoken, test_frozen,
            test_font, test_empty, test_office])
