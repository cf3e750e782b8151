/** What is on the disk in the place of the running version, and when a restart is worth asking for. */
import { expect, test } from 'vitest';
import { otherVersion } from '../../../shared/updates/installed.ts';

test.each<[string | undefined, string | undefined, string | undefined]>([
  ['1.0.0\n', '1.1.0\n', '1.1.0'],
  ['1.0.0\n', '1.0.0-beta.2\n', '1.0.0-beta.2'],
  // Back again, before the member has restarted.
  ['1.0.0\n', '1.0.0\n', undefined],
  ['1.0.0\n', '1.0.0', undefined],
  // Removed, or just being written.
  ['1.0.0\n', undefined, undefined],
  ['1.0.0\n', '', undefined],
  ['1.0.0\n', '1.\n', undefined],
  ['1.0.0\n', '<html>', undefined],
  // No package of ours: nothing is known of what runs.
  [undefined, '1.1.0\n', undefined],
])('started as %j, now %j: %j', (atStart, now, other) => {
  expect(otherVersion(atStart, now)).toBe(other);
});
