#!/usr/bin/python3
"""How soon the window is on the screen, beside gnome-text-editor's: with the demonstration district and with 2.1 lakh panchayats.

    bench-start.py BENCH_START

SPDX-License-Identifier: GPL-3.0-or-later
"""
import os
import subprocess
import sys

sys.path[:0] = [os.path.dirname(os.path.abspath(__file__)), os.path.join(os.path.dirname(os.path.abspath(__file__)), '../window')]
import bench_import  # noqa: E402
import driver  # noqa: E402

ROUNDS = 11

driver.reenter()
HOME, WINDOW, PATAL = os.environ['PATAL_TEST_HOME'], os.environ['PATAL_WINDOW'], os.environ['PATAL']
DEMO = os.path.join(HOME, 'demo.patal')
subprocess.run([PATAL, 'demo', DEMO], check=True)
COUNTRY = bench_import.make_country(PATAL, HOME)
print('goals: the demonstration at most 1.00 of gnome-text-editor; the country at most 100 ms after the demonstration', flush=True)
sys.exit(subprocess.call([sys.argv[1], str(ROUNDS), 'gnome-text-editor', 'gnome-text-editor', '--standalone', '--',
                          'the demonstration district', WINDOW, DEMO, '--', '2.1 lakh gram panchayats', WINDOW, COUNTRY]))
