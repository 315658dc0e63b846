#!/usr/bin/python3
"""The same boards by LibreOffice. Says the seconds that it took; says what is missing on standard error, and ends with 1.

bench_board_office.py merge CSV N FOLDER    a mail merge of N boards into a PDF file each; the time without LibreOffice's start
bench_board_office.py files CSV N FOLDER    N boards in files of ten pages, all converted by one process; its whole time

SPDX-License-Identifier: GPL-3.0-or-later
"""
import csv
import os
import shutil
import subprocess
import sys
import time
from xml.sax.saxutils import escape

BOARDS_OF_FILE = 10
HEAD = '''<?xml version="1.0" encoding="UTF-8"?>
<office:document xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0"
 xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0"
 xmlns:fo="urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0" office:version="1.2"
 office:mimetype="application/vnd.oasis.opendocument.text"><office:automatic-styles>
<style:page-layout style:name="a4"><style:page-layout-properties fo:page-width="297mm" fo:page-height="210mm" style:print-orientation="landscape"
 fo:margin="12mm" fo:background-color="#ffd84d" fo:border="1.5mm solid #17409a" fo:padding="3mm"/></style:page-layout>
<style:style style:name="board" style:family="table"><style:table-properties style:width="260mm" fo:break-after="page"/></style:style>
<style:style style:name="labels" style:family="table-column"><style:table-column-properties style:column-width="80mm"/></style:style>
<style:style style:name="values" style:family="table-column"><style:table-column-properties style:column-width="180mm"/></style:style>
<style:style style:name="cell" style:family="table-cell"><style:table-cell-properties fo:border="0.2mm solid #17409a" fo:padding="0.5mm"/></style:style>
<style:style style:name="words" style:family="paragraph"><style:text-properties style:font-name-complex="Noto Sans Devanagari"
 style:font-size-complex="10pt" fo:font-size="10pt"/></style:style>
<style:style style:name="title" style:family="paragraph"><style:paragraph-properties fo:text-align="center"/><style:text-properties
 style:font-name-complex="Noto Sans Devanagari" style:font-size-complex="18pt" fo:font-size="18pt"/></style:style>
</office:automatic-styles><office:master-styles><style:master-page style:name="Standard" style:page-layout-name="a4"/></office:master-styles>
<office:body><office:text>'''
TAIL = '</office:text></office:body></office:document>'


def refuse(words):
    print(words, file=sys.stderr)
    sys.exit(1)


def board(number, labels, cells):
    """one page: the title, and a table of labels and what is in @cells"""
    rows = ''.join('<table:table-row><table:table-cell table:style-name="cell" office:value-type="string"><text:p text:style-name="words">%s</text:p>'
                   '</table:table-cell><table:table-cell table:style-name="cell" office:value-type="string"><text:p text:style-name="words">%s</text:p>'
                   '</table:table-cell></table:table-row>' % (escape(label), cell) for label, cell in zip(labels, cells))
    return ('<text:p text:style-name="title">नागरिक सूचना पटल</text:p><table:table table:name="b%d" table:style-name="board"><table:table-column '
            'table:style-name="labels"/><table:table-column table:style-name="values"/>%s</table:table>' % (number, rows))


def read(path):
    with open(path, encoding='utf-8', newline='') as file:
        labels, *rows = csv.reader(file)
    return labels, rows


def in_files(labels, rows, folder, profile):
    paths = []
    for first in range(0, len(rows), BOARDS_OF_FILE):
        paths.append(os.path.join(folder, 'boards-%d.fodt' % first))
        with open(paths[-1], 'w', encoding='utf-8') as file:
            file.write(HEAD + ''.join(board(i, labels, ['<text:line-break/>'.join(escape(part) for part in value.split('\n')) for value in row])
                                      for i, row in enumerate(rows[first:first + BOARDS_OF_FILE])) + TAIL)
    start = time.monotonic()
    done = subprocess.run(['soffice', '-env:UserInstallation=file://' + profile, '--headless', '--convert-to', 'pdf', '--outdir', folder, *paths],
                          stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True)
    took = time.monotonic() - start
    made = [path for path in paths if os.path.exists(path[:-len('fodt')] + 'pdf')]
    if done.returncode != 0 or len(made) != len(paths):
        refuse('soffice made %d of %d files: %s' % (len(made), len(paths), done.stderr.strip()))
    return took


def value(name, what):
    made = uno.createUnoStruct('com.sun.star.beans.PropertyValue')
    made.Name, made.Value = name, what
    return made


def connect(process):
    resolver = uno.getComponentContext().ServiceManager.createInstanceWithContext('com.sun.star.bridge.UnoUrlResolver', uno.getComponentContext())
    for _ in range(300):
        try:
            return resolver.resolve('uno:pipe,name=patal-bench-%d;urp;StarOffice.ComponentContext' % os.getpid())
        except Exception:  # not there yet
            if process.poll() is not None:
                refuse('soffice ended before it could be asked')
            time.sleep(0.1)
    return refuse('soffice does not answer')


def register(context, folder):
    databases = context.ServiceManager.createInstanceWithContext('com.sun.star.sdb.DatabaseContext', context)
    source = databases.createInstance()
    source.URL = 'sdbc:flat:file://' + folder
    source.Info = (value('Extension', 'csv'), value('HeaderLine', True), value('FieldDelimiter', ','), value('StringDelimiter', '"'),
                   value('CharSet', 'UTF-8'))
    source.DatabaseDocument.storeAsURL('file://' + os.path.join(folder, 'works.odb'), ())
    databases.registerObject('works', source)


def merge(context, folder, made):
    job = context.ServiceManager.createInstanceWithContext('com.sun.star.text.MailMerge', context)
    job.DocumentURL = 'file://' + os.path.join(folder, 'board.fodt')
    job.DataSourceName, job.CommandType, job.Command = 'works', 0, 'works'
    job.OutputType, job.OutputURL, job.FileNamePrefix = 2, 'file://' + made, 'board'
    job.SaveFilter, job.SaveAsSingleFile = 'writer_pdf_Export', False
    start = time.monotonic()
    job.execute(())
    return time.monotonic() - start


def merged(labels, rows, folder, profile):
    columns = ['f%d' % i for i in range(len(labels))]
    made = os.path.join(folder, 'made')
    os.mkdir(made)
    with open(os.path.join(folder, 'works.csv'), 'w', encoding='utf-8', newline='') as file:
        csv.writer(file, quoting=csv.QUOTE_ALL).writerows([columns] + [[part.replace('\n', '; ') for part in row] for row in rows])
    with open(os.path.join(folder, 'board.fodt'), 'w', encoding='utf-8') as file:
        file.write(HEAD + board(0, labels, ['<text:database-display text:database-name="works" text:table-name="works" text:table-type="table" '
                                            'text:column-name="%s">·</text:database-display>' % column for column in columns]) + TAIL)
    process = subprocess.Popen(['soffice', '-env:UserInstallation=file://' + profile, '--headless', '--norestore',
                                '--accept=pipe,name=patal-bench-%d;urp;' % os.getpid()], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        context = connect(process)
        register(context, folder)
        took = merge(context, folder, made)
        try:
            context.ServiceManager.createInstanceWithContext('com.sun.star.frame.Desktop', context).terminate()
        except Exception:  # it ends while it is answering
            pass
        process.wait(30)
    finally:
        if process.poll() is None:
            process.kill()
    if len(os.listdir(made)) != len(rows):
        refuse('the mail merge made %d of %d files' % (len(os.listdir(made)), len(rows)))
    return took


way, source, number, place = sys.argv[1], sys.argv[2], int(sys.argv[3]), sys.argv[4]
if shutil.which('soffice') is None:
    refuse('LibreOffice is missing (Debian: libreoffice-writer-nogui)')
if way == 'merge':
    try:
        import uno
    except ImportError:
        refuse('python3-uno is missing (Debian: python3-uno, libreoffice-base-nogui, libreoffice-base-drivers)')
work = os.path.join(place, 'office-' + way)
os.mkdir(work)
try:
    all_labels, all_rows = read(source)
    if len(all_rows) < number:
        refuse('there are only %d boards' % len(all_rows))
    print((in_files if way == 'files' else merged)(all_labels, all_rows[:number], work, os.path.join(work, 'profile')))
finally:
    shutil.rmtree(work)
