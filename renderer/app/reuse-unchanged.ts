/**
 * Puts the previous objects and arrays into the next snapshot wherever nothing in them has changed. Each snapshot is
 * parsed anew, and a new object would draw again whatever shows it. `next` must be JSON that nobody else has yet: it is
 * changed in place, since a storm brings thousands of values several times a second.
 */
export function reusing<T>(before: unknown, next: T): T {
  return (isTree(next) && isTree(before) ? reuseIn(before, next) : next) as T;
}

/** An array, too: its keys are its places. */
type Tree = Record<string, unknown>;

function reuseIn(before: Tree, next: Tree): Tree {
  const keys = Object.keys(next);
  let isSame = Array.isArray(next) === Array.isArray(before);
  isSame &&= keys.length === Object.keys(before).length;
  for (const key of keys) {
    next[key] = reusing(earlier(before, key, next[key]), next[key]);
    isSame &&= Object.hasOwn(before, key) && next[key] === before[key];
  }
  return isSame ? before : next;
}

/** What stood for the same before. An item of a list is known by its id, wherever it was. */
function earlier(before: Tree, key: string, value: unknown): unknown {
  const there = Object.hasOwn(before, key) ? before[key] : undefined;
  const id = idOf(value);
  if (!Array.isArray(before) || id === undefined || idOf(there) === id) return there;
  return before.find((one) => idOf(one) === id);
}

function idOf(value: unknown): unknown {
  return isTree(value) ? value['id'] : undefined;
}

function isTree(value: unknown): value is Tree {
  return typeof value === 'object' && value !== null;
}
