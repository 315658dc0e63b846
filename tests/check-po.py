#!/usr/bin/python3
"""The Hindi catalogue is complete: nothing untranslated, fuzzy or unused, no placeholder lost, no source file forgotten.

    check-po.py SOURCE_ROOT XGETTEXT_ARGUMENT...

SPDX-License-Identifier: GPL-3.0-or-later
"""
import os
import re
import subprocess
import sys
import tempfile

CASES = 0


def case(name, wrong):
    """One TAP line; what is wrong is listed below it."""
    global CASES
    CASES += 1
    print('%sok %d %s' % ('not ' if wrong else '', CASES, name))
    for line in wrong[:40]:
        print('# ' + line)
    return not wrong


def unquote(text):
    body = ''.join(re.findall(r'"((?:[^"\\]|\\.)*)"', text))
    return body.replace('\\n', '\n').replace('\\t', '\t').replace('\\"', '"').replace('\\\\', '\\')


def entries(path):
    """(context, msgid, [msgstr...], fuzzy) of every entry but the header."""
    with open(path, encoding='utf-8') as file:
        blocks = re.split(r'\n\s*\n', file.read())
    for block in blocks:
        lines = [line for line in block.splitlines() if not line.startswith('#')]
        fuzzy = any(line.startswith('#,') and 'fuzzy' in line for line in block.splitlines())
        parts = re.findall(r'^(msgctxt|msgid_plural|msgid|msgstr(?:\[\d\])?)((?:\s*"(?:[^"\\]|\\.)*"\s*)+)',
                           '\n'.join(lines), re.MULTILINE)
        found = {}
        for key, text in parts:
            found[key] = unquote(text)
        if found.get('msgid'):
            strings = [found[key] for key in found if key.startswith('msgstr')]
            yield found.get('msgctxt'), found['msgid'], found.get('msgid_plural'), strings, fuzzy


PLACEHOLDER = re.compile(r'%(?:\d+\$)?[-+ #0]*\d*(?:\.\d+)?(?:l|ll|h|z)?[a-zA-Z%]|\{[n1-4]\}')


def placeholders(text):
    return sorted(PLACEHOLDER.findall(text))


def main():
    root, arguments = sys.argv[1], sys.argv[2:]
    good = True
    with open(os.path.join(root, 'po/POTFILES.in'), encoding='utf-8') as file:
        listed = [line.strip() for line in file if line.strip() and not line.startswith('#')]
    marked = []
    for folder in ('src', 'ui', 'data'):
        for place, _, names in os.walk(os.path.join(root, folder)):
            for name in names:
                path = os.path.relpath(os.path.join(place, name), root)
                if not name.endswith(('.c', '.h', '.ui', '.desktop.in', '.metainfo.xml.in', '.gschema.xml')):
                    continue
                with open(os.path.join(root, path), encoding='utf-8') as file:
                    text = file.read()
                if re.search(r'\b(?:N?_|ngettext|patal_words_get|patal_words_plural|PATAL_LABEL|PATAL_LABEL_N) ?\(.{0,80}"|'
                             r'translatable="yes"|^Name=', text, re.MULTILINE | re.DOTALL):
                    if not re.search(r'#define PATAL_LABEL\(', text):
                        marked.append(path)
    good &= case('every source with sentences is in POTFILES.in', sorted(set(marked) - set(listed)))
    good &= case('every file of POTFILES.in is there', [p for p in listed if not os.path.exists(os.path.join(root, p))])
    if not good:
        print('1..%d' % CASES)
        return 1
    with tempfile.TemporaryDirectory() as folder:
        pot = os.path.join(folder, 'patal.pot')
        subprocess.run(['xgettext', '--directory=' + root, '--files-from=' + os.path.join(root, 'po/POTFILES.in'),
                        '--output=' + pot] + arguments, check=True)
        wanted = {(context, msgid): plural for context, msgid, plural, _, _ in entries(pot)}
    hindi = {(context, msgid): (plural, strings, fuzzy)
             for context, msgid, plural, strings, fuzzy in entries(os.path.join(root, 'po/hi.po'))}
    case('every sentence is translated', [repr(key[1]) for key in wanted
                                          if key not in hindi or not all(hindi[key][1]) or not hindi[key][1]])
    case('no entry is fuzzy', [repr(key[1]) for key, (_, _, fuzzy) in hindi.items() if fuzzy])
    case('every entry is used', [repr(key[1]) for key in hindi if key not in wanted])
    lost = []
    for key, (plural, strings, _) in hindi.items():
        for string in strings:
            if placeholders(string) not in (placeholders(key[1]), placeholders(plural or key[1])):
                lost.append('%r: %r' % (key[1], string))
    case('no placeholder is lost', lost)
    check = subprocess.run(['msgfmt', '--check', '-o', os.devnull, os.path.join(root, 'po/hi.po')],
                           capture_output=True, text=True)
    case('msgfmt --check', check.stderr.splitlines() if check.returncode else [])
    print('1..%d' % CASES)
    return 0


if __name__ == '__main__':
    sys.exit(main())
