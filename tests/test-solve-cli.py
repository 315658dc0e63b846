#!/usr/bin/python3
"""Plans by the command line: from plain files into plain files. TAP.

SPDX-License-Identifier: GPL-3.0-or-later
"""
import csv
import hashlib
import itertools
import json
import math
import os
import random
import re
import signal
import sqlite3
import subprocess
import sys
import tempfile
import time

import tap

PATAL = sys.argv[1]
FOLDER = tempfile.mkdtemp(prefix='patal-solve-')
ENVIRONMENT = {**os.environ, 'LANGUAGE': 'en'}


def place(name):
    return os.path.join(FOLDER, name)


def run(*arguments):
    done = subprocess.run([PATAL, *arguments], capture_output=True, text=True, env=ENVIRONMENT, check=False)
    return done.returncode, done.stdout, done.stderr


def must(*arguments):
    status, out, errors = run(*arguments)
    assert status == 0, (arguments, status, errors)
    return out


def write(folder, name, rows):
    os.makedirs(place(folder), exist_ok=True)
    with open(os.path.join(place(folder), name), 'w', encoding='utf-8', newline='') as file:
        csv.writer(file).writerows(rows)


def read(folder, name):
    with open(os.path.join(place(folder), name), encoding='utf-8', newline='') as file:
        return file.read()


def new_instance(folder, n_units=24, **rules):
    """Two blocks, two modules; @n_units of 10 to 15 persons in each."""
    lots = random.Random(5)
    units = [('unit_id', 'block_id', 'lat', 'lon', 'headcount')]
    venues = [('venue_id', 'block_id', 'lat', 'lon', 'seats', 'halls', 'pref', 'unit_id')]
    for block in range(2):
        for i in range(n_units):
            name = 'G%d_%03d' % (block, i)
            units.append((name, 'B%d' % block, round(22 + lots.uniform(0, .3), 4), round(78 + block + lots.uniform(0, .3), 4), lots.randint(10, 15)))
            if i % 2 == 0:
                venues.append(('V' + name, 'B%d' % block, '', '', 60, 1, i % 3, name))
    write(folder, 'params.csv', [('key', 'value'), *{'batch_min': 20, 'batch_max': 50, **rules}.items()])
    write(folder, 'blocks.csv', [('block_id', 'district_id', 'officer_id'), ('B0', 'D', 'O0'), ('B1', 'D', 'O1')])
    write(folder, 'units.csv', units)
    write(folder, 'venues.csv', venues)
    write(folder, 'modules.csv', [('module_id', 'days', 'team', 'after'), ('M2', 2, 2, 'M1'), ('M1', 1, 1, '')])
    write(folder, 'trainers.csv', [('trainer_id', 'block_id', 'lat', 'lon', 'modules')]
          + [('T%d' % t, 'B%d' % (t % 2), '', '', '*') for t in range(6)])
    write(folder, 'windows.csv', [('scope', 'id', 'from', 'to'), ('state', '*', '2021-04-01', '2021-06-30')])
    return place(folder)


def test_plan():
    """a plan is made and written whole"""
    instance = new_instance('in')
    report = json.loads(must('solve', instance, place('out'), '--steps', '300', '--json'))
    assert report['objective']['F0'] == report['objective']['Z0'] == 0, report
    clusters, plan = list(csv.DictReader(read('out', 'clusters.csv').splitlines())), list(csv.DictReader(read('out', 'plan.csv').splitlines()))
    assert sorted(row['unit_id'] for row in clusters) == sorted(row['unit_id'] for row in csv.DictReader(read('in', 'units.csv').splitlines()))
    assert [(row['cluster_id'], row['unit_id']) for row in clusters] == sorted((row['cluster_id'], row['unit_id']) for row in clusters)
    ids = sorted({row['cluster_id'] for row in clusters})
    assert len(ids) == report['counts']['clusters'] and ids[0] == 'B0_01', ids
    assert [(row['cluster_id'], row['module_id']) for row in plan] == [(c, m) for c in ids for m in ('M1', 'M2')]
    assert all(row['start'] and row['trainers'].split() == sorted(row['trainers'].split()) and not row['reason'] for row in plan)
    firsts = [min(row['unit_id'] for row in clusters if row['cluster_id'] == c) for c in ids]
    assert firsts == sorted(firsts), firsts
    words = must('solve', instance, place('out-words'), '--steps', '300')
    assert 'Persons left out (F0): 0' in words and 'Clusters: %d' % len(ids) in words, words
    assert all(read('out', name) == read('out-words', name) for name in ('clusters.csv', 'unassigned.csv', 'notes.csv', 'plan.csv'))


def test_same():
    """threads change nothing; clusters that are given are kept"""
    instance = new_instance('in')
    for folder, *options in (('one', '--threads', '1'), ('two', '--threads', '2'), ('other', '--seed', '99')):
        must('solve', instance, place(folder), '--steps', '200', *options)
    assert read('one', 'clusters.csv') == read('two', 'clusters.csv') and read('one', 'plan.csv') == read('two', 'plan.csv')
    report = json.loads(must('solve', instance, place('kept'), '--steps', '200', '--json', '--clusters', os.path.join(place('other'), 'clusters.csv')))
    assert read('kept', 'clusters.csv') == read('other', 'clusters.csv') and report['steps']['unit'] == 0


def test_old():
    """a plan is made anew after a change: what can stay stays, what began stays whatever is closed"""
    instance = new_instance('in')
    must('solve', instance, place('before'), '--steps', '300')
    report = json.loads(must('solve', instance, place('after'), '--json', '--old', os.path.join(place('before'), 'plan.csv')))
    assert report['objective']['R1'] == report['objective']['R2'] == 0, report
    assert report['bound']['R1'] == report['gap_pct']['R1'] == 0, report
    assert all(read('before', name) == read('after', name) for name in ('clusters.csv', 'plan.csv'))
    days = sorted(row['start'] for row in csv.DictReader(read('before', 'plan.csv').splitlines()))
    today, closed = days[len(days) // 4], days[len(days) // 2]
    new_instance('changed', today=today)
    write('changed', 'blackouts.csv', [('scope', 'id', 'from', 'to', 'reason'), ('state', '*', closed, closed, 'election'),
                                       ('state', '*', days[0], days[0], 'too late')])
    words = must('solve', place('changed'), place('after'), '--old', os.path.join(place('before'), 'plan.csv'))
    before, after = ({(row['cluster_id'], row['module_id']): (row['start'], row['trainers']) for row in csv.DictReader(read(folder, 'plan.csv').splitlines())}
                     for folder in ('before', 'after'))
    moved = [batch for batch in before if before[batch][0] != after[batch][0]]
    assert 'Batches on another day than before (R1): %d' % len(moved) in words and moved, words
    assert 1 <= int(re.search(r'can move fewer \(bound of R1\): (\d+)', words)[1]) <= len(moved), words
    assert all(before[batch] == after[batch] for batch in before if before[batch][0] <= today)
    assert closed not in {start for start, _ in after.values()} and all(after[batch][0] > today for batch in moved)
    assert run('solve', instance, place('after'), '--old', place('no-such-plan.csv'))[0] == 1


def test_pinned():
    """what is pinned stays on its day with its trainers, and what it breaks is told"""
    instance = new_instance('in')
    must('solve', instance, place('before'), '--steps', '300')
    before = {(row['cluster_id'], row['module_id']): (row['start'], row['trainers']) for row in csv.DictReader(read('before', 'plan.csv').splitlines())}
    day = sorted(start for start, _ in before.values())[len(before) // 2]
    hit = sorted(batch for batch in before if before[batch][0] == day)
    new_instance('closed')
    write('closed', 'blackouts.csv', [('scope', 'id', 'from', 'to', 'reason'), ('state', '*', day, day, 'election')])
    old = os.path.join(place('before'), 'plan.csv')
    write('pins', 'pinned.csv', [('cluster_id', 'module_id'), hit[0], ('B9_99', 'M1'), (hit[0][0], 'M9')])
    out = must('solve', place('closed'), place('after'), '--old', old, '--pinned', os.path.join(place('pins'), 'pinned.csv'))
    after = {(row['cluster_id'], row['module_id']): (row['start'], row['trainers']) for row in csv.DictReader(read('after', 'plan.csv').splitlines())}
    assert after[hit[0]] == before[hit[0]] and [batch for batch in after if after[batch][0] == day] == [hit[0]], (hit, after)
    told = [line for line in out.splitlines() if line.startswith('Pinned, and against the rules: ')]
    assert len(told) == 1 and ', '.join(hit[0]) in told[0] and 'The state is closed for trainings on' in told[0] and ': election.' in told[0], out
    assert 'no cluster “B9_99”' in out and 'no module “M9”' in out, out
    write('pins', 'pinned.csv', [('cluster_id',), (hit[0][0],)]) # all its modules
    must('solve', place('closed'), place('after'), '--old', old, '--pinned', os.path.join(place('pins'), 'pinned.csv'))
    after = {(row['cluster_id'], row['module_id']): (row['start'], row['trainers']) for row in csv.DictReader(read('after', 'plan.csv').splitlines())}
    assert all(after[batch] == before[batch] for batch in before if batch[0] == hit[0][0])
    out = must('solve', instance, place('after'), '--old', old, '--pinned', os.path.join(place('pins'), 'pinned.csv'))
    assert 'Pinned' not in out, out
    assert run('solve', instance, place('after'), '--pinned', old)[0] == 2
    status, _, errors = run('solve', instance, place('after'), '--old', old, '--pinned', place('none.csv'))
    assert status == 1 and 'none.csv' in errors, errors


STAFF = """FROM posting p JOIN post t ON t.id = p.post JOIN unit u ON u.id = p.unit WHERE t.code IN ('GRS', 'PS')
  AND ifnull (p.from_day, '') <= '2026-04-01' AND ifnull (p.to_day, '9') >= '2026-04-01'"""


def test_district():
    """the demonstration district is planned out of its file: names instead of ids, everybody counted once"""
    file = place('demo.patal')
    must('demo', file)
    with sqlite3.connect(file) as store:
        while store.execute('SELECT count(*) FROM trainer').fetchone()[0] > 0:  # before anything was planned in it
            must('--file', file, 'undo')
    resource = 'Kankardih', 'Gaurha', 'Boirgaon'
    words = ('--posts', 'GRS,PS', '--resource', ','.join(resource), '--from', '2026-04-01', '--to', '2026-06-30')
    must('--file', file, 'plan-data', place('district'), *words)
    with sqlite3.connect(file) as store:
        people, = store.execute('SELECT count(DISTINCT p.person) ' + STAFF).fetchone()
        trainers, = store.execute('SELECT count(DISTINCT p.person) %s AND p.charge = \'main\' AND u.name_en IN (%s)'
                                  % (STAFF, ','.join('?' * len(resource))), resource).fetchone()
        vacant, = store.execute("SELECT count(*) FROM unit g WHERE level = 'gp' AND NOT EXISTS (SELECT 1 %s AND u.id = g.id)" % STAFF).fetchone()
    written = hashlib.sha256(''.join(read('district', name) for name in sorted(os.listdir(place('district')))).encode()).hexdigest()
    assert written == '9db02abdc1115315c5d06e5f86886e669bb2cfd30f6e220bcf85cb32f74ee7d4', written # other people would be called than last time
    units = list(csv.DictReader(read('district', 'units.csv').splitlines()))
    assert len(units) == 640 and sum(int(row['headcount']) for row in units) == people - trainers, (people, trainers)
    assert len(read('district', 'trainers.csv').splitlines()) == 1 + trainers == 1 + 2 * len(resource)
    assert sum(row['headcount'] == '0' for row in units) >= vacant + len(resource)
    assert 'देवरी (सोनगढ़)' in {row['unit_id'] for row in units}
    assert 'block,चंदनगढ़,2026-04-01,2026-04-06,' in read('district', 'blackouts.csv')
    assert {row['pref'] for row in csv.DictReader(read('district', 'venues.csv').splitlines()) if row['unit_id'] == 'गौरहा'} == {'0'}
    report = json.loads(must('solve', place('district'), place('district-plan'), '--steps', '300', '--json'))
    assert report['objective']['F0'] == report['objective']['Z0'] == 0 and report['counts']['persons'] == people - trainers, report
    out = must('solve', place('district'), place('district-plan'), '--steps', '300')
    assert any(line.startswith('चंदनगढ़: ') and ' persons, from ' in line and '.2026' in line for line in out.splitlines()), out
    assert not [row for row in csv.DictReader(read('district-plan', 'plan.csv').splitlines())
                if row['cluster_id'].startswith('चंदनगढ़') and row['start'] <= '2026-04-06']
    assert 'no gram panchayat' in run('--file', file, 'plan-data', place('x'), *words[:3], 'Nowhere', *words[4:])[2]
    assert 'Several' in run('--file', file, 'plan-data', place('x'), *words[:3], 'Deori', *words[4:])[2]
    assert 'no post' in run('--file', file, 'plan-data', place('x'), '--posts', 'XX', *words[2:])[2]
    assert run('--file', file, 'plan-data', place('x'), *words[:4])[0] == run('--file', file, 'plan-data', place('x'), *words, '--days', '0')[0] == 2
    assert not os.path.exists(place('x'))


def test_time():
    """a time limit is kept and said"""
    instance = new_instance('in')
    begun = time.monotonic()
    report = json.loads(must('solve', instance, place('timed'), '--seconds', '1', '--json'))
    assert report['by_time'] and time.monotonic() - begun < 10 and report['objective']['F0'] == 0, report
    assert 'time limit' in must('solve', instance, place('timed'), '--seconds', '0.2')


def test_impossible():
    """what cannot be is said with names and numbers"""
    instance = new_instance('odd', n_units=4, batch_min=50, batch_max=52)
    out = must('solve', instance, place('odd-out'), '--steps', '100')
    assert 'Block B0' in out and 'do not divide into batches of 50 to 52' in out, out
    assert 'DIVIDED: ' in read('odd-out', 'unassigned.csv') and 'DIVIDE,B0,' in read('odd-out', 'notes.csv')
    instance = new_instance('short')
    write('short', 'windows.csv', [('scope', 'id', 'from', 'to'), ('state', '*', '2021-04-01', '2021-04-09')])
    report = json.loads(must('solve', instance, place('short-out'), '--steps', '100', '--json'))
    rows = [row for row in csv.DictReader(read('short-out', 'plan.csv').splitlines()) if not row['start']]
    assert rows and len(rows) == report['counts']['without_date'] and all(': ' in row['reason'] for row in rows), rows
    counted = {finding['code']: finding for finding in report['findings']}
    assert {'OFFICER', 'TRAINERS'} <= set(counted), report['findings']
    for finding in counted.values():
        assert finding['need'] > finding['have'] and 1 <= finding['batches_out'] <= len(rows) and finding['more_days'] > 0, finding
        assert finding['heads_out'] <= report['objective']['Z0'], finding
    out = must('solve', instance, place('short-words'), '--steps', '100')
    assert 'Block B0: batches of M2, M1 ask for the officer O0 on' in out and 'The window would have to be longer by at least' in out, out
    longer = 9 + max(finding['more_days'] for finding in counted.values()) # one day less is said to be too short
    write('short', 'windows.csv', [('scope', 'id', 'from', 'to'), ('state', '*', '2021-04-01', '2021-04-%02d' % (longer - 1))])
    assert json.loads(must('solve', instance, place('short-out'), '--steps', '100', '--json'))['findings'], longer


def test_unfound():
    """a division that was only not found is not called impossible"""
    instance = new_instance('even', n_units=4, batch_min=24, batch_max=25, batch_fill=100)
    write('even', 'units.csv', [('unit_id', 'block_id', 'lat', 'lon', 'headcount')]
          + [('G%d_%03d' % (b, i), 'B%d' % b, '', '', 16) for b in range(2) for i in range(6)])
    out = must('solve', instance, place('even-out'), '--steps', '100')
    assert 'Block B0: no division of 96 persons into 4 batches was found.' in out and 'do not divide' not in out, out
    assert 'UNFOUND,B0,' in read('even-out', 'notes.csv'), read('even-out', 'notes.csv')


def test_bounds():
    """the report has the bounds of all objectives that have one"""
    instance = new_instance('in')
    report = json.loads(must('solve', instance, place('bounded'), '--steps', '300', '--json'))
    for name in ('F1', 'Z1', 'Z2'):
        assert 0 < report['bound'][name] <= report['objective'][name], report
        assert abs(report['gap_pct'][name] - 100 * (report['objective'][name] / report['bound'][name] - 1)) < 0.001, report
    assert not report['findings'], report
    out = must('solve', instance, place('bounded'), '--steps', '300')
    assert '(bound of Z1): %d' % report['bound']['Z1'] in out and '(bound of Z2): %d' % report['bound']['Z2'] in out, out


def test_refused():
    """what is wrong is refused in words, and nothing is written"""
    instance = new_instance('wrong')
    write('wrong', 'windows.csv', [('scope', 'id', 'from', 'to'), ('state', '*', '2021-04-31', '2021-06-30')])
    status, _, errors = run('solve', instance, place('nothing'))
    assert status == 1 and 'windows.csv, line 2, column from' in errors, errors
    assert not os.path.exists(place('nothing'))
    status, _, errors = run('solve', place('not-there'), place('nothing'))
    assert status == 1 and 'not-there' in errors, errors
    for arguments in (('solve',), ('solve', instance), ('solve', instance, place('x'), '--effort', 'huge'), ('solve', '--cpmp'),
                      ('solve', instance, place('x'), '--steps', '5', '--seconds', '1'), ('solve', instance, place('x'), '--threads', '-1'),
                      ('solve', instance, place('x'), '--seconds', '-1'), ('solve', instance, place('x'), '--seconds', 'nan')):
        assert run(*arguments)[0] == 2, arguments
    assert not os.path.exists(place('x'))


def test_interrupted():
    """Ctrl+C leaves nothing half made"""
    instance = new_instance('large', n_units=400)
    started = subprocess.Popen([PATAL, 'solve', instance, place('stopped'), '--steps', '100000000'], env=ENVIRONMENT, stdout=subprocess.PIPE,
                               stderr=subprocess.PIPE)
    time.sleep(1)
    started.send_signal(signal.SIGINT)
    started.communicate(timeout=60)
    assert started.returncode == 130 and not os.path.exists(place('stopped')), started.returncode


def best_cost(points, wanted, cost):
    """The least cost of small instances, by trying all."""
    best = math.inf
    for medians in itertools.combinations(range(len(points)), wanted):
        for chosen in itertools.product(medians, repeat=len(points)):
            load = {m: sum(points[i][3] for i, c in enumerate(chosen) if c == m) for m in medians}
            if all(load[m] <= points[m][2] for m in medians):
                best = min(best, sum(cost(points[i], points[c]) for i, c in enumerate(chosen)))
    return best


def test_literature():
    """instances of the capacitated p-median problem are solved as their files say"""
    def straight(a, b):
        return math.hypot(a[0] - b[0], a[1] - b[1])
    lots = random.Random(3)
    for number in range(2):
        points = [(lots.randint(0, 99), lots.randint(0, 99), 13, lots.randint(1, 5) + number / 2) for _ in range(7)]
        with open(place('points.txt'), 'w', encoding='utf-8') as file:
            file.write('7 3\n' + ''.join('%s %s %s %s\n' % point for point in points))
        with open(place('matrix.txt'), 'w', encoding='utf-8') as file:
            file.write('\n'.join(' '.join(str(abs(a[0] - b[0]) + abs(a[1] - b[1])) for b in points) for a in points))
        for rule, cost in (('euclid', straight), ('trunc', lambda a, b: int(straight(a, b))),
                           (place('matrix.txt'), lambda a, b: abs(a[0] - b[0]) + abs(a[1] - b[1]))):
            found = json.loads(must('solve', '--cpmp', place('points.txt'), '--cost', rule, '--steps', '2000', '--json'))
            assert abs(found['value'] - best_cost(points, 3, cost)) < 0.006, (number, rule, found)
            assert set(found) >= {'value', 'bound', 'gap_pct', 'seconds'}, found


def test_literature_time():
    """the bound is sought within the seconds too"""
    lots = random.Random(4)
    with open(place('points.txt'), 'w', encoding='utf-8') as file:
        file.write('1500 300\n' + ''.join('%d %d 40 %d\n' % (lots.randint(0, 9999), lots.randint(0, 9999), lots.randint(1, 9)) for _ in range(1500)))
    found = json.loads(must('solve', '--cpmp', place('points.txt'), '--seconds', '1', '--json'))
    assert 0 < found['bound'] <= found['value'] and 0.5 < found['seconds'] < 6, found
    with open(place('points.txt'), 'w', encoding='utf-8') as file: # five rows of houses far apart, whose middles are the best; large knapsacks
        file.write('1505 5\n' + ''.join('%d %d 9000 %d\n' % (x, row * 100000, 10 + x % 7) for row in range(5) for x in range(-150, 151)))
    found = json.loads(must('solve', '--cpmp', place('points.txt'), '--seconds', '2', '--json'))
    best = 5 * sum(abs(x) for x in range(-150, 151))
    assert 0.5 * best < found['bound'] <= best <= found['value'] and found['seconds'] < 12, found


def test_literature_refused():
    """a broken instance is refused with its line"""
    for text, sentence in (('', 'line 1'), ('3 2\n1 1 5 1\n2 2 5', 'line 3'), ('3 4\n', 'line 1'), ('2 1\n1 x 5 1\n', 'line 2'),
                           ('1 1\n1 1 5 -1\n', 'line 2'), ('99999999 1\n', 'line 1'), ('1.5 1\n', 'line 1'), ('1 1\n1 1 5 1e99\n', 'line 2')):
        with open(place('broken.txt'), 'w', encoding='utf-8') as file:
            file.write(text)
        status, _, errors = run('solve', '--cpmp', place('broken.txt'), '--steps', '1')
        assert status == 1 and 'broken.txt, ' + sentence in errors, (text, errors)
    with open(place('full.txt'), 'w', encoding='utf-8') as file:
        file.write('2 1\n0 0 5 4\n1 1 5 4\n')
    status, _, errors = run('solve', '--cpmp', place('full.txt'), '--steps', '10')
    assert status == 1 and 'fits' in errors, errors
    status, _, errors = run('solve', '--cpmp', place('none.txt'))
    assert status == 1 and 'none.txt' in errors and 'Failed to open' not in errors, errors


if __name__ == '__main__':
    sys.exit(tap.run(globals(), FOLDER))
