"""Presses a button of one app, found by its name, as a screen reader does: the last one of that name."""

import sys

import gi

gi.require_version('Atspi', '2.0')
from gi.repository import Atspi, GLib  # noqa: E402


def find(node, name):
    if node.get_role() == Atspi.Role.PUSH_BUTTON and node.get_name() == name:
        return node
    for at in reversed(range(node.get_child_count())):
        try:
            child = node.get_child_at_index(at)
            found = None if child is None else find(child, name)
        except GLib.Error:
            continue
        if found is not None:
            return found
    return None


def main(app_name, name):
    desktop = Atspi.get_desktop(0)
    for at in range(desktop.get_child_count()):
        app = desktop.get_child_at_index(at)
        if app is not None and app.get_name().lower() == app_name.lower():
            button = find(app, name)
            if button is None:
                sys.exit(f'no button {name}')
            button.get_action_iface().do_action(0)
            return
    sys.exit(f'no app {app_name}')


main(*sys.argv[1:3])
