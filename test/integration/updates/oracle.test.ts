/** The verifier, held against OpenSSH's own. */
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { isSignedBy } from '../../../main/platform/sshsig.ts';
import { cases, keys, pinned } from '../../unit/updates/cases.ts';
import { signed } from '../../servers/updates/signer.ts';

const namespace = 'coop-tray-update';
const hasOpenSsh = spawnSync('ssh-keygen', ['-?']).error === undefined;

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'coop-tray-signatures-'));
  const lines = pinned.map((key) => `makers ${key}\n`);
  writeFileSync(join(folder, 'allowed'), lines.join(''));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function askOpenSsh(bytes: Uint8Array, armored: string): 'good' | 'bad' {
  const signature = join(folder, 'signature');
  writeFileSync(signature, armored);
  const { status } = spawnSync(
    'ssh-keygen',
    [
      '-Y',
      'verify',
      '-f',
      join(folder, 'allowed'),
      '-I',
      'makers',
      '-n',
      namespace,
      '-s',
      signature,
    ],
    { input: bytes },
  );
  return status === 0 ? 'good' : 'bad';
}

test.runIf(hasOpenSsh).each(cases)('$what', ({ bytes, armored, oracle }) => {
  const ours = isSignedBy(pinned, bytes, armored, namespace) ? 'good' : 'bad';
  expect(askOpenSsh(bytes, armored)).toBe(oracle ?? ours);
});

test.runIf(hasOpenSsh).each(['sha512', 'sha256'])('what OpenSSH signs with %s is good', (hash) => {
  const [key, file] = [join(folder, `key-${hash}`), join(folder, `file-${hash}`)];
  execFileSync('ssh-keygen', ['-q', '-t', 'ed25519', '-N', '', '-C', 'a name', '-f', key]);
  writeFileSync(file, 'Version 1.1.0\n');
  execFileSync('ssh-keygen', [
    '-Y',
    'sign',
    '-q',
    '-f',
    key,
    '-n',
    namespace,
    '-O',
    `hashalg=${hash}`,
    file,
  ]);
  const armored = readFileSync(`${file}.sig`, 'utf8');
  const line = readFileSync(`${key}.pub`, 'utf8').trim();
  const bytes = readFileSync(file);
  expect(isSignedBy([line], bytes, armored, namespace)).toBe(true);
  expect(isSignedBy([line], bytes, armored, 'file')).toBe(false);
  expect(isSignedBy([line], Buffer.concat([bytes, bytes]), armored, namespace)).toBe(false);
  expect(isSignedBy(pinned, bytes, armored, namespace)).toBe(false);
});

test.each(['', 'ssh-ed25519', 'ssh-ed25519 ', 'ssh-rsa AAAA', `ssh-ed25519 !`])(
  'a pinned key that is %j trusts nobody',
  (line) => {
    const bytes = Buffer.from('x');
    expect(isSignedBy([line], bytes, signed(keys.current, bytes), namespace)).toBe(false);
  },
);
