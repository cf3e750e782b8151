/**
 * Detached signatures of OpenSSH (PROTOCOL.sshsig), as `ssh-keygen -Y sign` writes them: anyone can check one by hand
 * with the tool of their system. Ed25519 keys only.
 */
import { Buffer } from 'node:buffer';
import { createHash, createPublicKey, verify } from 'node:crypto';

const magic = Buffer.from('SSHSIG');
const version = 1;
const keyType = 'ssh-ed25519';
const hashes: readonly string[] = ['sha512', 'sha256'];
/** What stands before a raw Ed25519 key in DER (RFC 8410). */
const spkiHead = Buffer.from('302a300506032b6570032100', 'hex');
/** More blocks than there are people with a key. */
const blocksLimit = 8;
const block =
  /-----BEGIN SSH SIGNATURE-----\r?\n([A-Za-z0-9+/=\r\n]{1,4096})-----END SSH SIGNATURE-----/g;

/** Whether a text has a signature at all, valid or not: a page to sign in to a network has none. */
export function hasSignature(armored: string): boolean {
  return armored.match(block) !== null;
}

/**
 * Whether one of the keys (`ssh-ed25519 AAAA… name`) signed the bytes for this namespace. `armored` may hold several
 * signatures. Never throws.
 */
export function isSignedBy(
  keys: readonly string[],
  bytes: Uint8Array,
  armored: string,
  namespace: string,
): boolean {
  const trusted = keys.flatMap((line) => {
    const [type, blob] = line.split(' ');
    return type === keyType && blob ? [Buffer.from(blob, 'base64')] : [];
  });
  return [...armored.matchAll(block)].slice(0, blocksLimit).some(([, base64 = '']) => {
    try {
      return isValid(trusted, bytes, Buffer.from(base64, 'base64'), namespace);
    } catch (error) {
      if (error instanceof MalformedError) return false;
      throw error;
    }
  });
}

class MalformedError extends Error {}

function isValid(
  trusted: readonly Buffer[],
  bytes: Uint8Array,
  signature: Buffer,
  namespace: string,
): boolean {
  const read = readerOf(signature);
  if (!read.bytes(magic.length).equals(magic) || read.number() !== version) return false;
  const [key, forWhat, reserved, hash, proof] = [
    read.text(),
    read.text(),
    read.text(),
    read.text(),
    read.text(),
  ];
  const algorithm = hash.toString('latin1');
  // OpenSSH takes nothing in the reserved field for signed, either.
  if (!read.isDone() || reserved.length > 0) return false;
  if (!forWhat.equals(Buffer.from(namespace))) return false;
  if (!hashes.includes(algorithm) || !trusted.some((one) => one.equals(key))) return false;
  const rawKey = valueOf(key);
  const rawProof = valueOf(proof);
  if (rawKey.length !== 32 || rawProof.length !== 64) return false;
  const signed = Buffer.concat([
    magic,
    ...[forWhat, reserved, hash, createHash(algorithm).update(bytes).digest()].map(withLength),
  ]);
  const der = Buffer.concat([spkiHead, rawKey]);
  return verify(null, signed, createPublicKey({ key: der, format: 'der', type: 'spki' }), rawProof);
}

/** The one value of a key or a proof, after its type. */
function valueOf(typed: Buffer): Buffer {
  const read = readerOf(typed);
  if (read.text().toString('latin1') !== keyType) throw new MalformedError('type');
  const value = read.text();
  if (!read.isDone()) throw new MalformedError('surplus');
  return value;
}

function withLength(bytes: Buffer): Buffer {
  const length = Buffer.alloc(4);
  length.writeUInt32BE(bytes.length);
  return Buffer.concat([length, bytes]);
}

function readerOf(all: Buffer) {
  let at = 0;
  const bytes = (length: number) => {
    if (at + length > all.length) throw new MalformedError('cut short');
    at += length;
    return all.subarray(at - length, at);
  };
  const number = () => bytes(4).readUInt32BE(0);
  return { bytes, number, text: () => bytes(number()), isDone: () => at === all.length };
}
