#!/usr/bin/python3
"""The file as the user meets it: bad, missing, restored, copied; what is left beside it when the window goes. TAP.

SPDX-License-Identifier: GPL-3.0-or-later
"""
import glob
import os
import random
import shutil
import subprocess
import sys

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
import driver  # noqa: E402
from driver import HOME, Window, patal, remember  # noqa: E402

driver.reenter()


def demo(name):
    """A demonstration district in a folder of its own."""
    return driver.demo('%s/%s.patal' % (name, name))


def damage(path):
    chance = random.Random(7)
    with open(path, 'r+b') as file:
        content = bytearray(file.read())
        for _ in range(3000):
            content[chance.randrange(4096, len(content))] ^= 0x55
        file.seek(0)
        file.write(content)
    return bytes(content)


def correct(window, name):
    window.search('Akalsari')
    window.find('text', 'Name (English)*')
    window.set('text', 'Name (English)*', name)
    window.focus('text', 'Name (English)*')
    window.key('Return')


def beside(path):
    return sorted(os.listdir(os.path.dirname(path)))


def test_damaged_once():
    """a damaged file stops one start, not every one; a copy from elsewhere takes its place"""
    path = demo('damaged')
    stick = os.path.join(HOME, 'stick.patal')
    assert patal('--file', path, 'backup', stick)[0] == 0
    content = damage(path)
    remember(recent_files=[path])
    with Window() as window:
        window.find('label', 'The file is damaged')
        window.find('label', 'There is no sound backup beside the file*')
        assert not window.unnamed(), window.unnamed()
    with open(path, 'rb') as file:
        assert file.read() == content
    assert beside(path) == ['damaged.patal'], beside(path)
    with Window() as window:
        window.point(window.find('label', '*\nCould not be opened last time'))
        window.choose_file('Restore from a Copy Elsewhere…', stick)
        window.find('label', '640 gram panchayats*')
        assert [n for n in os.listdir(path + '-backups') if 'before-restore' in n]
    assert patal('--file', path, 'check')[0] == 0


def test_gone():
    """the last file is gone: the welcome says so, and no other file is opened instead"""
    path, other = demo('gone'), demo('other')
    os.unlink(path)
    remember(recent_files=[path, other])
    with Window() as window:
        window.find('label', '*\nNot there now*')
        assert not window.find_now('label', '640 gram panchayats*'), window.showing()


def test_words():
    """what is no file of ours, newer, or empty is said in its own words"""
    path = demo('words')
    with open(path, 'rb') as file:
        content = file.read()
    newer = bytearray(content)
    newer[60:64] = (99).to_bytes(4, 'big')
    remember()
    for bad, words in ((b'PK\3\4' + os.urandom(9000), '*Gram Patal did not make it*'), (newer, '*newer version*'),
                       (b'', '*is empty*'), (content[:len(content) // 2], '*is damaged*')):
        with open(path, 'wb') as file:
            file.write(bad)
        with Window(path) as window:
            window.find('label', words)
            window.click('push button', 'Back to the Start')
            window.find('list item', 'Look at the Demonstration')
        with open(path, 'rb') as file:
            assert file.read() == bytes(bad)


def test_nothing_left():
    """after the window the file alone holds all edits, and nothing but it and its backups lies there, for its owner only"""
    path = demo('alone')
    alone = os.path.join(HOME, 'copied.patal')
    remember()
    with Window(path) as window:
        window.find('label', '640 gram panchayats*')
        window.until(lambda: os.path.exists(path + '-backups'), 'the backup of the day')
        correct(window, 'Akalsara')
        window.until(lambda: 'Akalsara' in patal('--file', path, 'search', 'Akalsara')[1], 'the correction in the file')
        for name in ('', '-wal', '-shm'):
            assert os.stat(path + name).st_mode & 0o777 == 0o600, name
    assert beside(path) == ['alone.patal', 'alone.patal-backups'], beside(path)
    for name in os.listdir(path + '-backups'):
        assert name.endswith('.patal'), name
        assert os.stat(os.path.join(path + '-backups', name)).st_mode & 0o777 == 0o600, name
    shutil.copy(path, alone)
    assert 'Akalsara' in patal('--file', alone, 'search', 'Akalsara')[1]


def test_check():
    """the file is checked from the menu"""
    path = demo('checked')
    remember()
    with Window(path) as window:
        window.find('label', '640 gram panchayats*')
        window.main_menu('Backups and Check…')
        window.click('push button', 'Check the File')
        window.find('label', 'The file is sound.')
        assert not window.unnamed(), window.unnamed()


def test_renamed():
    """a file that is renamed while it is open: no edit goes astray, it is opened where it is or put back"""
    path = demo('renamed')
    other = os.path.join(os.path.dirname(path), 'other.patal')
    remember()
    with Window(path) as window:
        window.find('label', '640 gram panchayats*')
        correct(window, 'Akalsara')
        window.until(lambda: 'Akalsara' in patal('--file', path, 'search', 'Akalsara')[1], 'the correction in the file')
        os.rename(path, other)
        window.find('label', 'The file was moved or renamed')
        window.until(lambda: not window.unnamed(), 'a name for each button')
        window.click('push button', 'Put It Back')
        window.gone('label', 'The file was moved or renamed')
        assert os.path.exists(path) and not os.path.exists(other)
        os.rename(path, other)
        window.click('push button', 'Open It Where It Is Now')
        window.find('frame', '*other.patal*')
    assert 'other.patal' in beside(path) and 'renamed.patal' not in beside(path), beside(path)
    assert not [n for n in beside(path) if n.endswith(('-wal', '-shm', '.lock'))], beside(path)
    assert 'Akalsara' in patal('--file', other, 'search', 'Akalsara')[1]


def test_typed_astray():
    """what is typed while the file is astray is lost neither by opening it elsewhere nor by putting it back without a question"""
    path = demo('astray')
    other = os.path.join(os.path.dirname(path), 'other.patal')
    remember()
    with Window(path) as window:
        window.find('label', '640 gram panchayats*')
        window.search('Akalsari')
        window.is_value('LGD code', '990261')
        window.set('text', 'Population', 'many')
        os.rename(path, other)
        window.click('push button', 'Open It Where It Is Now')
        window.find('label', 'Open without what is typed*')
        window.dismiss('Go Back')
        window.click('push button', 'Put It Back')
        window.gone('label', 'The file was moved or renamed')
        window.is_value('Population', 'many')
        os.rename(path, other)
        window.click('push button', 'Open It Where It Is Now')
        window.find('push button', 'Discard and Open')
        window.dismiss('Discard and Open')
        window.find('frame', '*other.patal*')
        window.search('Akalsari')
        window.is_value('LGD code', '990261')
        window.set('text', 'Population', 'many')
        os.unlink(other)  # what is put back then is a new file, to be opened anew
        window.click('push button', 'Put It Back')
        window.find('label', 'Put it back without what is typed*')
        window.dismiss('Go Back')
        assert not os.path.exists(other)
        window.click('push button', 'Put It Back')
        window.find('push button', 'Discard and Put Back')
        window.dismiss('Discard and Put Back')
        window.gone('label', 'The file was deleted')
        assert os.path.exists(other)


def test_deleted():
    """a file that is deleted while it is open is put back with all that was typed into it"""
    path = demo('deleted')
    remember()
    with Window(path) as window:
        window.find('label', '640 gram panchayats*')
        correct(window, 'Akalsara')
        window.until(lambda: 'Akalsara' in patal('--file', path, 'search', 'Akalsara')[1], 'the correction in the file')
        os.unlink(path)
        window.find('label', 'The file was deleted')
        assert not window.find_now('push button', 'Open It Where It Is Now')
        window.click('push button', 'Put It Back')
        window.gone('label', 'The file was deleted')
        window.find('label', '640 gram panchayats*')
        assert os.stat(path).st_mode & 0o777 == 0o600
    assert 'Akalsara' in patal('--file', path, 'search', 'Akalsara')[1]
    assert patal('--file', path, 'check')[0] == 0


def open_backups(window):
    window.main_menu('Backups and Check…')


def restore(window, button):
    """Presses a backup's button and says yes to the question."""
    window.find('push button', button, 20)
    window.dismiss(button)
    window.find('label', 'Go back to the state of *')
    window.dismiss('*Restore')


def test_restore_undone():
    """a restore asks first, goes back to the day's copy, and the copy made just before takes it back"""
    path = demo('undone')
    remember()
    with Window(path) as window:
        window.find('label', '640 gram panchayats*')
        window.until(lambda: glob.glob(path + '-backups/20*.patal'), 'the backup of the day')
        correct(window, 'Akalsara')
        window.until(lambda: 'Akalsara' in patal('--file', path, 'search', 'Akalsara')[1], 'the correction in the file')
        open_backups(window)
        window.find('push button', 'Restore the backup of *')
        window.dismiss('Restore the backup of *')
        window.find('label', 'Changes made since are taken away; what is there now is kept as a backup.')
        window.key('Return')  # Cancel is what Return presses
        window.gone('label', 'Go back to the state of *')
        assert not [n for n in os.listdir(path + '-backups') if 'before-restore' in n]
        open_backups(window)
        restore(window, 'Restore the backup of *')
        window.find('label', 'Restored. What was there before is kept as *')
        assert 'Akalsara' not in patal('--file', path, 'search', 'Akalsari')[1]
        window.click('push button', 'Backups')
        restore(window, 'Restore what was there before the restore of *')
        window.until(lambda: 'Akalsara' in patal('--file', path, 'search', 'Akalsara')[1], 'the correction again')
        window.find('label', '640 gram panchayats*')
    assert patal('--file', path, 'check')[0] == 0


def save_copy(window, target):
    before = window.x_focus()
    window.key('ctrl+shift+s')
    window.until(lambda: window.x_focus() != before, 'the file chooser')
    window.answer_chooser(target)


def test_full_disk():
    """on a full disk a copy, a restore and an import are each refused in words, and leave nothing half done"""
    path, table = demo('full'), os.path.join(HOME, 'full.csv')
    copy = os.path.join(os.path.dirname(path), 'copy.patal')
    no_room = '*copy.patal*could not be read or written*'  # a disk's own words are "is full": a limit is told apart
    remember()
    with open(table, 'w', encoding='utf-8') as file:
        file.write('block,gram panchayat,lgd code,remark\n' + ''.join('Boirtara,New %d,%d,%s\n' % (i, 800000 + i, 'x' * 400)
                                                                     for i in range(3000)))
    with Window(path) as window:
        window.find('label', '640 gram panchayats*')
        window.until(lambda: glob.glob(path + '-backups/20*.patal'), 'the backup of the day')
        kept = os.listdir(path + '-backups')
        window.limit(700000)
        save_copy(window, copy)
        window.find('label', no_room)
        assert not [n for n in beside(path) if n.startswith('copy')], beside(path)
        open_backups(window)
        restore(window, 'Restore the backup of *')
        window.find('label', '*before-restore.patal*could not be read or written*')
        assert os.listdir(path + '-backups') == kept
        window.key('ctrl+i')
        window.choose_file('Choose a File…', table)
        window.click('push button', 'Preview')
        window.click('push button', '*Import 3,000 Rows')
        window.find('label', '*full.patal*could not be read or written*')
        assert '\t800001\t' not in patal('--file', path, 'search', '800001')[1]
        window.limit(None)
        window.click('push button', 'Preview')
        window.click('push button', '*Import 3,000 Rows')
        window.find('push button', '*Undo the Import')
    assert '\t800001\t' in patal('--file', path, 'search', '800001')[1]
    assert patal('--file', path, 'check')[0] == 0


def test_second_window():
    """a file that a window has already is not opened twice: that window is shown, here and from another start"""
    path, other = demo('twice'), demo('beside')
    remember()
    with Window(path) as window:
        window.find('label', '640 gram panchayats*')
        frames = lambda: len(window.windows())
        for again in ([path], [os.path.dirname(path) + '/../twice/twice.patal']):
            assert subprocess.run([os.environ['PATAL_WINDOW'], *again], timeout=20, stderr=subprocess.DEVNULL).returncode == 0
            assert frames() == 1, window.showing()
        subprocess.run([os.environ['PATAL_WINDOW'], other], timeout=20, check=True, stderr=subprocess.DEVNULL)
        window.until(lambda: frames() == 2, 'a window for another file')


driver.run([test_damaged_once, test_gone, test_words, test_nothing_left, test_check, test_renamed, test_typed_astray, test_deleted, test_restore_undone,
            test_full_disk, test_second_window])
