/** Signs as `ssh-keygen -Y sign` does, and in every way that must not pass. */
import { createHash, generateKeyPairSync, sign } from 'node:crypto';
import type { KeyObject } from 'node:crypto';

export type Key = Readonly<{ privateKey: KeyObject; raw: Buffer; publicLine: string }>;

const text = (bytes: Buffer | string): Buffer => {
  const content = Buffer.from(bytes as string);
  const length = Buffer.alloc(4);
  length.writeUInt32BE(content.length);
  return Buffer.concat([length, content]);
};
export const keyBlob = (raw: Buffer, type = 'ssh-ed25519') =>
  Buffer.concat([text(type), text(raw)]);

export function makeKey(): Key {
  const { privateKey, publicKey } = generateKeyPairSync('ed25519');
  const raw = publicKey.export({ format: 'der', type: 'spki' }).subarray(-32);
  return { privateKey, raw, publicLine: `ssh-ed25519 ${keyBlob(raw).toString('base64')} release` };
}

export type Odd = Readonly<{
  namespace?: string;
  /** The namespace that the signature claims, if it differs from the one that was signed. */
  claimed?: string;
  hash?: string;
  version?: number;
  magic?: string;
  reserved?: string;
  /** The key that it claims to be by. */
  by?: Key;
  keyType?: string;
  proofType?: string;
  /** Changes the 64 bytes. */
  proof?: (bytes: Buffer) => Buffer;
  surplus?: string;
}>;

/** The bytes of a signature. */
export function signatureOf(key: Key, bytes: Uint8Array, odd: Odd = {}): Buffer {
  const { namespace = 'coop-tray-update', hash = 'sha512', reserved = '' } = odd;
  const digest = createHash(hash === 'sha256' || hash === 'sha1' ? hash : 'sha512').update(bytes);
  const head = [text(namespace), text(reserved), text(hash)];
  const signed = Buffer.concat([Buffer.from('SSHSIG'), ...head, text(digest.digest())]);
  const proof = (odd.proof ?? ((same) => same))(sign(null, signed, key.privateKey));
  const version = Buffer.alloc(4);
  version.writeUInt32BE(odd.version ?? 1);
  return Buffer.concat([
    Buffer.from(odd.magic ?? 'SSHSIG'),
    version,
    text(keyBlob((odd.by ?? key).raw, odd.keyType)),
    text(odd.claimed ?? namespace),
    text(reserved),
    text(hash),
    text(Buffer.concat([text(odd.proofType ?? 'ssh-ed25519'), text(proof)])),
    Buffer.from(odd.surplus ?? ''),
  ]);
}

export function armor(signature: Buffer, end = '\n'): string {
  const lines = signature.toString('base64').match(/.{1,70}/g) ?? [];
  return ['-----BEGIN SSH SIGNATURE-----', ...lines, '-----END SSH SIGNATURE-----', ''].join(end);
}

export function signed(key: Key, bytes: Uint8Array | string, odd: Odd = {}): string {
  return armor(signatureOf(key, Buffer.from(bytes as string), odd));
}
