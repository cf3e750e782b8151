/** The reader of signatures takes any bytes, and no change of a single one passes. */
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { hasSignature, isSignedBy } from '../../../main/platform/sshsig.ts';
import { armor, makeKey, signatureOf } from '../../servers/updates/signer.ts';

const key = makeKey();
const bytes = Buffer.from('{"version": "1.1.0"}\n');
const signature = signatureOf(key, bytes);
const isGood = (armored: string) =>
  isSignedBy([key.publicLine], bytes, armored, 'coop-tray-update');

test('no byte of a signature can be another one', () => {
  expect(isGood(armor(signature))).toBe(true);
  for (let at = 0; at < signature.length; at += 1) {
    for (const change of [1, 0x80, 0xff]) {
      const changed = Buffer.from(signature);
      changed[at] = (changed[at] ?? 0) ^ change;
      expect([at, isGood(armor(changed))]).toEqual([at, false]);
    }
  }
});

test('no part of it is enough', () => {
  for (let length = 0; length < signature.length; length += 1) {
    expect(isGood(armor(signature.subarray(0, length)))).toBe(false);
  }
});

test('whatever else is in its frame is refused, and nothing throws', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 300 }), (noise) => {
      const armored = armor(Buffer.concat([Buffer.from('SSHSIG\0\0\0\u0001'), noise]));
      expect(isGood(armored)).toBe(false);
    }),
  );
});

test('any text is read in no time', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 500 }), (text) => {
      expect([hasSignature(text), isGood(text)]).toEqual([false, false]);
    }),
  );
  // As long as a signature may be, and made to be searched through again and again.
  const hostile = '-----BEGIN SSH SIGNATURE-----\n'.repeat(500) + 'A'.repeat(1500);
  expect(hasSignature(hostile)).toBe(false);
});
