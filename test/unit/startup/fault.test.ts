import { expect, test } from 'vitest';
import type { LockLook } from '../../../shared/start/fault.ts';
import { whyNoLock } from '../../../shared/start/fault.ts';

const profileDir = '/home/maya/.config/Coop Tray';
const well: LockLook = {
  folders: [{ path: profileDir }, { path: '/tmp' }],
  profileDir,
  answers: false,
};
const holderPid = 7;

test.each([
  ['it runs and answers', { holderPid, answers: true }],
  ['it runs and answers, while the disk is full', { answers: true, folders: full() }],
  ['nobody can be asked, as on Windows', { answers: undefined }],
])('a start is a second one when %s', (_what, found) => {
  expect(whyNoLock({ ...well, ...found } as LockLook)).toBeUndefined();
});

function full(): LockLook['folders'] {
  return [{ path: profileDir, error: 'ENOSPC' }];
}

test.each([
  ['EACCES', 'folder-denied'],
  ['EPERM', 'folder-denied'],
  ['EROFS', 'folder-read-only'],
  ['ENOSPC', 'folder-full'],
  ['EDQUOT', 'folder-full'],
  ['EEXIST', 'folder-is-file'],
  ['ENOTDIR', 'folder-is-file'],
  ['EIO', 'folder-unusable'],
])('a folder that answers %s keeps the app from starting: %s', (error, code) => {
  const folders = [{ path: profileDir, error }];
  const params = { folder: profileDir, error };
  expect(whyNoLock({ ...well, folders })).toEqual({ code, params });
});

test.each<[string, Partial<LockLook>, string, Readonly<Record<string, string>>]>([
  [
    'the folder for passing files is full',
    { folders: [{ path: profileDir }, { path: '/tmp', error: 'ENOSPC' }] },
    'folder-full',
    { folder: '/tmp', error: 'ENOSPC' },
  ],
  [
    'both folders are closed, the profile is named',
    { folders: [...full(), { path: '/tmp', error: 'EACCES' }] },
    'folder-full',
    { folder: profileDir, error: 'ENOSPC' },
  ],
  ['it runs and says nothing', { holderPid }, 'silent', { process: '7' }],
  ['nothing explains it', {}, 'no-lock', { folder: profileDir }],
])('it is told when %s', (_what, found, code, params) => {
  expect(whyNoLock({ ...well, ...found })).toEqual({ code, params });
});
