#!/usr/bin/python3
"""The papers of a training by the command line, in the demonstration district. TAP.

SPDX-License-Identifier: GPL-3.0-or-later
"""
import os
import sqlite3
import subprocess
import sys
import tempfile

import tap

PATAL = sys.argv[1]
FOLDER = tempfile.mkdtemp(prefix='patal-form-')
FILE = os.path.join(FOLDER, 'demo.patal')
OUT = os.path.join(FOLDER, 'out.pdf')
ENVIRONMENT = {**os.environ, 'LANGUAGE': 'en'}
COURSE = 'Good governance initiative: the four activities'


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


def words():
    return ' '.join(subprocess.run(['pdftotext', OUT, '-'], capture_output=True, text=True, check=True).stdout.split())


def test_all():
    """all forms that the demonstration has something for are written, in both languages"""
    must('demo', FILE)
    names = must('form', 'list', '--names').split()
    assert len(names) == 11 and 'session-plan' in names, names
    for name in names:
        for lang in 'hi', 'en':
            status, _, errors = run('form', name, '--training', COURSE, '--day', '2026-06-01', '--lang', lang, '--out', OUT)
            nothing = name == 'bill' and not ask('SELECT 1 FROM batch_cost')
            assert status == nothing, (name, lang, errors)
    must('form', 'attendance', '--training', COURSE, '--batch', '3', '--lang', 'en', '--out', OUT)
    assert 'Batch 3' in words() and 'Batch 4' not in words()


def test_issue():
    """an order is issued with its number, printed as it was, and called back with a reason"""
    must('form', 'order', '--training', COURSE, '--issue', '--number', '512', '--day', '2026-05-02', '--lang', 'en', '--out', OUT)
    assert '512/Training/2026-27' in words()
    must('form', 'order', '--training', COURSE, '--lang', 'hi', '--out', OUT)
    assert '512/Training/2026-27' in words()
    assert 'issued already' in run('form', 'order', '--training', COURSE, '--issue')[2]
    assert '1 paper called back' in must('form', 'order', '--training', COURSE, '--recall', 'wrong days')
    assert ask('SELECT number, recalled_why FROM letter') == [('512', 'wrong days')]
    must('form', 'order', '--training', COURSE, '--lang', 'en', '--out', OUT)
    assert '512' not in words()


def test_refused():
    """what is refused says why: who was not trained gets no certificate"""
    absent = ask("SELECT person FROM nomination JOIN batch ON batch.id = nomination.batch WHERE batch.status = 'held' AND marks LIKE 'AAAA'")[0][0]
    status, _, errors = run('form', 'certificate', '--training', COURSE, '--person', str(absent), '--issue')
    assert status == 1 and 'is not trained' in errors, errors
    assert 'no batch 99' in run('form', 'attendance', '--training', COURSE, '--batch', '99', '--out', OUT)[2]
    assert 'no training' in run('form', 'attendance', '--training', 'Nothing', '--out', OUT)[2]
    assert 'Nobody called' in run('form', 'certificate', '--training', COURSE, '--person', 'Nobody', '--out', OUT)[2]
    for wrong in (['none'], ['order'], ['order', '--training', COURSE], ['order', '--training', COURSE, '--issue', '--recall', 'x'],
                  ['certificate', '--training', COURSE, '--issue', '--number', '1']):
        assert run('form', *wrong)[0] == 2, wrong
    assert ask("SELECT count(*) FROM letter WHERE kind = 'certificate'") == [(0,)]


if __name__ == '__main__':
    sys.exit(tap.run(globals(), FOLDER))
