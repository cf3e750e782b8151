"""Prints what a screen reader can see of one app, as JSON: a list of its windows."""

import json
import sys

import gi

gi.require_version('Atspi', '2.0')
from gi.repository import Atspi, GLib  # noqa: E402

# Enough for every page; guards against a tree without an end.
NODE_LIMIT = 5000

left = NODE_LIMIT


def states_of(node):
    return sorted(state.value_nick for state in node.get_state_set().get_states())


def read(node):
    global left
    left -= 1
    if left < 0:
        raise RuntimeError('the tree has no end')
    found = {
        'name': node.get_name(),
        'role': node.get_role_name(),
        'description': node.get_description(),
        'states': states_of(node),
        'attributes': node.get_attributes() or {},
    }
    children = []
    for at in range(node.get_child_count()):
        try:
            child = node.get_child_at_index(at)
            # The page changes while it is read.
            if child is not None:
                children.append(read(child))
        except GLib.Error:
            continue
    return {**found, 'children': children}


def main(name):
    desktop = Atspi.get_desktop(0)
    for at in range(desktop.get_child_count()):
        app = desktop.get_child_at_index(at)
        if app is not None and app.get_name().lower() == name.lower():
            print(json.dumps(read(app)['children']))
            return
    names = [desktop.get_child_at_index(at).get_name() for at in range(desktop.get_child_count())]
    sys.exit(f'no app {name}, only {names}')


main(sys.argv[1])
