#!/usr/bin/python3
"""Reports on paper: looked at before, turned over, printed, saved; and what is said where that cannot be. TAP.

SPDX-License-Identifier: GPL-3.0-or-later
"""
import glob
import os
import re
import subprocess
import sys
import time

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
import driver  # noqa: E402
from driver import HOME, Window, demo, patal, remember  # noqa: E402

driver.reenter()


def district(name, language='en', folder=HOME):
    """A window on a demonstration district of its own; files are proposed in @folder."""
    remember(language, export_folder=folder)
    window = Window(demo(name))
    window.find('label', '640 gram panchayats*' if language == 'en' else '640 ग्राम पंचायतें*')
    return window


def n_pages(path):
    answer = subprocess.run(['pdfinfo', path], capture_output=True, text=True).stdout
    return int(re.search(r'^Pages:\s+(\d+)$', answer, re.M).group(1))


def in_file(name, report, language='en'):
    """How many pages the command line makes of it."""
    out = os.path.join(HOME, 'counted.pdf')
    status, _, errors = patal('--file', os.path.join(HOME, name), 'report', report, '--lang', language, '--format', 'pdf', '--out', out)
    assert status == 0, errors
    return n_pages(out)


def preview(window, page, pages):
    """Waits for the preview to be at that page of so many."""
    window.find('image', '* %d * %d*: *' % (page, pages), 20)


def test_hindi():
    """the report of the page comes up as it will be printed, in Hindi, with as many pages as the file has"""
    with district('hindi.patal', 'hi') as window:
        window.key('ctrl+p')
        pages = in_file('hindi.patal', 'units', 'hi')
        preview(window, 1, pages)
        window.find('image', '*ग्राम पंचायत सूची')
        assert not window.unnamed(), window.unnamed()
        assert not window.misnamed(), window.misnamed()


def test_pages():
    """pages are turned by keys, by buttons and by their number"""
    with district('pages.patal') as window:
        pages = in_file('pages.patal', 'units')
        window.key('ctrl+p')
        preview(window, 1, pages)
        window.key('ctrl+Next')
        preview(window, 2, pages)
        window.key('End')
        preview(window, pages, pages)
        window.click('push button', 'Page before')
        preview(window, pages - 1, pages)
        window.key('Home')
        preview(window, 1, pages)
        window.click('push button', 'Next page')
        preview(window, 2, pages)
        zoom = window.find('label', '* %').name
        window.click('push button', 'Whole Page')
        window.until(lambda: not window.find_now('label', zoom), 'another size')
        window.focus('text', 'Page')  # whatever has the focus
        window.key('Next')
        preview(window, 3, pages)
        window.set('text', 'Page', '5')
        window.key('Return')
        preview(window, 5, pages)


def test_section():
    """from the people their list, from the calendar the months of its year"""
    with district('section.patal') as window:
        window.key('alt+3')
        window.find('label', '* people*')
        window.key('ctrl+p')
        preview(window, 1, in_file('section.patal', 'people'))
        window.key('Escape')
        window.gone('image', 'Page 1 of*')
        window.key('alt+6')
        window.click('push button', 'Print the months of this year')
        preview(window, 1, 12)
        window.find('label', '12 pages · A4, sideways')


def choose(window, name, key):
    """In a drop-down, by keyboard."""
    window.click('push button', name)
    time.sleep(0.5)  # it opens
    window.key(key)
    window.key('Return')


def test_choice():
    """other paper, and a chart instead of a list, are laid out at once; the paper is remembered"""
    with district('choice.patal') as window:
        window.key('ctrl+p')
        window.find('label', '* pages · A4, sideways')
        choose(window, 'Paper', 'End')
        window.find('label', '* pages · A3, *')
        choose(window, 'Report', 'End')
        window.find('label', '1 page · A3, sideways')
        preview(window, 1, 1)
        window.find('image', 'Page 1 of 1: *block by block')
        window.key('Escape')
        window.gone('image', 'Page 1 of*')
        window.key('ctrl+p')
        window.find('label', '* pages · A3, *')


def test_again():
    """closed while its pages are made, it leaves nothing behind; opened again, they come"""
    with district('again.patal') as window:
        for _ in range(3):
            before = window.x_focus()
            subprocess.check_call(['xdotool', 'key', 'ctrl+p'])
            window.until(lambda: window.x_focus() != before, 'the preview')
            shown = window.x_focus()
            subprocess.check_call(['xdotool', 'key', 'Escape'])
            window.until(lambda: window.x_focus() != shown, 'the window')
        window.key('ctrl+p')
        preview(window, 1, in_file('again.patal', 'units'))


def in_print_dialog(window, *keys):
    """In GTK's own dialog, until it is gone again; the only printer here is a file."""
    before = window.x_focus()
    window.key('ctrl+p')
    window.until(lambda: window.x_focus() != before, 'the print dialog')
    dialog = window.x_focus()
    time.sleep(1)  # it asks for printers
    for key in keys:
        window.key(key)
    window.until(lambda: window.x_focus() != dialog, 'the end of the print dialog')


PRINT = ('Tab', 'space', 'alt+p')  # the first of the list
PREVIEW = ('alt+v',)


def test_print():
    """all pages are printed through GTK's dialog, whose own preview leads back to ours"""
    with district('print.patal') as window:
        window.key('alt+5')
        window.key('ctrl+p')
        pages = in_file('print.patal', 'venues')
        preview(window, 1, pages)
        in_print_dialog(window, *PREVIEW)
        preview(window, 1, pages)
        in_print_dialog(window, *PRINT)
        printed, = window.until(lambda: glob.glob(os.path.join(HOME, 'venues-*.pdf')), 'the file of the printer')
        assert not window.find_now('label', 'It could not be printed*')
        assert n_pages(printed) == pages, (n_pages(printed), pages)


def test_refused():
    """where nothing can be written, a sentence says so, of the printer and of a file"""
    with district('refused.patal', 'en', '/sys/kernel') as window:
        window.key('ctrl+p')
        preview(window, 1, in_file('refused.patal', 'units'))
        in_print_dialog(window, *PRINT)
        window.find('label', 'It could not be printed: *')
        window.choose_file('Save as PDF…', '/sys/kernel/list.pdf')
        window.find('label', 'You may not write “list.pdf” there. Choose another folder.')


def test_saved():
    """the pages that are shown are saved as PDF"""
    out = os.path.join(HOME, 'list.pdf')
    with district('saved.patal') as window:
        window.key('ctrl+p')
        preview(window, 1, in_file('saved.patal', 'units'))
        window.choose_file('Save as PDF…', out)
        window.find('label', 'Exported as list.pdf')
        assert n_pages(out) == in_file('saved.patal', 'units')


def test_font():
    """a font that is missing is said above the pages, and where they are exported"""
    conf = os.path.join(HOME, 'fonts.conf')
    with open(conf, 'w', encoding='utf-8') as file:
        file.write('<fontconfig><include>/etc/fonts/fonts.conf</include><selectfont><rejectfont><pattern>'
                   '<patelt name="family"><string>Noto Sans Devanagari</string></patelt>'
                   '</pattern></rejectfont></selectfont></fontconfig>')
    says = 'The font “Noto Sans Devanagari” is not installed; *'
    remember()
    with Window(demo('font.patal'), env={'FONTCONFIG_FILE': conf}) as window:
        window.find('label', '640 gram panchayats*')
        window.key('ctrl+p')
        window.find('label', says, 20)
        window.key('Escape')
        window.gone('label', says)
        window.key('ctrl+e')
        window.find('label', 'State as on the day')
        assert not window.find_now('label', says)  # a spreadsheet has the reader's fonts
        window.focus('combo box', 'File type*')
        window.find('list', '*')
        window.key('Down')
        window.key('Return')
        window.find('label', says)


def test_empty():
    """a report without entries says so"""
    remember()
    path = os.path.join(HOME, 'empty.patal')
    status, _, errors = patal('new', path, '--state', 'CG', '--district', 'Sonpur')
    assert status == 0, errors
    with Window(path) as window:
        window.find('list item', 'Training Venues')
        window.key('alt+5')
        window.key('ctrl+p')
        preview(window, 1, 1)
        window.find('label', 'This report has no entries. Choose another one, another place or another day.')


TESTS = [test_hindi, test_pages, test_section, test_choice, test_again, test_print, test_refused, test_saved, test_font, test_empty]
driver.run([t for t in TESTS if not sys.argv[1:] or t.__name__ in sys.argv[1:]])
