"""Drives the real window under Xvfb through AT-SPI: what a person sees and can press, nothing mocked.

SPDX-License-Identifier: GPL-3.0-or-later
"""
import fnmatch
import os
import random
import resource
import shutil
import subprocess
import sys
import tempfile
import time
import traceback

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
import accessible  # noqa: E402

# A control that a screen reader would read out as nothing.
CONTROLS = {'push button', 'toggle button', 'check box', 'radio button', 'text', 'combo box', 'spin button', 'slider',
            'page tab', 'menu item', 'switch', 'entry', 'password text'}


# Seconds: how long is waited for what must come, on a machine that does other things too.
PATIENCE = 30

# Seconds after which a person would press once more what seems not to have been felt.
AGAIN = 10

# A button that is activated stays down for 250 ms before GTK says that it was clicked.
BUTTONS = {'push button', 'toggle button'}

# The entry of the search over everything, in either language.
SEARCH = ('Search gram panchayats, blocks, people and venues', 'ग्राम पंचायत, विकासखण्ड, व्यक्ति और प्रशिक्षण स्थल खोजें')

# A home of its own for each test program: reenter() makes it.
HOME = os.environ.get('PATAL_TEST_HOME', '')


def start_server(size):
    """An X server of our own, once it answers. Its number is drawn by lot: where several start at once, on machines that share a
    network, each would find the same lowest one free."""
    for _ in range(20):
        display = ':%d' % random.randrange(100, 30000)
        xvfb = subprocess.Popen(['Xvfb', display, '-screen', '0', size + 'x24', '-nolisten', 'tcp', '-noreset'],
                                stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        end = time.time() + 10
        while xvfb.poll() is None and time.time() < end:
            if subprocess.call(['xdotool', 'getdisplaygeometry'], env=dict(os.environ, DISPLAY=display),
                               stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) == 0:
                return xvfb, display
            time.sleep(0.1)
        xvfb.terminate()
        xvfb.wait()
        time.sleep(random.uniform(0.1, 1))  # several that failed together must not try again together
    sys.exit('no X server would start')


def reenter(size='1366x768'):
    """Starts Xvfb and a D-Bus session of our own and runs this program again inside them. Returns there."""
    if os.environ.get('PATAL_WINDOW_TEST') == '1':
        sys.stdout = os.fdopen(int(os.environ['PATAL_TAP']), 'w', encoding='utf-8')
        return
    xvfb, display = start_server(size)
    tap = os.dup(1)  # what the session's own services print does not belong into the TAP
    os.set_inheritable(tap, True)
    home = tempfile.mkdtemp(prefix='patal-window-')
    environment = dict(os.environ, DISPLAY=display, PATAL_TAP=str(tap), GDK_BACKEND='x11', GTK_A11Y='atspi', NO_AT_BRIDGE='0',
                       PATAL_WINDOW_TEST='1', PATAL_TEST_HOME=home, XDG_SESSION_TYPE='x11',
                       HOME=home, XDG_DATA_HOME=home + '/data', XDG_CONFIG_HOME=home + '/config',
                       XDG_CACHE_HOME=home + '/cache', XDG_RUNTIME_DIR=home, ADW_DISABLE_PORTAL='1')
    environment.pop('WAYLAND_DISPLAY', None)
    os.chmod(home, 0o700)
    try:
        status = subprocess.call(['dbus-run-session', '--', '/usr/bin/python3'] + sys.argv, env=environment,
                                 stdout=2, pass_fds=[tap])
    finally:
        xvfb.terminate()
        xvfb.wait()
        shutil.rmtree(home, ignore_errors=True)
    sys.exit(status)


class Window:
    """One run of gram-patal."""

    running = []

    def __init__(self, *arguments, env=None):
        self.bus = accessible.Bus()
        environment = dict(os.environ, **(env or {}))
        self.errors = tempfile.TemporaryFile(mode='w+')
        # SIGXFSZ stays ignored, as Python has it: what limit() refuses is then an error, as on a full disk, and not the end
        self.process = subprocess.Popen([os.environ['PATAL_WINDOW'], *arguments], env=environment, stderr=self.errors,
                                        restore_signals=False)
        self.running.append(self)
        self.until(self.windows, 'a window')

    def windows(self):
        """Those that are open, whole, as they are now."""
        self.alive()
        return self.bus.windows(self.process.pid)

    def alive(self):
        if self.process.poll() is not None:
            self.errors.seek(0)
            raise AssertionError('the program ended with %s: %s' % (self.process.returncode, self.errors.read()[-2000:]))

    def complaints(self):
        """What the program said of slips of its own. One is of GTK 4.8: it answers a question of the accessibility bus about a
        dialog that is going at that moment, and finds no path for it."""
        self.errors.seek(0)
        return [line.strip() for line in self.errors if '-CRITICAL' in line and 'g_variant_is_object_path' not in line]

    def until(self, question, what, seconds=PATIENCE):
        end = time.time() + seconds
        while True:
            answer = question()
            if answer:
                return answer
            self.alive()
            if time.time() > end:
                if 'PATAL_SHOTS' in os.environ:  # a folder: what a person would have seen
                    subprocess.call(['import', '-window', 'root', os.environ['PATAL_SHOTS'] + '/waited.png'])
                raise AssertionError('waited %d s for %s; showing: %s' % (seconds, what, self.showing()))
            time.sleep(0.05)

    def walk(self):
        """Every accessible that shows."""
        return [node for node in self.visible() if node.shows()]

    def visible(self):
        """Those that show, and some that have no size: to find one, the size of a few is asked for, and not of all."""
        for window in self.windows():
            yield from window.below()

    def showing(self):
        return ', '.join('%s "%s"' % (node.role, node.name) for node in self.walk() if node.name)[:9000]

    def find_now(self, role, name):
        return next((node for node in self.visible() if role in ('*', node.role) and fnmatch.fnmatchcase(node.name, name) and node.shows()), None)

    def find(self, role, name, seconds=PATIENCE):
        return self.until(lambda: self.find_now(role, name), '%s %r' % (role, name), seconds)

    def gone(self, role, name, seconds=PATIENCE):
        self.until(lambda: self.find_now(role, name) is None, 'no %s %r' % (role, name), seconds)

    def again(self, act, role, name):
        """Does @act until @role and @name show: on a busy machine a key or a press may come before what it is meant for."""
        for left in reversed(range(PATIENCE // AGAIN)):
            act()
            try:
                return self.find(role, name, AGAIN if left else PATIENCE)
            except AssertionError:
                if not left:
                    raise

    def menu(self, button, item):
        """Opens the menu of @button, and presses @item in it."""
        self.again(lambda: self.click('push button', button), 'menu item', item)
        self.click('menu item', item)

    def main_menu(self, item):
        """The same in the main menu, by its key."""
        self.again(lambda: self.key('F10'), 'menu item', item)
        self.click('menu item', item)

    def click(self, role, name, seconds=PATIENCE):
        node = self.find(role, name, seconds)
        if node.press():
            time.sleep(0.35 if role in BUTTONS else 0.1)
        else:
            self.point(node)

    def settled_box(self, node):
        """Where @node is, once it stands still: what has just come may still move while the window finds its sizes."""
        before = None
        while before != (box := node.box_now()):
            before = box
            time.sleep(0.1)
        return box

    def point(self, node):
        left, top, width, height = self.settled_box(node)
        out = subprocess.run(['xdotool', 'getactivewindow', 'getwindowgeometry', '--shell'], capture_output=True,
                             text=True).stdout
        place = dict(line.split('=') for line in out.splitlines() if '=' in line)
        x = int(place.get('X', 0)) + left + width // 2
        y = int(place.get('Y', 0)) + top + height // 2
        subprocess.check_call(['xdotool', 'mousemove', str(x), str(y), 'click', '1'])
        time.sleep(0.1)

    def set(self, role, name, text):
        assert self.find(role, name).write(text), 'cannot write into %s %r' % (role, name)
        time.sleep(0.1)

    def focus(self, role, name):
        """With the pointer: GTK before 4.10 does not take the focus that AT-SPI gives."""
        self.point(self.find(role, name))

    def type(self, text):
        subprocess.check_call(['xdotool', 'type', '--delay', '10', text])

    def key(self, combination):
        subprocess.check_call(['xdotool', 'key', combination])
        time.sleep(0.1)

    def value(self, name):
        """What an entry holds."""
        return self.find('text', name).text()

    def is_value(self, name, wanted):
        self.until(lambda: self.find_now('text', name) and self.value(name) == wanted, '%s to be %r' % (name, wanted))

    def search(self, typed):
        """Types into the search over everything, and takes the first hit."""
        self.key('ctrl+f')
        self.type(typed)
        entry = self.until(lambda: next((name for name in SEARCH if self.find_now('*', name)), None), 'the search')
        self.until(lambda: self.find_now('label', '*%s*' % typed), 'a hit')
        self.key('Return')
        self.gone('*', entry)  # while it goes, it would take away what is opened next

    def choose_file(self, button, path):
        """Presses @button, and types @path into GTK's own file chooser. That says nothing of itself to the accessibility bus, and GTK
        4.8 takes it ill when it is asked for an accessible that goes away: the X window that has the keyboard tells when it is there
        and when it is gone."""
        before = self.x_focus()
        self.click('push button', button)
        self.until(lambda: self.x_focus() != before, 'the file chooser')
        self.answer_chooser(path)

    def answer_chooser(self, path):
        chooser = self.x_focus()
        self.key('ctrl+a')
        self.type(path)
        self.key('Return')
        self.until(lambda: self.x_focus() != chooser, 'the end of the file chooser')

    def dismiss(self, button):
        """Presses a button that closes its window, and looks at no accessible before that is gone: see choose_file()."""
        before = self.x_focus()
        self.click('push button', button)
        self.until(lambda: self.x_focus() != before, 'the end of the window')
        time.sleep(0.3)

    def x_focus(self):
        return subprocess.run(['xdotool', 'getwindowfocus'], capture_output=True, text=True).stdout

    def unnamed(self):
        """The controls that show and have no accessible name."""
        # GTK before 4.10 gives the type's own name where no label is set
        return ['%s %r in %s' % (node.role, node.name, node.parent.name) for node in self.walk()
                if node.role in CONTROLS and (not node.name.strip() or node.name.startswith(('Gtk', 'Adw', 'Patal')))]

    def misnamed(self):
        """The controls whose name is said twice, or with the underline of a key."""
        found = []
        for node in self.walk():
            name = node.name.strip()
            half = name[:len(name) // 2].strip()
            if node.role in CONTROLS and name and ('_' in name or name == half + ' ' + half):
                found.append('%s %r' % (node.role, name))
        return found

    def limit(self, most):
        """From now on no file of the program may grow beyond @most bytes (None: as far as it will), as on a full disk."""
        hard = resource.prlimit(self.process.pid, resource.RLIMIT_FSIZE)[1]
        resource.prlimit(self.process.pid, resource.RLIMIT_FSIZE, (hard if most is None else most, hard))

    def close(self):
        """Closes as the window manager would, and waits for the end."""
        if self.process.poll() is None:
            self.process.terminate()
            try:
                self.process.wait(10)
            except subprocess.TimeoutExpired:
                self.process.kill()
                self.process.wait()
                raise AssertionError('the program did not end within 10 s')

    def __enter__(self):
        return self

    def __exit__(self, *exc):
        self.close()


def patal(*arguments):
    """Runs the command line; gives (status, output, errors)."""
    done = subprocess.run([os.environ['PATAL'], *arguments], capture_output=True, text=True)
    return done.returncode, done.stdout, done.stderr


def demo(name):
    """A demonstration district of its own, at @name below the home; its path."""
    made, path = os.path.join(HOME, 'demonstration.patal'), os.path.join(HOME, name)
    if not os.path.exists(made):
        status, _, errors = patal('demo', made)
        assert status == 0, errors
    os.makedirs(os.path.dirname(path), exist_ok=True)
    return shutil.copy(made, path)


def remember(language='en', **settings):
    """What the window remembers from before: its language, and no more than what is given (a text, or a list of texts)."""
    folder = os.path.join(HOME, 'config/glib-2.0/settings')
    os.makedirs(folder, exist_ok=True)
    with open(os.path.join(folder, 'keyfile'), 'w', encoding='utf-8') as file:
        file.write('[io/github/grampatal/GramPatal]\n')
        for key, value in dict(settings, language=language).items():
            file.write('%s=%r\n' % (key.replace('_', '-'), value))


def run(tests):
    """Runs the functions, or those named on the command line, as a TAP program."""
    failed = 0
    tests = [test for test in tests if not sys.argv[1:] or test.__name__ in sys.argv[1:]]
    print('1..%d' % len(tests), flush=True)
    for number, test in enumerate(tests, 1):
        title = (test.__doc__ or test.__name__).strip().splitlines()[0]
        try:
            test()
            complaints = [line for window in Window.running for line in window.complaints()]
            assert not complaints, complaints
            print('ok %d %s' % (number, title), flush=True)
        except Exception:
            failed += 1
            print('not ok %d %s' % (number, title), flush=True)
            for line in traceback.format_exc().splitlines():
                print('# ' + line, flush=True)
                print(line, file=sys.stderr, flush=True)  # a log of failures has this, and not the TAP
        for window in Window.running:
            if window.process.poll() is None:
                window.process.kill()
                window.process.wait()
        Window.running.clear()
    sys.exit(1 if failed else 0)
