"""Functions as a TAP program.

SPDX-License-Identifier: GPL-3.0-or-later
"""
import shutil
import traceback


def run(names, folder):
    """Runs those of @names (a module's globals) that are called test_…, and takes @folder away; the exit status."""
    tests = [value for name, value in names.items() if name.startswith('test_')]
    print('1..%d' % len(tests), flush=True)
    failed = 0
    for number, test in enumerate(tests, 1):
        try:
            test()
            print('ok %d %s' % (number, test.__doc__), flush=True)
        except Exception:
            failed += 1
            print('not ok %d %s' % (number, test.__doc__), flush=True)
            for line in traceback.format_exc().splitlines():
                print('# ' + line)
    shutil.rmtree(folder, ignore_errors=True)
    return 1 if failed else 0
