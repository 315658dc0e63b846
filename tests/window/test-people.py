#!/usr/bin/python3
"""People, posts, vacancies and venues in the real window, as an office keeps them. TAP.

SPDX-License-Identifier: GPL-3.0-or-later
"""
import os
import sqlite3
import sys

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
import driver  # noqa: E402
from driver import Window, demo, patal, remember  # noqa: E402

driver.reenter()
GP, BLOCK, DOUBLE = 'Akalsari', 'Kalmijhar', 'Beldih'  # of the demonstration: DOUBLE, in BLOCK, has two posts without a main charge
HELD = ('SELECT group_concat (post.code || h.charge || ifnull (h.to_day, \'\')) FROM posting h JOIN post ON post.id = h.post'
        ' JOIN person ON person.id = h.person WHERE person.name_en = ? ORDER BY h.id')


class Office(Window):
    """Looks at the front window only: forms are modal, and the list behind one is hundreds of rows long."""

    def windows(self):
        open_ones = super().windows()
        forms = [w for w in open_ones if not w.name.endswith(' · Gram Patal')]
        return (forms or open_ones)[-1:]


def ask(path, sql, *arguments):
    """One value of the file, read beside the window."""
    with sqlite3.connect('file:%s?mode=ro' % path, uri=True, timeout=10) as db:
        row = db.execute(sql, arguments).fetchone()
    return row[0] if row else None


def becomes(window, path, wanted, sql, *arguments):
    window.until(lambda: ask(path, sql, *arguments) == wanted, '%r from %s' % (wanted, sql))


def section(window, number, sign):
    window.key('alt+%d' % number)
    window.find('label', sign, 20)


def press(window, button, sign):
    """Opens a form, and waits for what is in it."""
    window.click('push button', button, 30)
    window.find('*', sign)


def choose(window, name, typed):
    """A place or a person, by typing."""
    window.click('push button', name)
    window.find('label', 'Nothing found yet')
    window.type(typed)
    window.find('label', typed + ',*')
    window.key('Return')
    window.find('push button', typed + ',*')


def pick(window, combo, *keys):
    """One of a drop-down, by keys: its rows say nothing to libatspi."""
    window.focus('combo box', combo)
    window.find('list', '*')
    for key in keys:
        window.key(key)
    window.key('Return')


def test_people():
    """a person is added with post and place in one edit, found from another block, and leaves service; each is undone"""
    remember()
    path = demo('people.patal')
    with Office(path) as window:
        window.find('label', '640 gram panchayats*')
        section(window, 3, '2,531 people')
        press(window, 'Add a person', 'Name (English)')
        window.key('Escape')  # nothing was typed: nothing is asked
        press(window, 'Add a person', 'Name (English)')
        window.set('text', 'Name (English)', 'Testing Secretary')
        choose(window, 'Choose*', DOUBLE)
        window.click('push button', 'Save')
        window.find('label', 'Choose the post')
        window.key('Escape')
        window.find('push button', 'Keep Editing')
        window.key('Escape')
        pick(window, 'Post', 'Down', 'Down', 'Down')
        window.find('label', 'Panchayat secretary')
        assert not window.unnamed() and not window.misnamed()
        assert ask(path, HELD, 'Testing Secretary') is None
        window.click('push button', 'Save')
        window.find('label', '2,532 people')
        press(window, 'Add a person', 'Name (English)')
        window.set('text', 'Name (English)', 'Thrown Away')
        window.key('Escape')
        window.click('push button', 'Discard')
        window.find('label', '2,532 people')
        assert ask(path, HELD, 'Testing Secretary') == 'PSmain'
        window.key('ctrl+z')
        window.find('label', '2,531 people')
        assert ask(path, HELD, 'Testing Secretary') is None

        person = 'Rita Ghritlahre'  # of another block, with two charges
        both = ask(path, HELD, person)
        assert both.count(',') == 1 and '2026' not in both
        window.click('label', BLOCK)
        window.find('label', '176 people')
        window.key('ctrl+f')
        window.type(person)
        window.find('list item', person + '*Panchayat secretary*')  # English in an English window
        window.key('Return')
        window.find('label', '2,531 people')
        window.find('label', person, 30)
        window.key('Return')
        press(window, 'Leaves Service…', 'Last day in service')
        window.set('text', 'Last day in service', '31.02.2026')
        window.click('push button', 'Save')
        window.find('label', 'The calendar has no such day*')
        assert ask(path, HELD, person) == both
        window.set('text', 'Last day in service', '30.06.2026')
        window.click('push button', 'Save')
        becomes(window, path, 2, "SELECT count (*) FROM posting h JOIN person ON person.id = h.person"
                                 " WHERE person.name_en = ? AND h.to_day = '2026-06-30'", person)
    # without a window manager no form behind the closed one gets the keys: undone beside the window, by the same door
    assert patal('--file', path, 'undo')[0] == 0
    assert ask(path, HELD, person) == both
    assert patal('--file', path, 'check')[0] == 0


def test_vacancies_and_venues():
    """a vacant post is filled by transfer and by a newcomer; a venue is entered, removed, and back; each is undone"""
    remember()
    path = demo('posts.patal')
    person = 'Nandlal Nishad'
    with Office(path) as window:
        window.find('label', '640 gram panchayats*')
        window.click('label', BLOCK)
        section(window, 4, '* vacant post*')
        window.find('label', BLOCK)
        before, counted = ask(path, HELD, person), window.find('label', '* vacant post*').name
        press(window, 'Fill one of the posts: ' + DOUBLE, 'Gram rozgar sahayak')  # two posts: it asks which
        window.key('Return')
        choose(window, 'Choose*', person)
        window.find('label', 'Additional charge')
        pick(window, 'Charge', 'Up')
        window.find('check box', 'Transfer: the main charge of *')
        window.click('push button', 'Save')
        window.until(lambda: ask(path, HELD, person) != before, 'the transfer')
        assert ask(path, HELD, person).count('main') == 2 and ask(path, HELD, person).count('main,') == 0, ask(path, HELD, person)
        window.find('label', '* vacant post*')
        window.key('ctrl+z')
        becomes(window, path, before, HELD, person)
        window.find('label', counted)

        press(window, 'Fill one of the posts: ' + DOUBLE, 'Gram rozgar sahayak')
        window.key('Return')
        press(window, 'A New Person…', 'Name (English)')
        window.set('text', 'Name (English)', 'New Comer')
        window.click('push button', 'Save')
        becomes(window, path, 'PSmain', HELD, 'New Comer')
        window.find('push button', 'Fill the post: Gram rozgar sahayak, ' + DOUBLE, 30)  # one is left
        window.key('ctrl+z')
        becomes(window, path, None, HELD, 'New Comer')

        section(window, 5, '* venues')
        press(window, 'Add a training venue', 'Seats')
        window.set('text', 'Name (English)', 'Testing Hall')
        window.set('text', 'Contact person', 'अालोक')
        window.find('label', '*stands on no letter*')
        window.set('text', 'Seats', '9')
        window.find('label', '*10*500*')
        window.set('text', 'Seats', '120')
        window.set('text', 'Latitude', '21.9556')
        window.click('push button', 'Save')
        where = "SELECT capacity || ' ' || lat || ' ' || lon FROM venue WHERE name_en = 'Testing Hall' AND contact = 'अालोक'"
        window.find('label', 'Give both latitude and longitude, or neither*')
        window.set('text', 'Longitude', '82.5')
        window.click('push button', 'Save')
        becomes(window, path, '120 21.9556 82.5', where)
        window.find('label', '* venues')
        window.key('ctrl+f')
        window.type('Testing Hall')
        window.find('list item', 'Testing Hall*')
        window.key('Return')
        window.find('label', 'Testing Hall')
        window.key('Return')
        window.click('push button', 'Remove This Venue')
        becomes(window, path, None, where)
        window.find('label', '* venues')
        window.key('ctrl+z')
        becomes(window, path, '120 21.9556 82.5', where)
    assert patal('--file', path, 'check')[0] == 0


def first_row(window):
    """What the first row says first: it stands behind the titles of the columns."""
    labels = [n.name for n in window.walk() if n.role == 'label']
    return labels[labels.index('Mobile') + 1] if 'Mobile' in labels[:-1] else None


def test_filters():
    """people are filtered by their charge and sorted by post; the count is that of the file"""
    remember()
    path = demo('filters.patal')
    with Office(path) as window:
        window.find('label', '640 gram panchayats*')
        section(window, 3, '2,531 people')
        pick(window, 'Which ones to show', 'Down', 'Down')
        n = ask(path, "SELECT count (DISTINCT person) FROM posting WHERE charge = 'additional'"
                      " AND ifnull (from_day, '0') <= date ('now', 'localtime') AND ifnull (to_day, '9') >= date ('now', 'localtime')")
        window.find('label', '%d people' % n)
        first = window.until(lambda: first_row(window), 'the first row')
        window.focus('label', 'Post')
        window.until(lambda: first_row(window) not in (None, first), 'another order')


def test_additional():
    """one person takes the additional charge of two panchayats, beside the posts held already"""
    remember()
    path = demo('additional.patal')
    person = 'Nandlal Nishad'
    with Office(path) as window:
        window.find('label', '640 gram panchayats*')
        window.click('label', BLOCK)
        section(window, 4, '* vacant post*')
        window.find('label', BLOCK)
        fill = 'Fill the post: Panchayat secretary, '
        for post in window.until(lambda: sorted({n.name for n in window.walk() if n.name.startswith(fill)})[:2], 'posts'):
            before = ask(path, HELD, person)
            press(window, post, 'Charge')
            choose(window, 'Choose*', person)
            window.find('label', 'Additional charge')
            window.dismiss('Save')
            becomes(window, path, before + ',PSadditional', HELD, person)
    assert patal('--file', path, 'check')[0] == 0


def test_relieved():
    """who stood in is relieved when somebody is posted, in the same edit; not where the user says no"""
    remember()
    path = demo('relieved.patal')
    stands_in = ("SELECT unit.name_en FROM posting h JOIN post ON post.id = h.post JOIN unit ON unit.id = h.unit JOIN unit b ON b.id = unit.parent"
                 " WHERE h.charge = 'additional' AND h.to_day IS NULL AND post.code = 'PS' AND b.name_en = ? AND unit.name_en <> ?"
                 " ORDER BY unit.id LIMIT 1")
    ended = ("SELECT count (*) FROM posting h JOIN unit ON unit.id = h.unit WHERE h.charge = 'additional' AND unit.name_en = ?"
             " AND h.to_day = date ('now', 'localtime', '-1 day')")
    place = ask(path, stands_in, BLOCK, DOUBLE)
    with Office(path) as window:
        window.find('label', '640 gram panchayats*')
        window.click('label', BLOCK)
        section(window, 4, '* vacant post*')
        window.find('label', BLOCK)
        for wanted, name in (0, 'First Comer'), (1, 'Second Comer'):
            press(window, 'Fill the post: Panchayat secretary, ' + place, 'A New Person…')
            press(window, 'A New Person…', 'Name (English)')
            window.set('text', 'Name (English)', name)
            window.find('check box', 'Relieve *')
            if wanted == 0:
                window.click('check box', 'Relieve *')
            window.click('push button', 'Save')
            becomes(window, path, 'PSmain', HELD, name)
            assert ask(path, ended, place) == wanted
            window.find('label', '* vacant post*')  # the form has gone
            window.key('ctrl+z')
            becomes(window, path, None, HELD, name)
            assert ask(path, ended, place) == 0


driver.run([test_people, test_vacancies_and_venues, test_filters, test_additional, test_relieved])
