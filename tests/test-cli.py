#!/usr/bin/python3
"""The command line as a script uses it: exit statuses, the counting line, files never half written. TAP.

SPDX-License-Identifier: GPL-3.0-or-later
"""
import csv
import gzip
import json
import os
import re
import sqlite3
import stat
import struct
import subprocess
import sys
import tempfile

import tap

PATAL = sys.argv[1]
FOLDER = tempfile.mkdtemp(prefix='patal-cli-')
COUNTS = re.compile(r'^new=(\d+) changed=(\d+) same=(\d+) doubtful=(\d+) refused=(\d+)$')


def place(name):
    return os.path.join(FOLDER, name)


def run(*arguments, stdin=None):
    done = subprocess.run([PATAL, *arguments], input=stdin, capture_output=True, text=True)
    return done.returncode, done.stdout, done.stderr


def write(name, text, encoding='utf-8'):
    with open(place(name), 'w', encoding=encoding, newline='') as file:
        file.write(text)
    return place(name)


def new_file(name):
    path = place(name)
    status, _, errors = run('new', path, '--state', 'CG', '--district', 'महानदीपुर', '--district-en', 'Mahanadipur')
    assert status == 0, errors
    return path


def import_units(path, source, *options):
    status, out, errors = run('--file', path, 'import', 'units', source, *options)
    match = COUNTS.match(out.splitlines()[-1]) if out else None
    assert match, (status, out, errors)
    return status, tuple(int(n) for n in match.groups()), errors


GPS = ('District Name;Block Name;GP Code;GP Name;GP Name (Hindi);Latitude;Longitude\r\n'
       'Mahanadipur;Sonpahri;900101;Akaltara;अकलतरा;21.9;82.4\r\n'
       'Mahanadipur;Sonpahri;900102;Bamhni;बम्हनी;21.95;82.45\r\n'
       'Mahanadipur;Kosamdih;900201;Chhapora;छपोरा;;\r\n')


def test_help():
    """--help lists every command and exits 0; a wrong one exits 2"""
    status, out, _ = run('--help')
    assert status == 0
    for command in ('demo', 'new', 'import', 'check', 'journal', 'undo', 'redo', 'backup', 'restore', 'search', 'report', 'chart',
                    'calendar', 'board', 'board-template'):
        assert re.search(r'^  %s ' % command, out, re.MULTILINE), command
        status, own, errors = run(command, '--help')
        assert (status, errors) == (0, '') and 'patal %s' % command in own and len(own.splitlines()) >= 3, (command, own, errors)
    status, _, errors = run('report', 'units', '--frob')
    assert status == 2 and '--frob' in errors, errors
    assert run('dance')[0] == 2
    assert run()[0] == 2


def test_new_and_modes():
    """a new file is readable by its owner alone and is never made over an old one"""
    path = new_file('new.patal')
    assert stat.S_IMODE(os.stat(path).st_mode) == 0o600
    before = open(path, 'rb').read()
    status, _, errors = run('new', path, '--state', 'CG', '--district', 'x')
    assert status == 1 and errors.strip()
    assert open(path, 'rb').read() == before


def test_import_and_again():
    """an import counts its rows; the same again changes nothing"""
    path = new_file('import.patal')
    source = write('gps.csv', GPS)
    status, counts, _ = import_units(path, source, '--dry-run')
    assert (status, counts) == (0, (3, 0, 0, 0, 0)), counts
    status, counts, _ = import_units(path, source)
    assert (status, counts) == (0, (3, 0, 0, 0, 0)), counts
    status, counts, _ = import_units(path, source)
    assert (status, counts) == (0, (0, 0, 3, 0, 0)), counts
    assert run('--file', path, 'check')[0] == 0


def test_refused_stops():
    """one refused row stops all, unless --partial is given"""
    path = new_file('refused.patal')
    source = write('refused.csv', GPS + 'Mahanadipur;Kosamdih;900202;Dhurkot;धुरकोट;99;82\r\nMahanadipur;Kosamdih;900203;;;;\r\n')
    status, counts, errors = import_units(path, source)
    assert (status, counts) == (1, (3, 0, 0, 0, 2)), (status, counts)
    assert '5' in errors and '99' in errors
    assert run('--file', path, 'search', 'Akaltara')[1] == ''
    refused = place('refused-out.csv')
    status, counts, _ = import_units(path, source, '--partial', '--save-refused', refused)
    assert (status, counts) == (0, (3, 0, 0, 0, 2)), (status, counts)
    kept = open(refused, encoding='utf-8-sig').read()
    assert 'धुरकोट' in kept and '99' in kept
    assert 'Akaltara' in run('--file', path, 'search', 'Akaltara')[1]


def test_doubtful():
    """a near-duplicate without a code is doubtful: skipped, taken as new, or merged as one says"""
    again = 'Block Name,GP Name\r\nSonpahri,Akaltaraa\r\n'
    for decision, found in (('skip', 1), ('new', 2), ('merge', 1)):
        path = new_file('doubtful-%s.patal' % decision)
        import_units(path, write('gps.csv', GPS))
        status, counts, _ = import_units(path, write('again.csv', again), '--doubtful', decision)
        assert (status, counts) == (0, (0, 0, 0, 1, 0)), counts
        lines = run('--file', path, 'search', 'akaltara')[1].splitlines()
        assert len(lines) == found, (decision, lines)
        if decision == 'merge':
            assert run('--file', path, 'search', 'Akaltaraa')[1].split('\t')[2] == '900101'


def test_encodings():
    """gzip, UTF-16, BOM, tabs and CRLF read the same"""
    variants = {
        'bom.csv': ('\ufeff' + GPS).encode('utf-8'),
        'utf16.txt': GPS.replace(';', '\t').encode('utf-16'),
        'plain.csv.gz': gzip.compress(GPS.replace('\r\n', '\n').encode('utf-8')),
    }
    for name, data in variants.items():
        with open(place(name), 'wb') as file:
            file.write(data)
        path = new_file(name + '.patal')
        status, counts, errors = import_units(path, place(name))
        assert (status, counts) == (0, (3, 0, 0, 0, 0)), (name, counts, errors)
        assert 'अकलतरा' in run('--file', path, 'search', '900101')[1], name


def test_krutidev():
    """a column in Kruti Dev is recognised and converted"""
    path = new_file('kruti.patal')
    rows = ['vdyrjk', 'ckjk', 'cks/kx;k', 'jk;iqj', 'x;k', 'fcykliqj']
    source = write('kruti.csv', 'Block Name,GP Code,ग्राम पंचायत\r\n'
                   + ''.join('Sonpahri,%d,%s\r\n' % (900300 + i, row) for i, row in enumerate(rows)))
    status, counts, errors = import_units(path, source)
    assert (status, counts) == (0, (len(rows), 0, 0, 0, 0)), (counts, errors)
    assert 'अकलतरा' in run('--file', path, 'search', '900300')[1]
    status, out, _ = run('text', 'convert', '--from', 'krutidev', stdin='vdyrjk\nfcykliqj\n')
    assert (status, out) == (0, 'अकलतरा\nबिलासपुर\n'), out


def test_search_columns():
    """search prints kind, id, code, Hindi name, English name, block; Latin finds Devanagari"""
    path = new_file('search.patal')
    import_units(path, write('gps.csv', 'Block Name;GP Code;ग्राम पंचायत\r\nसोनपहरी;900101;अकलतरा\r\n'))
    for typed in ('अकल', 'akalt', '9001', 'AKALTARAA'):
        line = run('--file', path, 'search', typed)[1].splitlines()[0].split('\t')
        assert line[0] == 'unit' and line[2:] == ['900101', 'अकलतरा', '', 'सोनपहरी'], (typed, line)


def test_undo_redo():
    """undo and redo work across runs and say what they did"""
    path = new_file('undo.patal')
    import_units(path, write('gps.csv', GPS))
    status, out, _ = run('--file', path, 'undo')
    assert status == 0 and '3' in out, out
    assert run('--file', path, 'search', 'Akaltara')[1] == ''
    assert run('--file', path, 'redo')[0] == 0
    assert 'Akaltara' in run('--file', path, 'search', 'Akaltara')[1]
    assert run('--file', path, 'check')[0] == 0
    assert len(run('--file', path, 'journal')[1].splitlines()) >= 3


def test_bad_files():
    """not ours, missing, damaged, a folder: one sentence, exit 1, nothing changed"""
    other = write('other.patal', 'hello, I am a letter\n' * 100)
    damaged = new_file('damaged.patal')
    with open(damaged, 'r+b') as file:
        file.seek(0)
        file.write(b'\0' * 200)
    for path in (other, place('missing.patal'), damaged, FOLDER):
        before = open(path, 'rb').read() if os.path.isfile(path) else None
        status, out, errors = run('--file', path, 'search', 'x')
        assert status == 1 and out == '' and errors.startswith('patal: '), (path, status, errors)
        if before is not None:
            assert open(path, 'rb').read() == before
    assert run('--file', new_file('ok.patal'), 'import', 'units', place('missing.csv'))[0] == 1


def test_demo_is_the_same():
    """the demonstration district is the same, byte for byte, each time"""
    files = [place('demo-%d.patal' % i) for i in (1, 2)]
    for path in files:
        assert run('demo', path)[0] == 0
    assert open(files[0], 'rb').read() == open(files[1], 'rb').read()
    assert run('--file', files[0], 'check')[0] == 0


def test_reports():
    """every report comes out as CSV and XLSX, in Hindi and in English"""
    path = place('demo-reports.patal')
    assert run('demo', path)[0] == 0
    names = run('report', 'list', '--names')[1].split()
    assert {'units', 'people', 'vacancies', 'venues', 'holidays'} <= set(names), names
    for name in names:
        for lang in ('hi', 'en'):
            for kind in ('csv', 'xlsx'):
                out = place('%s-%s.%s' % (name, lang, kind))
                status, _, errors = run('--file', path, 'report', name, '--lang', lang, '--out', out,
                                        '--as-on', '01.04.2026')
                assert status == 0, errors
                # a list may be empty in the demonstration, but not without its titles
                if kind == 'csv':
                    assert open(out, encoding='utf-8-sig').readline().count(',') >= 2, out
                else:
                    assert os.path.getsize(out) > 1000, out
                assert stat.S_IMODE(os.stat(out).st_mode) == 0o600
        rows = open(place(name + '-hi.csv'), encoding='utf-8-sig').read()
        assert re.search('[\u0900-\u097f]', rows.splitlines()[0]), rows.splitlines()[0]


def test_own_reports_come_back():
    """what was exported is imported as what is there already: no total, note or signature is taken for a row"""
    path = place('come-back.patal')
    assert run('demo', path)[0] == 0
    for name in ('units', 'people', 'venues', 'holidays', 'works'):
        for lang in ('hi', 'en'):
            for kind in ('csv', 'xlsx'):
                out = place('back-%s-%s.%s' % (name, lang, kind))
                assert run('--file', path, 'report', name, '--lang', lang, '--out', out)[0] == 0
                status, said, errors = run('--file', path, 'import', name, out, '--dry-run')
                counts = said.strip().splitlines()[-1]
                assert status == 0 and re.fullmatch(r'new=0 changed=0 same=[1-9]\d* doubtful=0 refused=0', counts), (out, counts, errors)


def test_backup_and_restore():
    """a backup is whole; restoring it gives it back, and restoring what stood there takes that back"""
    path = new_file('live.patal')
    copy = place('copy.patal')
    assert run('--file', path, 'backup', copy)[0] == 0
    assert run('--file', path, 'backup', copy)[0] == 1
    import_units(path, write('gps.csv', GPS))
    status, out, errors = run('--file', path, 'restore', copy)
    assert status == 0, errors
    assert run('--file', path, 'search', 'Akaltara')[1] == ''
    before = re.search(r'(/\S*\.patal)', out).group(1)
    assert run('--file', path, 'restore', before)[0] == 0
    assert 'Akaltara' in run('--file', path, 'search', 'Akaltara')[1]


def rows_of(path):
    with open(path, encoding='utf-8-sig', newline='') as file:
        return list(csv.reader(file))


def test_report_numbers():
    """a report is known by its number too, and the list says it"""
    path = place('numbers.patal')
    assert run('demo', path)[0] == 0
    numbers = {row[2]: row[0] for row in (line.split('\t') for line in run('report', 'list')[1].splitlines()) if len(row) > 2}
    assert {'R%d' % i for i in range(1, 10)} <= set(numbers), numbers
    assert numbers['R3'] == 'saturation' and numbers['R1'] == 'training-calendar', numbers
    for number, name in numbers.items():
        written = []
        for called in (number.lower(), name):
            out = place('by-%s.csv' % called)
            assert run('--file', path, 'report', called, '--as-on', '2026-06-04', '--out', out)[0] == 0, called
            written.append(rows_of(out))
        assert written[0] == written[1] and len(written[0]) > (0 if number in ('R6', 'R9') else 1), number
    assert run('--file', path, 'report', 'R99', '--out', place('no.csv'))[0] == 2


def events_of(path):
    """what another program reads: a dictionary an event"""
    done = subprocess.run(['/usr/bin/python3', os.path.join(os.path.dirname(os.path.abspath(__file__)), 'read_ics.py'), path],
                          capture_output=True, text=True, check=True)
    events = []
    for line in done.stdout.splitlines():
        if line == 'VEVENT':
            events.append({})
        elif events:
            name, value = line.split(' ', 1)
            events[-1][name] = json.loads(value)
    return events


def test_training_events():
    """batches as iCalendar: of all, of a block, of a trainer; a batch that moves keeps its UID"""
    path, out, again = place('events.patal'), place('all.ics'), place('again.ics')
    assert run('demo', path)[0] == 0
    calendar = '--file', path, 'report', 'calendar', '--format', 'ics', '--as-on', '2026-06-04'
    assert run(*calendar, '--out', out)[0] == 0
    everything = events_of(out)
    with sqlite3.connect(path) as store:
        rows = store.execute("""SELECT b.id, k.unit, x.trainer, p.name_hi FROM batch b JOIN cluster k ON k.id = b.cluster JOIN training t ON t.id = k.training
          LEFT JOIN batch_trainer x ON x.batch = b.id LEFT JOIN trainer r ON r.id = x.trainer LEFT JOIN person p ON p.id = r.person
          WHERE t.fy = 2026 ORDER BY b.id, x.id""").fetchall()
    batches, (_, block, trainer, name) = len({row[0] for row in rows}), rows[0]
    in_block, taught = (len({row[0] for row in rows if row[at] == wanted}) for at, wanted in ((1, block), (2, trainer)))
    assert len(everything) == batches > 20, (len(everything), batches)
    assert len({event['UID'] for event in everything}) == batches
    assert any('\u0900' <= letter <= '\u097f' for letter in everything[0]['SUMMARY'] + everything[0]['LOCATION'])
    assert sum(event['STATUS'] == 'CANCELLED' for event in everything) == 1 # one is postponed
    for option, value, expected in (('--within', str(block), in_block), ('--trainer', name, taught)):
        part = place('part%s.ics' % option)
        assert run(*calendar, option, value, '--out', part)[0] == 0
        assert 0 < len(events_of(part)) == expected < batches, (option, len(events_of(part)), expected)
    assert run(*calendar, '--out', again)[0] == 0
    assert open(out, 'rb').read() == open(again, 'rb').read()
    assert run(*calendar, '--trainer', 'nobody', '--out', place('no.ics'))[0] == 1
    assert run(*calendar, '--filter', 'fy=2019-20', '--out', place('no.ics'))[0] == 1
    assert run('--file', path, 'report', 'calendar', '--out', place('no.pdf'))[0] == 2


def test_calendar_batches():
    """a month shows its batches on their days when asked, those of a block alone, and none that is called off"""
    path, out = place('month.patal'), place('month.pdf')
    assert run('demo', path)[0] == 0
    with sqlite3.connect(path) as store:
        name, block, no = store.execute("""SELECT u.name_en, u.id, b.no FROM batch b JOIN cluster k ON k.id = b.cluster JOIN unit u ON u.id = k.unit
          WHERE b.start_day BETWEEN '2026-05-01' AND '2026-05-20' AND b.status = 'held' ORDER BY b.no LIMIT 1""").fetchone()
        others = {row[0] for row in store.execute("SELECT name_en FROM unit WHERE level = 'block' AND id <> ?", (block,))}

    def text(*options):
        assert run('--file', path, 'calendar', '2026-05', '--lang', 'en', '--out', out, *options)[0] == 0
        return subprocess.run(['pdftotext', '-raw', out, '-'], capture_output=True, text=True, check=True).stdout

    assert 'batch' not in text()
    everything, own = text('--batches'), text('--batches', '--scope', str(block))
    assert '%s: batch %d' % (name, no) in everything and '%s: batch %d' % (name, no) in own, everything
    assert any(other + ': batch' in everything for other in others) and not any(other + ': batch' in own for other in others), own


def test_calendar_one_sheet():
    """a year stands on one sheet, also as a picture: its holidays by name, its batches by number, of a block its own alone"""
    path, out, picture = place('wall.patal'), place('wall.pdf'), place('wall.png')
    assert run('demo', path)[0] == 0

    def text(*options):
        assert run('--file', path, 'calendar', '2026-27', '--one-sheet', '--paper', 'a3', '--lang', 'en', '--out', out, *options)[0] == 0
        info = subprocess.run(['pdfinfo', out], capture_output=True, text=True, check=True).stdout
        assert re.search(r'^Pages: +1$', info, re.M) and re.search(r'^Page size: +1190\.55 x 841\.89', info, re.M), info
        return subprocess.run(['pdftotext', '-raw', out, '-'], capture_output=True, text=True, check=True).stdout

    bare, full = text(), text('--batches')
    for words in ('April 2026', 'March 2027', 'Mahatma Gandhi Jayanti', 'Mon'):
        assert words in bare, (words, bare)
    assert 'numbers of its batches' in full and 'numbers of its batches' not in bare
    with sqlite3.connect(path) as store:
        block = store.execute("""SELECT k.unit FROM batch b JOIN cluster k ON k.id = b.cluster
          WHERE b.start_day BETWEEN '2026-05-01' AND '2026-05-20' AND b.no = 1""").fetchone()[0]
    own = text('--batches', '--scope', str(block))
    assert len(bare) < len(own) < len(full), (len(bare), len(own), len(full))
    assert run('--file', path, 'calendar', '2026-27', '--one-sheet', '--pixels', '1684x1190', '--out', picture)[0] == 0
    assert pixels_of(picture) == (1684, 1190)


def test_both_languages():
    """a report in both languages has the Hindi one's rows in its order, and beside each the words of the same row in English"""
    path = place('both.patal')
    assert run('demo', path)[0] == 0
    for name in run('report', 'list', '--names')[1].split():
        tables = {}
        for lang in ('hi', 'en', 'both'):
            out = place('both-%s.csv' % lang)
            status, _, errors = run('--file', path, 'report', name, '--lang', lang, '--out', out)
            assert status == 0, errors
            tables[lang] = rows_of(out)
        hi, en, both = tables['hi'], tables['en'], tables['both']
        assert len(hi) == len(en) == len(both)
        left = sorted(row[1:] for row in en)
        for number, row in enumerate(both):
            # a Hindi word may hold ' / ' itself ("ग्राम पंचायत / कार्यालय"): cut where the Hindi ends
            english = [cell if cell == hi[number][at] else cell[len(hi[number][at]) + 3:] if hi[number][at] else cell
                       for at, cell in enumerate(row)]
            assert all(cell.startswith(hi[number][at]) for at, cell in enumerate(row)), (name, row, hi[number])
            assert english[1:] in left, (name, english)
            left.remove(english[1:])
        assert not left, (name, left[:3])
    assert run('--file', path, 'report', 'units', '--lang', 'mr', '--out', place('no.csv'))[0] == 2
    assert not os.path.exists(place('no.csv'))


def test_export_comes_back():
    """what a report writes is taken in again, in either language, and changes nothing"""
    path = place('comes-back.patal')
    assert run('demo', path)[0] == 0
    for lang in ('hi', 'en'):
        for name in ('units', 'people', 'venues', 'holidays', 'works'):
            out = place('comes-back-%s.csv' % lang)
            assert run('--file', path, 'report', name, '--lang', lang, '--out', out)[0] == 0
            status, said, errors = run('--file', path, 'import', name, out)
            assert status == 0, errors
            assert said.splitlines()[-1] == 'new=0 changed=0 same=%d doubtful=0 refused=0' % (len(rows_of(out)) - 1), said


def pixels_of(path):
    with open(path, 'rb') as file:
        head = file.read(24)
    assert head[:8] == b'\x89PNG\r\n\x1a\n', head
    return struct.unpack('>II', head[16:24])


def test_charts():
    """every chart comes out as PDF, SVG and PNG, in Hindi and in English; a wrong question is said to be one"""
    path = place('charts.patal')
    assert run('demo', path)[0] == 0
    names = run('chart', 'list', '--names')[1].split()
    assert names[:1] == ['vacancies'] and len(names) == len(run('chart', 'list')[1].splitlines()), names
    for name in names:
        for lang in ('hi', 'en'):
            for ending in ('pdf', 'svg', 'png'):
                out = place('%s-%s.%s' % (name, lang, ending))
                status, _, errors = run('--file', path, 'chart', name, '--lang', lang, '--as-on', '2026-04-01', '--out', out)
                assert status == 0, errors
                assert os.path.getsize(out) > 3000 and stat.S_IMODE(os.stat(out).st_mode) == 0o600
            assert pixels_of(out) == (1920, 1080)
    phone = place('phone.png')
    assert run('--file', path, 'chart', 'gaps', '--pixels', '1080x1920', '--out', phone)[0] == 0
    assert pixels_of(phone) == (1080, 1920)
    upright = place('upright.png')
    assert run('--file', path, 'chart', 'gaps', '--turn', 'portrait', '--out', upright)[0] == 0
    assert pixels_of(upright)[0] < pixels_of(upright)[1]
    for wrong in (['frob', '--out', 'x.pdf'], ['gaps'], ['gaps', '--out', 'x.doc'], ['gaps', '--out', 'x.pdf', '--pixels', '10x10'],
                  ['gaps', '--out', 'x.png', '--pixels', '10x10'], ['gaps', '--out', 'x.png', '--pixels', '1920x1080x2'],
                  ['gaps', '--out', 'x.png', '--pixels', '800x600', '--paper', 'a4'], ['gaps', '--out', 'x.pdf', '--paper', 'a5'],
                  ['gaps', '--out', 'x.pdf', '--lang', 'both'], ['gaps', '--out', 'x.pdf', '--turn', 'round']):
        status, _, errors = run('--file', path, 'chart', *wrong)
        assert status == 2 and errors, (wrong, status, errors)
    status, _, errors = run('--file', path, 'chart', 'gaps', '--scope', 'कहींनहीं', '--out', place('x.pdf'))
    assert status == 1 and 'कहींनहीं' in errors, errors
    assert not os.path.exists(place('x.pdf'))


def test_calendar():
    """a month on A4 and A3 and in pixels, a year as one PDF with an outline; a picture of a year is refused"""
    path = place('calendar.patal')
    assert run('demo', path)[0] == 0
    year = place('year.pdf')
    status, _, errors = run('--file', path, 'calendar', '2026-27', '--paper', 'a3', '--out', year)
    assert status == 0, errors
    info = subprocess.run(['pdfinfo', year], capture_output=True, text=True, check=True).stdout
    assert re.search(r'^Pages: +12$', info, re.M) and re.search(r'^Page size: +1190\.55 x 841\.89', info, re.M), info
    outline = subprocess.run(['mutool', 'show', year, 'outline'], capture_output=True, text=True, check=True).stdout
    assert 'अप्रैल 2026' in outline and 'मार्च 2027' in outline and len(outline.splitlines()) == 13, outline
    subprocess.run(['qpdf', '--check', year], check=True, stdout=subprocess.DEVNULL)
    for lang in ('hi', 'en', 'both'):
        out = place('month-%s.pdf' % lang)
        assert run('--file', path, 'calendar', '2026-11', '--lang', lang, '--turn', 'portrait', '--out', out)[0] == 0
        text = subprocess.run(['pdftotext', out, '-'], capture_output=True, text=True, check=True).stdout
        assert ('गोवर्धन' in text) == (lang != 'en') and ('Govardhan' in text) == (lang != 'hi'), text
    picture = place('month.png')
    assert run('--file', path, 'calendar', '2026-11', '--pixels', '1280x720', '--out', picture)[0] == 0
    assert pixels_of(picture) == (1280, 720)
    status, _, errors = run('--file', path, 'calendar', '2026-27', '--out', place('year.png'))
    assert status == 1 and errors and not os.path.exists(place('year.png'))
    assert run('--file', path, 'calendar', 'November', '--out', place('x.pdf'))[0] == 2


WORKS = ('कार्यों की सूची (राशि लाख रु. में),,,,,,,,,\n'
         'क्र.,ग्राम पंचायत,कार्य का नाम,कार्य कोड,वित्तीय वर्ष,कार्य की स्थिति,प्रारंभ तिथि,स्वीकृत राशि,,\n'
         ',,,,,,,मजदूरी,सामग्री,योग\n'
         '1,अकलतरा,तालाब गहरीकरण,900101/WC/1,2021-22,प्रगतिरत,01.06.2021,2.1,1.4,3.5\n'
         '2,बम्हनी,डबरी निर्माण,900102/IF/2,2022-23,स्वीकृत,,0.93,0.2,1.13\n'
         '3,(2 ग्राम पंचायत),डबरी निर्माण,,2022-23,स्वीकृत,,3,1.6,4.6\n'
         'योग,,,,,,,3.03,1.6,4.63\n')


def test_works():
    """a list of works is taken in, found, listed in part and as a whole, and comes back as what is there already"""
    path = new_file('works.patal')
    import_units(path, write('gps.csv', GPS))
    source = write('works.csv', WORKS)
    status, said, errors = run('--file', path, 'import', 'works', source)
    assert status == 1 and said.splitlines()[-1] == 'new=2 changed=0 same=0 doubtful=0 refused=1', said
    assert '(2 ग्राम पंचायत)' in errors, errors
    refused = place('refused-works.csv')
    status, said, errors = run('--file', path, 'import', 'works', source, '--partial', '--save-refused', refused)
    assert status == 0, errors
    heads = rows_of(refused)[0]
    assert 'स्वीकृत राशि योग (लाख में)' in heads, heads  # it would read the same once corrected
    found = run('--file', path, 'search', 'डबरी')[1].splitlines()
    assert len(found) == 1 and found[0].split('\t')[0] == 'work' and '900102/IF/2' in found[0], found
    assert 'तालाब' in run('--file', path, 'search', '900101/WC')[1]
    status, said, errors = run('--file', path, 'import', 'works', source, '--partial', '--set', 'agency=वन विभाग', '--set', 'rate=261')
    assert status == 0 and said.splitlines()[-1] == 'new=0 changed=2 same=0 doubtful=0 refused=1', (said, errors)
    assert run('--file', path, 'undo')[0] == 0
    assert run('--file', path, 'import', 'works', source, '--set', 'rat=261')[0] == 2
    status, said, errors = run('--file', path, 'import', 'works', source, '--partial', '--set', 'scheme=पता नहीं')
    assert status == 1 and 'पता नहीं' in errors and len(errors.splitlines()) == 1, errors
    for lang in ('hi', 'en', 'both'):
        for kind in ('csv', 'xlsx'):
            out = place('works-%s.%s' % (lang, kind))
            assert run('--file', path, 'report', 'works', '--lang', lang, '--out', out)[0] == 0
            if lang == 'both':
                continue
            status, said, errors = run('--file', path, 'import', 'works', out)
            assert status == 0 and said.splitlines()[-1] == 'new=0 changed=0 same=2 doubtful=0 refused=0', (out, said, errors)
    rows = rows_of(place('works-en.csv'))
    assert '2021-06-01' in rows[1] and '210000' in rows[1] and '60 : 40' in rows[1], rows
    out = place('some.csv')
    for filters, expected in ((('status=ongoing',), 1), (('kind=individual',), 1), (('fy=2022-23',), 1), (('board=missing',), 1),
                              (('board=built',), 0), (('status=sanctioned', 'kind=community'), 0)):
        chosen = [word for one in filters for word in ('--filter', one)]
        status, _, errors = run('--file', path, 'report', 'works', '--out', out, *chosen)
        assert status == 0 and len(rows_of(out)) == expected + 1, (filters, errors, rows_of(out))
    assert run('--file', path, 'report', 'works', '--out', out, '--scope', 'Kosamdih')[0] == 0 and len(rows_of(out)) == 1
    assert run('--file', path, 'report', 'works', '--out', out, '--filter', 'columns=short')[0] == 0
    assert 5 < len(rows_of(out)[0]) < len(rows[0]), rows_of(out)
    assert run('--file', path, 'report', 'works', '--out', out, '--filter', 'status=frob')[0] == 1
    assert run('--file', path, 'check')[0] == 0
    assert run('--file', path, 'undo')[0] == 0 and run('--file', path, 'search', 'डबरी')[1] == ''


def test_words():
    """numbers and dates are said as the office says them"""
    assert run('text', 'group', '29964200')[1] == '2,99,64,200\n'
    assert run('text', 'words', '29964200')[1] == 'दो करोड़ निन्यानवे लाख चौंसठ हजार दो सौ\n'
    assert run('text', 'date', '20 दिसम्बर से 5 जनवरी 2022')[1] == '2021-12-20\t2022-01-05\n'


if __name__ == '__main__':
    sys.exit(tap.run(globals(), FOLDER))
