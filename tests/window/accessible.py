"""What a program tells the accessibility bus, read in one question. libatspi asks five for each thing that shows, and a window has hundreds.

SPDX-License-Identifier: GPL-3.0-or-later
"""
import dbus
import dbus.bus
import gi
gi.require_version('Atspi', '2.0')
from gi.repository import Atspi  # noqa: E402

ATSPI = 'org.a11y.atspi.'
ROOT = '/org/a11y/atspi/accessible/root'
WINDOW_PLACE = 1  # ATSPI_COORD_TYPE_WINDOW


class Accessible:
    """One thing that is told of, as it was when the bus was asked."""

    def __init__(self, bus, item):
        self.bus = bus
        (self.address, self.path), _, (_, self.parent_path), self.index, self.count, self.interfaces, self.name, role, self.description, \
            states = item
        self.role = Atspi.role_get_name(Atspi.Role(role))
        self.states = states[0] | states[1] << 32
        self.parent, self.children, self.box_known = None, [], None

    def ask(self, interface, method, signature='', *arguments):
        return self.bus.ask(self.address, self.path, ATSPI + interface, method, signature, *arguments)

    def can(self, interface):
        return ATSPI + interface in self.interfaces

    def has(self, state):
        """@state: as Atspi.StateType names it."""
        return bool(self.states >> int(getattr(Atspi.StateType, state)) & 1)

    def box(self):
        """x, y, width and height in the window, as they were when first asked for."""
        return self.box_known or self.box_now()

    def box_now(self):
        self.box_known = self.ask('Component', 'GetExtents', 'u', WINDOW_PLACE)
        return self.box_known

    def shows(self):
        """GTK before 4.12 has no SHOWING state, so size and visibility decide."""
        return (self.parent is None or self.parent.shows()) and self.has('VISIBLE') and self.is_placed()

    def is_placed(self):
        try:
            return not self.can('Component') or min(self.box()[2:]) > 0
        except dbus.DBusException:  # it went away since
            return False

    def tell_children(self):
        try:
            self.ask('Accessible', 'GetChildren')
        except dbus.DBusException:  # it went away since
            pass

    def below(self):
        """What is visible in it, and itself: in the order of the window, and without asking for its size."""
        if self.has('VISIBLE'):
            yield self
            for child in self.children:
                yield from child.below()

    def press(self):
        """FALSE: it cannot be pressed."""
        if not self.can('Action'):
            return False
        names = [self.ask('Action', 'GetName', 'i', i) for i in range(len(self.ask('Action', 'GetActions')))]
        wanted = next((w for w in ('click', 'activate', 'press', 'toggle') if w in names), None)
        if wanted is not None:
            self.ask('Action', 'DoAction', 'i', names.index(wanted))
        return wanted is not None

    def holder(self, interface):
        """Itself or the first below that has @interface: an entry's text is a part of it."""
        node = self
        while not node.can(interface) and node.children:
            node = node.children[0]
        return node

    def text(self):
        node = self.holder('Text')
        if not node.can('Text'):
            return node.name
        length = self.bus.ask(node.address, node.path, dbus.PROPERTIES_IFACE, 'Get', 'ss', ATSPI + 'Text', 'CharacterCount')
        return node.ask('Text', 'GetText', 'ii', 0, length)

    def write(self, text):
        """FALSE: it takes none."""
        node = self.holder('EditableText')
        return node.can('EditableText') and node.ask('EditableText', 'SetTextContents', 's', text)


class Bus:
    """The accessibility bus of this session."""

    def __init__(self):
        session = dbus.SessionBus()
        self.connection = dbus.bus.BusConnection(session.call_blocking('org.a11y.Bus', '/org/a11y/bus', 'org.a11y.Bus', 'GetAddress', '', ()))

    def ask(self, address, path, interface, method, signature='', *arguments):
        return self.connection.call_blocking(address, path, interface, method, signature, arguments)

    def addresses(self, process):
        """Those under which the program speaks that is @process."""
        registered = self.ask(ATSPI + 'Registry', ROOT, ATSPI + 'Accessible', 'GetChildren')
        found = []
        for address in {address for address, _ in registered}:
            try:
                if self.ask(dbus.BUS_DAEMON_NAME, dbus.BUS_DAEMON_PATH, dbus.BUS_DAEMON_IFACE, 'GetConnectionUnixProcessID', 's',
                            address) == process:
                    found.append(address)
            except dbus.DBusException:  # it has left the bus
                continue
        return found

    def tree(self, address):
        """All that a program has told of so far, as windows."""
        nodes = {item[0][1]: Accessible(self, item) for item in self.ask(address, '/org/a11y/atspi/cache', ATSPI + 'Cache', 'GetItems')}
        for node in nodes.values():
            node.parent = nodes.get(node.parent_path) if node.parent_path != ROOT else None
            if node.parent is not None:
                node.parent.children.append(node)
        for node in nodes.values():
            node.children.sort(key=lambda child: child.index)
        return sorted((node for node in nodes.values() if node.parent_path == ROOT), key=lambda node: node.index)

    def windows(self, process):
        """The windows of a program, with all that shows. GTK 4.8 tells of a thing once its parent was asked for its children."""
        found = []
        for address in self.addresses(process):
            try:
                self.ask(address, ROOT, ATSPI + 'Accessible', 'GetChildren')
                asked = set()  # some never tell of as many as they say
                while True:
                    windows = self.tree(address)
                    new = [node for window in windows for node in window.below() if node.count != len(node.children)
                           and (node.path, node.count, len(node.children)) not in asked and node.is_placed()]
                    if not new:
                        break
                    for node in new:
                        asked.add((node.path, node.count, len(node.children)))
                        node.tell_children()
                found += windows
            except dbus.DBusException:  # not there yet, or no more
                continue
        return found
