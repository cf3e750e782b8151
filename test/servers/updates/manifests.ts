/** Manifests for tests. */
import { createHash } from 'node:crypto';
import { appId } from '../../../shared/identity.ts';
import type { Manifest, UpdateFile } from '../../../shared/updates/manifest.ts';

export const target = 'linux-x64-appimage';

export function fileOf(bytes: Uint8Array, more: Partial<UpdateFile> = {}): UpdateFile {
  return {
    target,
    name: 'coop-tray-1.1.0-x86_64.AppImage',
    sizeBytes: bytes.length,
    sha512: createHash('sha512').update(bytes).digest('hex'),
    ...more,
  };
}

/** Valid from Nov 20 for half a year. */
export function manifestOf(more: Partial<Manifest> = {}): Manifest {
  return {
    form: 1,
    app: appId,
    channel: 'stable',
    version: '1.1.0',
    issued: '2026-11-20T12:00:00.000Z',
    expires: '2027-05-20T12:00:00.000Z',
    minSupported: '0.9.0',
    notes: { en: 'Calls are quicker.\nFewer faults.', fr: 'Les appels sont plus rapides.' },
    page: 'https://updates.example/1.1.0',
    files: [fileOf(Buffer.from('new'))],
    ...more,
  };
}

/** For tests on the real clock, which may say anything. */
export const always = {
  issued: '2020-01-01T00:00:00.000Z',
  expires: '2099-01-01T00:00:00.000Z',
} as const;
