#!/usr/bin/python3
"""Boards by the command line: of which works, into which files, and what is refused. TAP.

SPDX-License-Identifier: GPL-3.0-or-later
"""
import os
import re
import signal
import stat
import struct
import subprocess
import sys
import tempfile
import time

import tap

PATAL = sys.argv[1]
FOLDER = tempfile.mkdtemp(prefix='patal-boards-')
UNITS = ('Block Name,GP Code,GP Name,GP Name (Hindi)\r\n'
         'Sonpahri,900101,Bamhni,बम्हनी\r\nSonpahri,900102,Akaltara,अकलतरा\r\nKosamdih,900201,Bamhni,बम्हनी\r\n')
HEAD = 'विकासखण्ड,ग्राम पंचायत,कार्य का नाम,कार्य कोड,वित्तीय वर्ष,मजदूरी,सामग्री,कुल,स्थिति,प्रारंभ तिथि,पूर्णता तिथि,व्यय मजदूरी,व्यय सामग्री,कुल व्यय,सृजित मानव दिवस\r\n'
POND = 'Sonpahri,Bamhni,"%s",3316001/WC/1,2021-22,120000,80000,200000,%s\r\n'
BEGUN = 'प्रगतिरत,01.06.2021,,,,,'
ENDED = 'पूर्ण,01.06.2021,20.12.2021,119000,79000,198000,615'
OTHERS = ('Sonpahri,Bamhni,सी.सी. रोड / नाली,3316001/RC/2,2021-22,50000,90000,140000,' + BEGUN + '\r\n'
          'Sonpahri,Akaltara,कुआं,3316001/WC/3,2021-22,90000,20000,110000,' + BEGUN + '\r\n'
          'Kosamdih,Bamhni,भवन,3316002/AV/4,2021-22,200000,500000,700000,' + ENDED + '\r\n')


def place(name):
    return os.path.join(FOLDER, name)


def run(*arguments, environment=None):
    done = subprocess.run([PATAL, *arguments], capture_output=True, text=True, env={**os.environ, **(environment or {})})
    return done.returncode, done.stdout, done.stderr


def write(name, text):
    with open(place(name), 'w', encoding='utf-8', newline='') as file:
        file.write(text)
    return place(name)


def must(*arguments):
    status, out, errors = run(*arguments)
    assert status == 0, (arguments, status, errors)
    return out


def take_in_works(path, text):
    must('--file', path, 'import', 'works', write('works.csv', HEAD + text), '--doubtful', 'new')


def new_file(name):
    path = place(name)
    must('new', path, '--state', 'CG', '--district', 'महानदीपुर')
    must('--file', path, 'import', 'units', write('units.csv', UNITS))
    take_in_works(path, POND % ('तालाब गहरीकरण', BEGUN) + OTHERS)
    return path


def board(path, *options):
    return run('--file', path, 'board', *options)


def pages_of(pdf):
    return int(re.search(r'^Pages:\s+(\d+)', subprocess.run(['pdfinfo', pdf], capture_output=True, text=True).stdout, re.M).group(1))


def text_of(pdf):
    return subprocess.run(['pdftotext', pdf, '-'], capture_output=True, text=True).stdout


def origins(pdf):
    """each line's first letter's place in points, by MuPDF"""
    lines, found = [], subprocess.run(['mutool', 'draw', '-F', 'stext', pdf], capture_output=True, text=True).stdout
    for line in found.split('<line ')[1:]:
        chars = re.findall(r' x="([-.\d]+)" y="([-.\d]+)".*? c="(.[^"]*)"', line)
        lines.append((''.join(c for _, _, c in chars), float(chars[0][0]), float(chars[0][1])))
    return lines


def test_scopes():
    """works are those of the file, a block, a gram panchayat or one; a word for several is refused with their codes"""
    path = new_file('scopes.patal')
    out = place('boards.pdf')
    for scope, n in ((['--all'], 4), (['--block', 'Sonpahri'], 3), (['--gp', '900102'], 1), (['--gp', 'अकलतरा', '--gp', '900101'], 3),
                     (['--block', 'kosamdih', '--all'], 4), (['--gp', '900201', '--block', 'Sonpahri'], 4),
                     (['--work', '3316001/wc/1', '--work', '3316002/AV/4'], 2)):
        status, counted, errors = board(path, *scope, '--out', out)
        assert (status, counted) == (0, 'boards=%d pages=%d\n' % (n, n)), (scope, counted, errors)
        assert pages_of(out) == n
        assert stat.S_IMODE(os.stat(out).st_mode) == 0o600
    os.unlink(out)
    status, _, errors = board(path, '--gp', 'बम्हनी', '--out', out)
    assert status == 1 and '900101' in errors and '900201' in errors and not os.path.exists(out), errors
    for scope in (['--gp', 'Nowhere'], ['--block', '900101'], ['--work', '7'], ['--work', 'x']):
        status, _, errors = board(path, *scope, '--out', out)
        assert status == 1 and scope[1] in errors and len(errors.splitlines()) == 1 and not os.path.exists(out), (scope, errors)


def test_code_of_several():
    """a code that two works have is refused with the numbers by which they are told apart"""
    path = new_file('codes.patal')
    take_in_works(path, 'Sonpahri,Akaltara,नाली,3316001/WC/1,2021-22,90000,20000,110000,%s\r\n' % BEGUN)
    status, _, errors = board(path, '--work', '3316001/WC/1', '--out', place('c.pdf'))
    numbers = re.findall(r'^  (\d+)  ', errors, re.M)
    assert status == 1 and len(numbers) == 2, errors
    assert board(path, '--work', numbers[1], '--out', place('c.pdf'))[:2] == (0, 'boards=1 pages=1\n')


def test_doubtful_rows():
    """an import names each doubtful row, why, and what it may be; and says that it was left out"""
    path = new_file('doubtful.patal')
    text = ('Sonpahri,अकलतारा,पुल,,2021-22,1000,2000,3000,%s\r\n' % BEGUN
            + 'Sonpahri,Akaltara,घाट,,2021-22,1000,2000,3000,प्रगतिरत,32/07/2025,,,,,\r\n')
    english = {'LANGUAGE': 'en'}
    status, out, errors = run('--file', path, 'import', 'works', write('d.csv', HEAD + text), environment=english)
    assert (status, out) == (0, 'new=0 changed=0 same=0 doubtful=2 refused=0\n'), (out, errors)
    assert re.search(r'^2 rows are doubtful and are left out', errors, re.M), errors
    assert re.search(r'^Line 2, .*“अकलतारा”.* → अकलतरा$', errors, re.M) and re.search(r'^Line 3, .*“32/07/2025”', errors, re.M), errors
    status, _, errors = run('--file', path, 'import', 'works', place('d.csv'), '--doubtful', 'merge', environment=english)
    assert status == 0 and 'are taken' in errors, errors
    assert board(path, '--all', '--out', place('d.pdf'))[:2] == (0, 'boards=6 pages=6\n')


def test_overprint_without_print():
    """an overprint without a first print says how one is made"""
    status, _, errors = board(new_file('no-print.patal'), '--work', '3316002/AV/4', '--kind', 'overprint', '--out', place('o.pdf'))
    assert status == 1 and '--kind full --issue' in errors, errors
    told = must('board', '--help')
    assert '--fill:' in told and '--sheet:' in told and '--turn:' in told, told


def test_wrong_usage():
    """a wrong word, a missing scope, a missing place: said in one line, exit 2, nothing opened"""
    for options in ([], ['--all'], ['--out', 'x.pdf'], ['--all', '--out', 'x', '--kind', 'poster'], ['--all', '--out', 'x', '--lang', 'fr'],
                    ['--all', '--out', 'x', '--format', 'doc'], ['--all', '--out', 'x', '--split', 'village'],
                    ['--all', '--out', 'x', '--size', '5 by'], ['--all', '--out', 'x.png', '--split', 'gp'],
                    ['--all', '--out', 'x.pdf', '--width', '100'], ['--all', '--out', 'x.png', '--width', '1'],
                    ['--all', '--out', 'x', '--issue'], ['--all', '--out', 'x', '--sheet', 'board'], ['--all', '--out', 'x', '--turn', 'round'],
                    ['--all', '--out', 'x', '--fill', 'later'], ['--all', '--out', 'x', '--side', 'top'], ['--frob']):
        status, _, errors = run('--file', place('none.patal'), 'board', *options)
        assert status == 2 and errors, (options, status, errors)


def test_kinds():
    """each kind has its sheets: a proof one, full size its own or tiles, the painter's figures"""
    path = new_file('kinds.patal')
    for options, pages, size in ((['--kind', 'proof'], 1, '841.89 x 595.28'), (['--kind', 'full'], 1, '4320 x 3456'),
                                 (['--kind', 'full', '--sheet', 'a4'], 42, None), (['--kind', 'full', '--sheet', 'a3'], 20, None),
                                 (['--size', '600x900mm'], 1, '595.28 x 841.89'), (['--size', 'a4'], 1, '595.28 x 841.89'),
                                 (['--kind', 'full', '--size', '3x2ft'], 1, '2592 x 1728')):
        out = place('kind.pdf')
        status, counted, errors = board(path, '--gp', '900102', *options, '--out', out)
        assert (status, counted) == (0, 'boards=1 pages=%d\n' % pages), (options, counted, errors)
        about = subprocess.run(['pdfinfo', out], capture_output=True, text=True).stdout
        assert size is None or size in about, (options, about)
    assert board(path, '--gp', '900102', '--kind', 'painter', '--out', out)[0] == 0
    painter = text_of(out)
    assert 'कुआं' in painter and '3316001/WC/3' in painter, painter
    assert board(path, '--gp', '900102', '--lang', 'both', '--out', out)[0] == 0
    both = text_of(out)
    assert 'कार्य का नाम' in both and 'Name of work' in both, both


def test_split():
    """a file for each gram panchayat or block, in a folder that appears whole; names keep their Hindi"""
    path = new_file('split.patal')
    folder = place('boards')
    status, counted, errors = board(path, '--all', '--split', 'gp', '--out', folder)
    assert (status, counted) == (0, 'boards=4 pages=4\n'), (counted, errors)
    assert sorted(os.listdir(folder)) == sorted(['Kosamdih - बम्हनी.pdf', 'Sonpahri - बम्हनी.pdf', 'Sonpahri - अकलतरा.pdf']), os.listdir(folder)
    assert pages_of(os.path.join(folder, 'Sonpahri - बम्हनी.pdf')) == 2
    assert board(path, '--all', '--split', 'block', '--out', folder)[0] == 0
    assert len(os.listdir(folder)) == 5 and pages_of(os.path.join(folder, 'Sonpahri.pdf')) == 3
    assert [name for name in os.listdir(FOLDER) if name.startswith('.')] == []


def test_pictures():
    """pictures are as wide as a telephone unless one says otherwise: one file, or a folder of them"""
    path = new_file('pictures.patal')
    one, some = place('one.png'), place('some')
    assert board(path, '--gp', '900102', '--out', one)[:2] == (0, 'boards=1 pages=1\n')
    with open(one, 'rb') as file:
        head = file.read(24)
    assert head[:8] == b'\x89PNG\r\n\x1a\n' and struct.unpack('>II', head[16:]) == (1080, 864), head
    assert board(path, '--gp', '900102', '--width', '540', '--out', one)[0] == 0
    with open(one, 'rb') as file:
        assert struct.unpack('>II', file.read(24)[16:]) == (540, 432)
    assert board(path, '--block', 'Sonpahri', '--format', 'svg', '--out', some)[0] == 0
    assert sorted(os.listdir(some)) == sorted(['बम्हनी - तालाब गहरीकरण.svg', 'बम्हनी - सी.सी. रोड - नाली.svg', 'अकलतरा - कुआं.svg']), os.listdir(some)
    status, _, errors = board(path, '--all', '--format', 'png', '--out', one)
    assert status == 1 and 'one.png' in errors, errors


def changed_template(path):
    """the office's own: the rows the other way round, and another size of their heights"""
    shipped = must('--file', path, 'board-template', 'show', 'community')
    parts = re.split(r'\n(?=\[)', shipped)
    fields = [re.sub(r'\n(weight|beside|share) = [^\n]*', '', part).strip() + '\n' for part in parts if part.startswith('[field')]
    head = [part.strip() + '\n' for part in parts if part.startswith('[board')]
    must('--file', path, 'board-template', 'add', 'हमारा', write('own.board', '\n'.join(head + fields[::-1])))
    must('--file', path, 'board-template', 'use', 'हमारा', 'community')


def test_first_print():
    """--issue keeps the print; the overprint stands at its places after work, template and fonts have changed, and tells the difference"""
    path = new_file('first.patal')
    site, first, second = place('site.pdf'), place('first.pdf'), place('second.pdf')
    status, _, errors = board(path, '--gp', '900101', '--kind', 'overprint', '--out', first)
    assert status == 1 and errors and not os.path.exists(first), errors
    status, counted, errors = board(path, '--gp', '900101', '--kind', 'full', '--issue', '--out', site)
    assert (status, counted) == (0, 'boards=2 pages=2 kept=2\n'), (counted, errors)
    assert board(path, '--gp', '900101', '--kind', 'full', '--issue', '--out', site)[1] == 'boards=2 pages=2 kept=0\n'
    status, _, errors = board(path, '--gp', '900101', '--kind', 'overprint', '--out', first)
    assert status == 1 and len(errors.splitlines()) >= 2, errors  # neither is completed
    take_in_works(path, POND % ('तालाब गहरीकरण', ENDED))
    status, counted, errors = board(path, '--gp', '900101', '--kind', 'overprint', '--out', first)
    assert (status, counted) == (0, 'boards=1 pages=1\n'), (counted, errors)
    assert 'सी.सी. रोड' in errors and 'तालाब' not in errors, errors
    take_in_works(path, POND % ('बड़ा तालाब गहरीकरण एवं पिचिंग कार्य, आश्रित ग्राम बम्हनी खुर्द, स्कूल पारा', ENDED))
    changed_template(path)
    fonts = write('fonts.conf', '<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd"><fontconfig><include>/etc/fonts/fonts.conf</include>'
                  '<selectfont><rejectfont><pattern><patelt name="family"><string>Noto Sans Devanagari</string></patelt></pattern></rejectfont>'
                  '</selectfont></fontconfig>')
    status, _, errors = run('--file', path, 'board', '--gp', '900101', '--kind', 'overprint', '--out', second, environment={'FONTCONFIG_FILE': fonts})
    assert status == 0 and 'कार्य का नाम' in errors, errors
    before, after = origins(first), origins(second)
    assert len(before) >= 5 and '20.12.2021' in [text for text, _, _ in before], before
    assert [text for text, _, _ in before] == [text for text, _, _ in after], (before, after)
    for (text, x, y), (_, other_x, other_y) in zip(before, after):
        assert abs(x - other_x) < 0.28 and abs(y - other_y) < 0.28, (text, x, y, other_x, other_y)  # 0.1 mm
    assert board(path, '--gp', '900101', '--kind', 'full', '--out', site)[0] == 0
    assert 'बड़ा' not in text_of(site)  # a copy is a copy


def test_nothing_half_written():
    """a place that cannot be written, or a full disk: a sentence, no file, no first print kept"""
    path = new_file('half.patal')
    out = place('nowhere/boards.pdf')
    status, _, errors = board(path, '--all', '--kind', 'full', '--issue', '--out', out)
    assert status == 1 and 'boards.pdf' in errors, errors
    assert 'kept=4' in must('--file', path, 'board', '--all', '--kind', 'full', '--issue', '--out', place('now.pdf'))
    status, _, errors = run('--file', path, 'board', '--all', '--out', '/dev/full/boards.pdf')
    assert status == 1 and errors, errors
    status, _, errors = board(path, '--all', '--split', 'gp', '--out', place('now.pdf'))
    assert status == 1 and 'now.pdf' in errors, errors


def test_interrupted():
    """Ctrl+C leaves nothing, and keeps nothing"""
    path = new_file('stopped.patal')
    for start in range(10, 2010, 500):
        take_in_works(path, ''.join('Sonpahri,Bamhni,कार्य %d,33160/X/%d,2021-22,1000,2000,3000,%s\r\n' % (i, i, BEGUN)
                                    for i in range(start, start + 500)))
    folder = place('stopped')
    os.mkdir(folder)
    process = subprocess.Popen([PATAL, '--file', path, 'board', '--all', '--kind', 'full', '--sheet', 'a4', '--out', os.path.join(folder, 'b.pdf')],
                               stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True)
    while not os.listdir(folder) and process.poll() is None:
        time.sleep(0.01)
    process.send_signal(signal.SIGINT)
    errors = process.communicate(timeout=60)[1]
    assert process.returncode == 130 and errors == '', (process.returncode, errors)
    assert os.listdir(folder) == []


def test_size_warning():
    """a size at which most letters cannot be read is taken, and standard error says, once, how high it must be"""
    path = new_file('size.patal')
    said = '3000 × 300 मि.मी. के पटल पर अधिकांश अक्षर'
    for options in (['--out', place('low.pdf')], ['--check']):
        status, out, errors = board(path, '--all', '--size', '3000x300mm', *options)
        assert status == 0 and 'boards=4' in out, (options, status, out)
        assert errors.count(said) == 1 and re.search(r'कम से कम \d+ मि.मी.', errors) and said not in out, (options, errors)
    for size in (['--size', '5x4ft'], []):
        status, _, errors = board(path, '--all', *size, '--out', place('usual.pdf'))
        assert status == 0 and 'अधिकांश अक्षर' not in errors, (size, errors)


def test_check():
    """--check says what is wrong, each with its board, and ends with 1 where a board must not be printed"""
    path = new_file('check.patal')
    status, out, _ = board(path, '--gp', '900102', '--check')
    assert re.search(r'^boards=1 found=\d stops=\d+ warns=\d+$', out, re.M), out
    take_in_works(path, 'Sonpahri,Akaltara,गलत योग,3316001/WC/9,2021-22,90000,20000,990000,%s\r\n' % BEGUN)
    status, out, _ = board(path, '--gp', '900102', '--check')
    assert 'गलत योग' in out, out
    assert 'boards=2' in out
    assert out.count('सभी पटलों के लिए एक बार भरना शेष: ') == 1, out  # of the office: once for both
    status, _, errors = board(path, '--gp', '900102', '--out', place('office.pdf'))
    assert status == 0 and errors.count('सभी पटलों के लिए एक बार भरना शेष: ') == 1, errors


def test_templates():
    """templates are shown, checked line by line, added and removed; one with faults is not taken"""
    path = new_file('templates.patal')
    assert must('--file', path, 'board-template', 'list').count('\n') == 2
    shown = must('--file', path, 'board-template', 'show', 'individual')
    good, bad = write('good.board', shown), write('bad.board', shown.replace('[field gp]', '[field gpp]') + '\n[field end]\nweight = -3\n')
    assert run('board-template', 'check', good)[0] == 0
    status, _, errors = run('board-template', 'check', bad)
    assert status == 1 and len(re.findall(r'\d+', errors)) >= 2, errors
    status, _, errors = run('--file', path, 'board-template', 'add', 'नया', bad)
    assert status == 1 and errors and must('--file', path, 'board-template', 'list').count('\n') == 2, errors
    assert 'नया' in must('--file', path, 'board-template', 'add', 'नया', good)
    assert 'नया' in must('--file', path, 'board-template', 'list')
    assert board(path, '--all', '--template', 'नया', '--out', place('t.pdf'))[0] == 0
    status, _, errors = board(path, '--all', '--template', 'कोई', '--out', place('u.pdf'))
    assert status == 1 and 'कोई' in errors and not os.path.exists(place('u.pdf')), errors
    must('--file', path, 'board-template', 'remove', 'नया')
    assert run('--file', path, 'board-template', 'remove', 'नया')[0] == 1
    assert run('--file', path, 'board-template', 'add', 'community', good)[0] == 1
    assert must('board-template', 'list').count('\n') == 2 and must('board-template', 'show', 'individual') == shown
    status, _, errors = run('board-template', 'check', place('none.board'))
    assert status == 1 and 'none.board' in errors and 'Failed to open' not in errors, errors
    assert run('board-template', 'show', 'none')[0] == 1
    assert run('board-template')[0] == 2 and run('board-template', 'show')[0] == 2


def used(path):
    rows = [line.split('\t') for line in must('--file', path, 'board-template', 'list').splitlines()]
    return {row[0]: row[3] for row in rows if row[3]}


def test_template_use():
    """a template that is added changes no board until it is chosen, and says so; what it lacks is told, and no refusal"""
    path = new_file('use.patal')
    assert len(used(path)) == 2 and 'individual' in used(path)['individual'], used(path)
    bare = write('bare.board', '[board]\nfor = individual\nsize = a4\n[field work_name]\n[field gp]\n')
    status, out, errors = run('board-template', 'check', bare)
    assert status == 0 and out and 'मजदूरी दर' in errors, (out, errors)
    before = board(path, '--all', '--out', place('before.pdf'))
    status, out, errors = run('--file', path, 'board-template', 'add', 'छोटा', bare)
    assert status == 0 and 'board-template use छोटा individual' in out and 'मजदूरी दर' in errors, (out, errors)
    assert 'छोटा' not in used(path) and board(path, '--all', '--out', place('after.pdf')) == before
    assert run('--file', path, 'board-template', 'use', 'छोटा', 'community')[0] == 1
    assert run('--file', path, 'board-template', 'use', 'छोटा', 'other')[0] == 2
    out = must('--file', path, 'board-template', 'use', 'छोटा', 'individual')
    assert 'छोटा' in out and 'board-template use' not in out, out
    assert 'individual' in used(path)['छोटा'] and 'individual' not in used(path), used(path)
    must('--file', path, 'board-template', 'remove', 'छोटा')
    assert 'individual' in used(path)['individual'], used(path)


if __name__ == '__main__':
    sys.exit(tap.run(globals(), FOLDER))
