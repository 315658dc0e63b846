#!/usr/bin/python3
"""Trainings planned and planned again by the command line, in the demonstration district. TAP.

SPDX-License-Identifier: GPL-3.0-or-later
"""
import os
import sqlite3
import subprocess
import sys
import tempfile

import tap

PATAL = sys.argv[1]
FOLDER = tempfile.mkdtemp(prefix='patal-plan-')
FILE = os.path.join(FOLDER, 'demo.patal')
ENVIRONMENT = {**os.environ, 'LANGUAGE': 'en'}
EFFORT = ('--steps', '200', '--threads', '1')
MODELS = 'Kankardih', 'Gaurha', 'Boirgaon'
COUNTED = 'training', 'training_limit', 'cluster', 'cluster_unit', 'batch', 'batch_trainer', 'nomination', 'batch_change'


def run(*arguments):
    done = subprocess.run([PATAL, '--file', FILE, *arguments], capture_output=True, text=True, env=ENVIRONMENT, check=False)
    return done.returncode, done.stdout, done.stderr


def must(*arguments):
    status, out, errors = run(*arguments)
    assert status == 0, (arguments, status, errors)
    return out


def ask(sql):
    with sqlite3.connect(FILE) as store:
        return store.execute(sql).fetchall()


def counts():
    return [ask('SELECT count(*) FROM ' + table)[0][0] for table in COUNTED]


def write(name, *lines):
    path = os.path.join(FOLDER, name)
    with open(path, 'w', encoding='utf-8') as out:
        out.write('\n'.join(lines) + '\n')
    return path


def test_plan():
    """a dry run writes nothing; a plan is one step; a window of its own is kept"""
    must('demo', FILE)
    while ask('SELECT count(*) FROM trainer')[0][0] > 0:  # as the office found it before anything was planned
        must('undo')
    people = ask("""SELECT p.name_hi, t.code, b.name_en, g.name_en, ifnull (g.lgd_code, '') FROM person p JOIN posting h ON h.person = p.id JOIN post t ON t.id = h.post
      JOIN unit g ON g.id = h.unit JOIN unit b ON b.id = g.parent WHERE g.name_en IN ('%s') AND t.code IN ('PS', 'GRS') AND h.charge = 'main'
      AND h.to_day IS NULL""" % "','".join(MODELS))
    rows = ['%s,%s,%s,%s,%s,model_gp,CIB;WORKFILE;REGISTER;JOBCARD' % row for row in people]
    must('import', 'trainers', write('trainers.csv', 'name,post,block,gp,code,source,subjects', *rows))
    assert ask('SELECT count(*) FROM trainer')[0][0] == len(people) >= 5, people
    before = counts()
    block = ask("SELECT name_en FROM unit WHERE level = 'block' ORDER BY id LIMIT 1")[0][0]
    words = ('plan', 'GGI', '--fy', '2026-27', '--today', '2026-03-01', '--window', block + ' 2026-09-01 2026-10-31 fair', *EFFORT)
    out = must(*words, '--dry-run')
    assert 'nothing was written' in out and ' clusters for ' in out and 'that is proved.' in out, out
    assert counts() == before
    out = must(*words)
    planned = counts()
    assert planned[0] == before[0] + 1 and planned[1] == before[1] + 1 and 'Planned ' in out, (out, planned)
    inside = ask("""SELECT min (b.start_day), max (b.start_day) FROM batch b JOIN cluster k ON k.id = b.cluster JOIN unit u ON u.id = k.unit
      WHERE u.name_en = '%s'""" % block)[0]
    assert '2026-09-01' <= inside[0] <= inside[1] <= '2026-10-31', inside
    twice = ask('SELECT count(*) - count(DISTINCT person) FROM nomination')[0][0]
    assert twice == 0 and planned[6] > 1000, planned
    must('undo')
    assert counts() == before
    must('redo')
    assert counts() == planned


def test_replan():
    """after a day is closed what is hit moves, and the rest stays"""
    day, = ask("SELECT b.start_day FROM batch b JOIN cluster k ON k.id = b.cluster WHERE b.start_day IS NOT NULL ORDER BY b.start_day DESC LIMIT 1")[0]
    out = must('replan', 'GGI', '--fy', '2026-27', '--today', '2026-03-01', '--dry-run', *EFFORT)
    total, = ask('SELECT count(*) FROM batch')[0]
    assert '%d batches stay as they are.' % total in out, out
    must('import', 'holidays', write('holidays.csv', 'day,name_hi,class', '%s,अवकाश,public' % day))
    before = counts()
    words = ('replan', 'GGI', '--fy', '2026-27', '--today', '2026-03-01', '--reason', 'holiday', *EFFORT)
    out = must(*words)
    assert ', now ' in out and '%d batches stay as they are.' % total not in out, out
    assert not ask("SELECT 1 FROM batch WHERE '%s' BETWEEN start_day AND date (start_day, '+' || (days - 1) || ' days')" % day)
    assert counts()[:5] == before[:5]


def test_copy():
    """what was held is listed, and copied into the next year in one step"""
    global FILE
    before, FILE = FILE, os.path.join(FOLDER, 'copied.patal')
    try:
        must('demo', FILE)
        listed = must('training', 'list').splitlines()
        assert len(listed) == 2 and '2025-26' in listed[0] and '19 held' in listed[0], listed
        out = must('training', 'copy', 'SARPANCH', '--fy', '2025-26', '--to', '2026-27', '--today', '2026-06-01')
        assert '19 batches copied: 19 have a day' in out, out
        assert len(must('training', 'list', '--fy', '2026-27').splitlines()) == 2
        assert ask("SELECT count(*) FROM batch WHERE status = 'planned' AND start_day BETWEEN '2026-08-01' AND '2026-09-30'")[0][0] == 19
        must('undo')
        assert must('training', 'list').splitlines() == listed
        assert 'later year' in run('training', 'copy', 'SARPANCH', '--fy', '2025-26', '--to', '2025-26')[2]
        assert run('training', 'copy', 'SARPANCH', '--fy', '2025-26')[0] == 2
    finally:
        FILE = before


def test_refused():
    """what is refused says why and writes nothing"""
    before = counts()
    assert 'no course' in run('plan', 'NONE', '--fy', '2026-27')[2]
    assert 'no training' in run('replan', 'GGI', '--fy', '2030-31')[2]
    assert 'financial year' in run('plan', 'GGI')[2]
    assert 'no district' in run('plan', 'GGI', '--fy', '2026-27', '--without', 'Nowhere')[2]
    assert 'window' in run('plan', 'GGI', '--fy', '2030-31', '--from', '2030-06-01', '--to', '2030-05-01')[2]
    assert run('replan', 'GGI', '--fy', '2026-27', '--reason', 'whim')[0] == 2
    with sqlite3.connect(FILE) as store:
        store.execute("UPDATE batch SET status = 'published' WHERE no = 1")
    status, _, errors = run('plan', 'GGI', '--fy', '2026-27', '--today', '2026-03-01', *EFFORT)
    assert status == 1 and errors, errors
    assert counts() == before


if __name__ == '__main__':
    sys.exit(tap.run(globals(), FOLDER))
