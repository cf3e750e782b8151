/**
 * Manifests and signatures as they must and must not be: what of a channel is believed. Also held against ssh-keygen,
 * in test/integration/updates/oracle.test.ts.
 */
import { writtenManifest } from '../../../shared/updates/manifest.ts';
import type { Key } from '../../servers/updates/signer.ts';
import { armor, makeKey, signatureOf, signed } from '../../servers/updates/signer.ts';
import { fileOf, manifestOf } from '../../servers/updates/manifests.ts';

export const keys = { current: makeKey(), next: makeKey(), other: makeKey() };
export const pinned = [keys.current.publicLine, keys.next.publicLine];

type Case = readonly [
  what: string,
  bytes: Buffer,
  armored: string,
  /** `good`, or why it is refused. */
  outcome: string,
  /** What ssh-keygen says where it judges otherwise: it looks at the first signature alone, and at its exact frame. */
  oracle?: 'good' | 'bad',
];

const written = (manifest: object = manifestOf()) => Buffer.from(writtenManifest(manifest));
const good = written();
const { current, next, other } = keys;
const block = signed(current, good);
const well = (what: string, bytes: Buffer, outcome = 'good', key: Key = current): Case => [
  what,
  bytes,
  signed(key, bytes),
  outcome,
];
const changedAt = (at: number) => {
  const bytes = Buffer.from(good);
  bytes[at] = (bytes[at] ?? 0) ^ 1;
  return bytes;
};
const text = (change: (all: string) => string) => Buffer.from(change(good.toString()));
const withFile = (more: object) =>
  written({ ...manifestOf(), files: [{ ...fileOf(good), ...more }] });

const fine: readonly Case[] = [
  well('by the current key', good),
  well('by the next key', good, 'good', next),
  ['with sha256', good, signed(current, good, { hash: 'sha256' }), 'good'],
  [
    'with Windows line ends around the signature',
    good,
    armor(signatureOf(current, good), '\r\n'),
    'good',
    'bad',
  ],
  ['with words before the signature', good, `Release 1.1.0\n${block}`, 'good', 'bad'],
  ['signed twice, first by a stranger', good, signed(other, good) + block, 'good', 'bad'],
  ['signed twice, first over something else', good, signed(current, 'x') + block, 'good', 'bad'],
  ['signed by both keys', good, block + signed(next, good), 'good'],
  well('with keys that this version does not know', written({ ...manifestOf(), rollout: 5 })),
  well('with no packages', written({ ...manifestOf(), files: [] })),
];

const wrong = 'wrong-signature';
const forged: readonly Case[] = [
  ['one byte changed at the beginning', changedAt(3), block, wrong],
  ['one byte changed at the end', changedAt(good.length - 3), block, wrong],
  ['a line end changed on the way', text((all) => all.replaceAll('\n', '\r\n')), block, wrong],
  ['a byte order mark added', Buffer.concat([Buffer.from('\uFEFF'), good]), block, wrong],
  ['a line end more', Buffer.concat([good, Buffer.from('\n')]), block, wrong],
  ['empty', Buffer.alloc(0), block, wrong],
  ['by a stranger', good, signed(other, good), wrong],
  ['by a stranger who claims to be us', good, signed(other, good, { by: current }), wrong],
  ['for files, not updates', good, signed(current, good, { namespace: 'file' }), wrong],
  ['for the co-op document', good, signed(current, good, { namespace: 'coop-tray' }), wrong],
  [
    'for a namespace that begins with ours',
    good,
    signed(current, good, { namespace: 'coop-tray-update-2' }),
    wrong,
  ],
  [
    'for another namespace, with ours written in',
    good,
    signed(current, good, { namespace: 'file', claimed: 'coop-tray-update' }),
    wrong,
  ],
  ['for no namespace', good, signed(current, good, { namespace: '' }), wrong],
  ['with a reserved field', good, signed(current, good, { reserved: 'later' }), wrong],
  ['with sha1', good, signed(current, good, { hash: 'sha1' }), wrong],
  ['with a hash of another name', good, signed(current, good, { hash: 'SHA512' }), wrong],
  ['of another version of the format', good, signed(current, good, { version: 2 }), wrong],
  ['with another beginning', good, signed(current, good, { magic: 'SSHSIH' }), wrong],
  ['by another kind of key', good, signed(current, good, { keyType: 'ssh-rsa' }), wrong],
  [
    'by a key in a token',
    good,
    signed(current, good, { keyType: 'sk-ssh-ed25519@openssh.com' }),
    wrong,
  ],
  ['with another kind of proof', good, signed(current, good, { proofType: 'rsa-sha2-512' }), wrong],
  [
    'with a proof of zeros',
    good,
    signed(current, good, { proof: (p) => Buffer.alloc(p.length) }),
    wrong,
  ],
  ['with half a proof', good, signed(current, good, { proof: (p) => p.subarray(0, 32) }), wrong],
  [
    'with a byte more in the proof',
    good,
    signed(current, good, { proof: (p) => Buffer.concat([p, Buffer.from('x')]) }),
    wrong,
  ],
  ['with bytes after it', good, signed(current, good, { surplus: 'more' }), wrong],
  ['cut short', good, armor(signatureOf(current, good).subarray(0, 90)), wrong],
  ['of a few bytes', good, armor(Buffer.from('SSHSIG')), wrong],
  [
    'lengths beyond the end',
    good,
    armor(Buffer.from(`SSHSIG\0\0\0\u0001${'\u00ff'.repeat(8)}`, 'latin1')),
    wrong,
  ],
  ['nine by strangers before it', good, signed(other, good).repeat(9) + block, wrong],
];

const unsigned: readonly Case[] = [
  ['no signature', good, '', 'unsigned'],
  ['a page to sign in to the Wi-Fi', good, '<!doctype html><title>Welcome</title>', 'unsigned'],
  ['half an armor', good, block.slice(0, -20), 'unsigned'],
  ['a PGP signature', good, block.replaceAll('SSH', 'PGP'), 'unsigned'],
  ['an armor without content', good, armor(Buffer.alloc(0)), 'unsigned'],
  ['an armor with spaces', good, block.replace('\n', '\n  '), 'unsigned', 'good'],
];

const unreadable = 'unreadable';
const signedNonsense: readonly Case[] = [
  well(
    'not UTF-8',
    Buffer.concat([good.subarray(0, -2), Buffer.from([0xff, 0x7d, 0x0a])]),
    unreadable,
  ),
  well('with a byte order mark', Buffer.concat([Buffer.from('\uFEFF'), good]), unreadable),
  well('no JSON', Buffer.from('version: 1.1.0\n'), unreadable),
  well('a list', Buffer.from('[]\n'), unreadable),
  well('nested too deep', Buffer.from(`${'['.repeat(5000)}${']'.repeat(5000)}`), unreadable),
  well('not as it is written', Buffer.from(JSON.stringify(manifestOf())), unreadable),
  well(
    'a key twice',
    text((all) => all.replace('"form": 1,', '"form": 1,\n "version": "9.0.0",')),
    unreadable,
  ),
  well(
    'a number in another spelling',
    text((all) => all.replace('"form": 1', '"form": 1.0')),
    unreadable,
  ),
  well('of a later form', written({ form: 2, anything: 'else' }), 'newer-form'),
  well('of no form', written({ ...manifestOf(), form: '1' }), unreadable),
  well('without an app', written({ ...manifestOf(), app: undefined }), unreadable),
  well('of an unknown channel', written({ ...manifestOf(), channel: 'nightly' }), unreadable),
  well('a beta as stable', written(manifestOf({ version: '1.1.0-beta.1' })), unreadable),
  well('a version that is none', written(manifestOf({ version: '1.1.0-rc.1' })), unreadable),
  well('without an end', written({ ...manifestOf(), expires: undefined }), unreadable),
  well(
    'that ends before it begins',
    written(manifestOf({ expires: '2026-11-20T11:00:00.000Z' })),
    unreadable,
  ),
  well(
    'on a day that is none',
    written(manifestOf({ issued: '2026-13-40T11:00:00.000Z' })),
    unreadable,
  ),
  well('with sha2 alone', withFile({ sha512: undefined, sha2: 'a'.repeat(64) }), unreadable),
  well('with a hash in capitals', withFile({ sha512: 'A'.repeat(128) }), unreadable),
  well('with half a hash', withFile({ sha512: 'a'.repeat(64) }), unreadable),
  well('with no size', withFile({ sizeBytes: undefined }), unreadable),
  well('of no bytes', withFile({ sizeBytes: 0 }), unreadable),
  well('huge', withFile({ sizeBytes: 2 ** 40 }), unreadable),
  well('a file elsewhere', withFile({ name: '../../.bashrc' }), unreadable),
  well('a file on another server', withFile({ name: 'https://evil.example/x' }), unreadable),
  well('a file that is an option', withFile({ name: '-rf' }), unreadable),
  well('a command in a name', withFile({ name: 'x;reboot' }), unreadable),
  well(
    'two files for one computer',
    written(manifestOf({ files: [fileOf(good), fileOf(good)] })),
    unreadable,
  ),
  well(
    'a page that is not on the web',
    written(manifestOf({ page: 'javascript:alert(1)' })),
    unreadable,
  ),
  well(
    'a page without protection',
    written(manifestOf({ page: 'http://updates.example/' })),
    unreadable,
  ),
  well(
    'endless notes',
    written(manifestOf({ notes: { en: 'x'.repeat(4001), fr: '' } })),
    unreadable,
  ),
];

export const cases = [...fine, ...forged, ...unsigned, ...signedNonsense].map(
  ([what, bytes, armored, outcome, oracle]) => ({ what, bytes, armored, outcome, oracle }),
);
