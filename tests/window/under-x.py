#!/usr/bin/python3
"""Runs a test program under an X server of its own, with a demonstration district as its last argument.

SPDX-License-Identifier: GPL-3.0-or-later
"""
import os
import subprocess
import sys
import tempfile

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
import driver  # noqa: E402

with tempfile.TemporaryDirectory(prefix='patal-widgets-') as home:
    demo = os.path.join(home, 'demo.patal')
    subprocess.check_call([os.environ['PATAL'], 'demo', demo], stdout=subprocess.DEVNULL)
    server, display = driver.start_server('1366x768')
    environment = dict(os.environ, DISPLAY=display, GDK_BACKEND='x11', GTK_A11Y='none', HOME=home, XDG_DATA_HOME=home + '/data',
                       XDG_CONFIG_HOME=home + '/config', XDG_RUNTIME_DIR=home, ADW_DISABLE_PORTAL='1')
    environment.pop('WAYLAND_DISPLAY', None)
    environment.pop('DBUS_SESSION_BUS_ADDRESS', None)
    os.chmod(home, 0o700)
    try:
        status = subprocess.call(sys.argv[1:] + [demo], env=environment)
    finally:
        server.terminate()
        server.wait()
sys.exit(status)
