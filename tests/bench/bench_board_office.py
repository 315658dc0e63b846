#!/usr/bin/python3
"""The same boards by LibreOffice. Says the seconds that it took; says what is missing on standard error, and ends with 1.

bench_board_office.py merge CSV N FOLDER    a mail merge of N boards into a PDF file each; the time without LibreOffice's start
bench_board_office.py files CSV N FOLDER    N boards in files of ten pages, all converted by one process; its whole time

The board is ours as far as LibreOffice can: the head with the logo, the table with its cells, lines, letters and colours, the scale; CSV.boxes
says their places and sizes, CSV.svg is the logo. In the files stand the pictures of the QR codes, which were made before; a mail merge cannot
vary a picture and has none. Letters do not shrink to their box. The arrows of the dimensions are left out.

SPDX-License-Identifier: GPL-3.0-or-later
"""
import base64
import csv
import os
import shutil
import subprocess
import sys
import time
from xml.sax.saxutils import escape

BOARDS_OF_FILE = 10
PAGE_WIDTH, TOP = 297, 23
BORDER, INSET = 1.9, 1.0  # around the board, and from there to the table
HEAD_LETTERS = {'over': 12, 'title': 22, 'under': 12}
DOCUMENT = '''<?xml version="1.0" encoding="UTF-8"?>
<office:document xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0"
 xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0"
 xmlns:draw="urn:oasis:names:tc:opendocument:xmlns:drawing:1.0" xmlns:svg="urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0"
 xmlns:fo="urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0" office:version="1.3"
 office:mimetype="application/vnd.oasis.opendocument.text"><office:automatic-styles>%s</office:automatic-styles><office:master-styles>
<style:master-page style:name="Standard" style:page-layout-name="a4"><style:header><text:p text:style-name="none">%s</text:p></style:header>
</style:master-page></office:master-styles><office:body><office:text>%s<text:p text:style-name="none"/></office:text></office:body></office:document>'''
PAGE = '''<style:page-layout style:name="a4"><style:page-layout-properties fo:page-width="297mm" fo:page-height="210mm"
 style:print-orientation="landscape" fo:margin-top="%(top)smm" fo:margin-bottom="%(bottom).2fmm" fo:margin-left="%(side).2fmm"
 fo:margin-right="%(side).2fmm" fo:background-color="%(ground)s"
 fo:border="%(border)smm solid %(lines)s" fo:padding="%(inset)smm"/><style:header-style><style:header-footer-properties fo:min-height="0.5mm"
 fo:margin-bottom="0mm"/></style:header-style></style:page-layout>
<style:style style:name="place" style:family="graphic"><style:graphic-properties style:horizontal-pos="from-left" style:horizontal-rel="page"
 style:vertical-pos="from-top" style:vertical-rel="page" style:wrap="run-through" fo:border="none" fo:padding="0mm" draw:fill="none" draw:stroke="none"/></style:style>
<style:style style:name="board" style:family="table"><style:table-properties style:width="%(width).2fmm" table:align="left"
 table:border-model="collapsing"/></style:style>
<style:style style:name="cell" style:family="table-cell"><style:table-cell-properties fo:border="0.2mm solid %(lines)s" fo:padding="0mm"
 fo:padding-left="1.2mm" style:vertical-align="middle"/></style:style>
<style:style style:name="waiting" style:family="table-cell"><style:table-cell-properties fo:border="0.2mm solid %(lines)s" fo:padding="0mm"
 fo:padding-left="1.2mm" style:vertical-align="middle" fo:background-color="#fff3c8"/></style:style>
<style:style style:name="none" style:family="paragraph"><style:text-properties fo:font-size="1pt" style:font-size-complex="1pt"/></style:style>'''


class Form:
    """Places, sizes and colours, as they are given; the styles that say them; the page that has them."""

    def __init__(self, source):
        with open(source + '.boxes', encoding='utf-8', newline='') as file:
            (width, height, *self.colours), *fields = csv.reader(file)
        with open(source + '.svg', 'rb') as file:
            self.logo = base64.b64encode(file.read()).decode()
        self.width, self.height = float(width), float(height)
        self.fields = [[float(part) for part in field] for field in fields]  # x, y, width, height, end of label, letters, waits
        self.edges = sorted({edge for x, _, width, _, end, *_ in self.fields for edge in (x, end, round(x + width, 2))})
        self.edges = [edge for i, edge in enumerate(self.edges) if i == 0 or edge - self.edges[i - 1] > 0.05]
        self.side = (PAGE_WIDTH - self.width) / 2

    def styles(self):
        ground, lines, ink = self.colours
        styles = [PAGE % {'top': TOP, 'bottom': 210 - TOP - self.height, 'side': self.side, 'ground': ground, 'lines': lines, 'border': BORDER,
                          'inset': INSET, 'width': self.edges[-1] - self.edges[0]}]
        styles += [letters(name, size, lines if name == 'title' else ink, name == 'title', ' fo:text-align="center"')
                   for name, size in HEAD_LETTERS.items()]
        styles.append(letters('scale', 9, '#404040', False, ' fo:text-align="center"'))
        for i, (_, _, _, height, _, label, words, _) in enumerate(self.fields):
            styles += [letters('label%d' % i, label, lines, False), letters('words%d' % i, words, ink, True),
                       '<style:style style:name="row%d" style:family="table-row"><style:table-row-properties style:row-height="%.2fmm"/>'
                       '</style:style>' % (i, height)]
        styles += ['<style:style style:name="column%d" style:family="table-column"><style:table-column-properties style:column-width="%.2fmm"/>'
                   '</style:style>' % (i, end - start) for i, (start, end) in enumerate(zip(self.edges, self.edges[1:]))]
        return ''.join(styles)

    def constant(self):
        """in the header, which is on all pages: the logo, and the scale below the board"""
        return (frame('logo', self.side + 3.2, TOP + 3.2, 22, 22, image('image/svg+xml', self.logo))
                + frame('scale', self.side, TOP + self.height + 2, self.width, 5, '<draw:text-box><text:p text:style-name="scale">'
                        'पैमाना 1 : 7.5 (5 × 4 फीट)</text:p></draw:text-box>'))

    def column(self, x):
        return min(range(len(self.edges)), key=lambda i: abs(self.edges[i] - x))

    def cell(self, style, words, text, start, end):
        span = self.column(end) - self.column(start)
        return ('<table:table-cell table:style-name="%s" table:number-columns-spanned="%d" office:value-type="string"><text:p '
                'text:style-name="%s">%s</text:p></table:table-cell>' % (style, span, words, text)
                + '<table:covered-table-cell/>' * (span - 1))

    def rows(self, labels, cells):
        rows = []
        for i, (x, y, width, _, end, _, _, waits) in enumerate(self.fields):
            if i == 0 or y != self.fields[i - 1][1]:
                rows.append('%s<table:table-row table:style-name="row%d">' % ('</table:table-row>' if rows else '', i))
            rows += [self.cell('cell', 'label%d' % i, escape(labels[i]), x, end),
                     self.cell('waiting' if waits else 'cell', 'words%d' % i, cells[i], end, x + width)]
        return ''.join(rows) + '</table:table-row>'

    def page(self, number, labels, cells, code=None):
        """the head, and the table of labels and of what is in @cells"""
        picture = frame('code%d' % number, self.side + self.width - 24.6, TOP + 4, 20.6, 20.6, image('image/png', code)) if code else ''
        head = ''.join('<text:p text:style-name="%s%s">%s%s</text:p>' % (name, '-first' if name == 'over' and number > 0 else '',
                                                                          picture if name == 'over' else '', cell)
                       for name, cell in zip(HEAD_LETTERS, cells))
        columns = ''.join('<table:table-column table:style-name="column%d"/>' % i for i in range(len(self.edges) - 1))
        return '%s<table:table table:name="b%d" table:style-name="board">%s%s</table:table>' % (
            head, number, columns, self.rows(labels[len(HEAD_LETTERS):], cells[len(HEAD_LETTERS):]))

    def document(self, pages):
        return DOCUMENT % (self.styles() + letters('over-first', HEAD_LETTERS['over'], self.colours[2], False,
                                                   ' fo:text-align="center" fo:break-before="page"'), self.constant(), ''.join(pages))


def letters(name, size, colour, bold, paragraph=''):
    weight = 'bold' if bold else 'normal'
    return ('<style:style style:name="%s" style:family="paragraph"><style:paragraph-properties%s/><style:text-properties fo:color="%s" '
            'fo:font-family="Noto Sans Devanagari" style:font-family-complex="Noto Sans Devanagari" fo:font-size="%.1fpt" '
            'style:font-size-complex="%.1fpt" fo:font-weight="%s" style:font-weight-complex="%s"/></style:style>'
            % (name, paragraph, colour, size, size, weight, weight))


def frame(name, x, y, width, height, content):
    return ('<draw:frame draw:name="%s" draw:style-name="place" text:anchor-type="paragraph" svg:x="%.2fmm" svg:y="%.2fmm" svg:width="%.2fmm" '
            'svg:height="%.2fmm">%s</draw:frame>' % (name, x, y, width, height, content))


def image(kind, data):
    return '<draw:image draw:mime-type="%s"><office:binary-data>%s</office:binary-data></draw:image>' % (kind, data)


def refuse(words):
    print(words, file=sys.stderr)
    sys.exit(1)


def read(path):
    with open(path, encoding='utf-8', newline='') as file:
        labels, *rows = csv.reader(file)
    return labels, rows


def in_files(form, labels, rows, folder, profile):
    paths = []
    for first in range(0, len(rows), BOARDS_OF_FILE):
        paths.append(os.path.join(folder, 'boards-%d.fodt' % first))
        with open(paths[-1], 'w', encoding='utf-8') as file:
            file.write(form.document(form.page(i, labels[1:], ['<text:line-break/>'.join(map(escape, value.split('\n'))) for value in row[1:]], row[0])
                                     for i, row in enumerate(rows[first:first + BOARDS_OF_FILE])))
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


def merged(form, labels, rows, folder, profile):
    columns = ['f%d' % i for i in range(len(labels) - 1)]
    made = os.path.join(folder, 'made')
    os.mkdir(made)
    with open(os.path.join(folder, 'works.csv'), 'w', encoding='utf-8', newline='') as file:
        csv.writer(file, quoting=csv.QUOTE_ALL).writerows([columns] + [[part.replace('\n', '; ') for part in row[1:]] for row in rows])
    with open(os.path.join(folder, 'board.fodt'), 'w', encoding='utf-8') as file:
        file.write(form.document([form.page(0, labels[1:], [
            '<text:database-display text:database-name="works" text:table-name="works" text:table-type="table" text:column-name="%s">·'
            '</text:database-display>' % column for column in columns])]))
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
    print((in_files if way == 'files' else merged)(Form(source), all_labels, all_rows[:number], work, os.path.join(work, 'profile')))
finally:
    shutil.rmtree(work)
