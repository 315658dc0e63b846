#!/usr/bin/python3
"""What the command line writes as PDF is tagged as ISO 32000-1, 14.7 and 14.8 ask: the tree, the way from pages to
elements, the marks in the content. TAP.

SPDX-License-Identifier: GPL-3.0-or-later
"""
import base64
import json
import re
import shutil
import subprocess
import sys
import tempfile
import traceback

PATAL = sys.argv[1]
TOKEN = re.compile(rb'/(?P<name>\w+)<</MCID (?P<mcid>\d+)>>BDC|/Artifact (?P<artifact>BMC)|(?P<end>EMC)|(?<!\S)(?P<save>q)(?!\S)'
                   rb'|(?<!\S)(?P<restore>Q)(?!\S)|(?P<ink>\bTj\b|(?<!\S)(?:f|S|Do)(?!\S)|\bBI/)')


class Pdf:
    def __init__(self, path):
        done = subprocess.run(['qpdf', '--json=2', '--json-stream-data=inline', '--decode-level=generalized', path],
                              capture_output=True, check=True)
        whole = json.loads(done.stdout)
        self.objects = whole['qpdf'][1]
        self.pages = [page['object'] for page in whole['pages']]

    def get(self, what):
        """What a reference stands for; anything else is itself."""
        if isinstance(what, str) and re.fullmatch(r'\d+ 0 R', what):
            return self.objects['obj:' + what].get('value')
        return what

    def content(self, page):
        return base64.b64decode(self.objects['obj:' + self.get(page)['/Contents']]['stream']['data'])

    def root(self):
        return self.get(self.objects['trailer']['value']['/Root'])

    def parents(self, node):
        """The number tree that leads from pages to elements."""
        node = self.get(node)
        numbers = node.get('/Nums', [])
        found = dict(zip(numbers[::2], numbers[1::2]))
        for kid in node.get('/Kids', []):
            leaf = self.parents(kid)
            first, last = self.get(kid)['/Limits']
            assert (first, last) == (min(leaf), max(leaf)), (first, last)
            found.update(leaf)
        return found

    def elements(self, reference, parent, found):
        """All elements below, by reference; each names its parent and stands once."""
        element = self.get(reference)
        assert reference not in found and element['/P'] == parent, (reference, element)
        found[reference] = element
        for kid in element.get('/K', []):
            if isinstance(kid, str):
                self.elements(kid, reference, found)
        return found


def marked(content):
    """The marked contents of a page in their order; everything painted is in one, and marks end where graphics states do."""
    content = re.sub(rb'\((?:\\.|[^\\)])*\)', b'()', content, flags=re.S)  # texts hold any bytes
    names, open_marks = [], []
    for token in TOKEN.finditer(content):
        kind = token.lastgroup
        if kind in ('mcid', 'artifact'):
            assert 'mark' not in open_marks, 'a mark within a mark'
            open_marks.append('mark')
            if kind == 'mcid':
                assert int(token['mcid']) == len(names)
                names.append(token['name'].decode())
        elif kind == 'end':
            assert open_marks.pop() == 'mark'
        elif kind == 'save':
            open_marks.append('state')
        elif kind == 'restore':
            assert open_marks.pop() == 'state'
        else:
            assert 'mark' in open_marks, content[max(0, token.start() - 80):token.end()]
    assert not open_marks
    return names


def check_page(pdf, page, parents, elements):
    names = marked(pdf.content(page))
    ways = pdf.get(parents[pdf.get(page)['/StructParents']])
    assert len(ways) == len(names), (page, len(ways), len(names))
    for mcid, (name, reference) in enumerate(zip(names, ways)):
        element = elements[reference]
        assert element['/S'] == '/' + name and element['/Pg'] == page and mcid in element['/K'], (mcid, name, element)
    return len(names)


def columns(pdf, row):
    return sum(pdf.get(cell).get('/A', {}).get('/ColSpan', 1) for cell in row['/K'])


def check_tree(pdf):
    """The tree as a whole; its elements by reference, and that of the document."""
    root = pdf.root()
    tree = pdf.get(root['/StructTreeRoot'])
    assert root['/MarkInfo'] == {'/Marked': True}
    elements = pdf.elements(tree['/K'], root['/StructTreeRoot'], {})
    parents = pdf.parents(tree['/ParentTree'])
    n_marked = sum(check_page(pdf, page, parents, elements) for page in pdf.pages)
    assert n_marked == sum(isinstance(kid, int) for element in elements.values() for kid in element.get('/K', []))
    for table in elements.values():
        if table['/S'] == '/Table':
            rows = [elements[row] for row in table['/K']]
            assert {row['/S'] for row in rows} == {'/TR'} and len({columns(pdf, row) for row in rows}) == 1
        elif table['/S'] == '/Figure':
            assert table['/Alt']
    return elements, elements[tree['/K']]


def check_report(path):
    elements, document = check_tree(Pdf(path))
    kinds = [elements[kid]['/S'] for kid in document['/K']]
    assert kinds[0] == '/H1' and kinds.count('/Table') == 1 and set(kinds) <= {'/H1', '/P', '/Table'}, kinds
    first = elements[elements[document['/K'][kinds.index('/Table')]]['/K'][0]]
    assert all(elements[cell]['/A'] == {'/O': '/Table', '/Scope': '/Column'} for cell in first['/K'])


def check_any(path):
    check_tree(Pdf(path))


def main():
    folder = tempfile.mkdtemp(prefix='patal-tags-')
    failed = False
    try:
        subprocess.run([PATAL, 'demo', folder + '/demo.patal'], capture_output=True, check=True)
        names = subprocess.run([PATAL, 'report', 'list', '--names'], capture_output=True, check=True, text=True).stdout.split()
        cases = [(['report', name], check_report) for name in names]
        cases += [(['calendar', '2026-11'], check_any), (['chart', 'vacancies'], check_any)]
        print(f'1..{len(cases)}')
        for number, (words, check) in enumerate(cases, 1):
            path = f'{folder}/{number}.pdf'
            try:
                subprocess.run([PATAL, '--file', folder + '/demo.patal', *words, '--out', path], check=True)
                check(path)
                print(f'ok {number} {" ".join(words)} is tagged', flush=True)
            except Exception:
                traceback.print_exc()
                print(f'not ok {number} {" ".join(words)} is tagged', flush=True)
                failed = True
    finally:
        shutil.rmtree(folder)
    sys.exit(failed)


main()
