#!/usr/bin/python3
"""Adds up what the test runs of the given build folders printed, case by case (TAP).

The last line is "N passed, N failed, N skipped"; exit status 1 when anything failed or nothing ran.
SPDX-License-Identifier: GPL-3.0-or-later
"""
import json
import re
import sys

CASE = re.compile(r'^(not )?ok\b[^#]*(#\s*(skip|todo)\b)?', re.IGNORECASE)


def cases(test):
    """(passed, failed, skipped) of one test program: its TAP lines, or itself where it prints none."""
    passed = failed = skipped = 0
    for line in test.get('stdout', '').splitlines():
        match = CASE.match(line)
        if match:
            if match.group(3) and match.group(3).lower() == 'skip':
                skipped += 1
            elif match.group(1):
                failed += 1
            else:
                passed += 1
    result = test['result']
    if result not in ('OK', 'EXPECTEDFAIL', 'SKIP'):
        failed = max(failed, 1)
    elif result == 'SKIP':
        skipped = max(skipped, 1)
    elif passed + failed + skipped == 0:
        passed = 1
    return passed, failed, skipped


def main():
    total = [0, 0, 0]
    for build in sys.argv[1:]:
        with open(build + '/meson-logs/testlog.json', encoding='utf-8') as log:
            for line in log:
                for i, n in enumerate(cases(json.loads(line))):
                    total[i] += n
    print('%d passed, %d failed, %d skipped' % tuple(total))
    return 1 if total[1] or not total[0] else 0


if __name__ == '__main__':
    sys.exit(main())
