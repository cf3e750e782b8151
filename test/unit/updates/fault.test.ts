/** What the file system says of a download or an installation, in the member's terms. */
import { expect, test } from 'vitest';
import { TransferError, transferProblemOf } from '../../../main/features/updates/fault.ts';

test.each([
  ['ENOSPC', 'disk-full'],
  ['EDQUOT', 'disk-full'],
  ['EACCES', 'not-writable'],
  ['EROFS', 'not-writable'],
  ['ENOENT', 'gone'],
  ['EIO', 'disk-failing'],
  ['ESTALE', 'disk-failing'],
  ['ENOTCONN', 'disk-failing'],
  ['EMFILE', 'disk-failing'],
  ['EINVAL', 'internal'],
])('%s is %s', (code, problem) => {
  expect(transferProblemOf(Object.assign(new Error(code), { code }))).toBe(problem);
});

test('what was found out already stays', () => {
  const cause = Object.assign(new Error('ENOENT'), { code: 'ENOENT' });
  expect(transferProblemOf(new TransferError('cut-short', cause))).toBe('cut-short');
});
