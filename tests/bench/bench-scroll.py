#!/usr/bin/python3
"""What a frame of the list of 2.1 lakh panchayats costs while it is scrolled.

    bench-scroll.py BENCH_SCROLL

SPDX-License-Identifier: GPL-3.0-or-later
"""
import os
import subprocess
import sys

sys.path[:0] = [os.path.dirname(os.path.abspath(__file__)), os.path.join(os.path.dirname(os.path.abspath(__file__)), '../window')]
import bench_import  # noqa: E402
import driver  # noqa: E402

driver.reenter()
sys.exit(subprocess.call([sys.argv[1], bench_import.make_country(os.environ['PATAL'], os.environ['PATAL_TEST_HOME'])]))
