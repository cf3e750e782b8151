/** Reads the manifest of a channel: as bytes, whose signature is verified before anything looks into them. */
import { createHash } from 'node:crypto';
import type { Known } from '../../../shared/updates/accept.ts';
import type { CheckProblem } from '../../../shared/updates/ipc.ts';
import type { Channel } from '../../../shared/updates/manifest.ts';
import { manifestLimits, parseManifest } from '../../../shared/updates/manifest.ts';
import type { Release } from '../../../shared/updates/release.ts';
import type { Clock } from '../../platform/clock.ts';
import type { Net } from '../../platform/net/index.ts';
import { netFault, statusFault } from '../../platform/net/read-fault.ts';
import { hasSignature, isSignedBy } from '../../platform/sshsig.ts';

/** What signatures of manifests are for, so that one for something else never passes. */
export const updateNamespace = 'coop-tray-update';

export type ChannelAnswer =
  | (Readonly<{ ok: true }> & Known)
  | Readonly<{ ok: false; problem: CheckProblem }>;

/** Rejects only with the signal's reason. */
export type ReadChannel = (channel: Channel, signal: AbortSignal) => Promise<ChannelAnswer>;

export type ReadChannelDeps = Readonly<{
  net: Pick<Net, 'request'>;
  clock: Pick<Clock, 'after'>;
  release: Release;
}>;

const phaseMs = 15_000;
const redirectLimit = 3;
/** The two files may be of two versions while a new one is published, or in the caches in between. */
const againMs = 5000;

export function createReadChannel({ net, clock, release }: ReadChannelDeps): ReadChannel {
  const readOnce = async (channel: Channel, signal: AbortSignal): Promise<ChannelAnswer> => {
    const get = async (name: string, bodyBytes: number) => {
      const { status, body } = await net.request({
        url: new URL(name, release.feed).href,
        headers: { 'cache-control': 'no-cache' },
        signal,
        phaseMs,
        bodyBytes,
        asBytes: true,
        redirects: redirectLimit,
        trust: 'system',
      });
      if (status !== 200) throw new StatusError(status);
      return Buffer.from(body, 'latin1');
    };
    try {
      const bytes = await get(`${channel}.json`, manifestLimits.textBytes);
      const armored = await get(`${channel}.json.sig`, manifestLimits.signatureBytes);
      return judge(release, bytes, armored.toString('latin1'));
    } catch (error) {
      signal.throwIfAborted();
      if (error instanceof StatusError) return failed(statusFault(error.status));
      return failed({ code: netFault(error) ?? 'internal' });
    }
  };
  return async (channel, signal) => {
    const first = await readOnce(channel, signal);
    if (first.ok || first.problem.code !== 'wrong-signature') return first;
    await new Promise<void>((resolve) => clock.after(againMs, resolve));
    signal.throwIfAborted();
    return readOnce(channel, signal);
  };
}

class StatusError extends Error {
  readonly status: number;
  constructor(status: number) {
    super(String(status));
    this.status = status;
  }
}

function judge(release: Release, bytes: Buffer, armored: string): ChannelAnswer {
  if (!hasSignature(armored)) return failed({ code: 'unsigned' });
  if (!isSignedBy(release.keys, bytes, armored, updateNamespace)) {
    return failed({ code: 'wrong-signature' });
  }
  const text = textOf(bytes);
  const manifest = text === undefined ? 'unreadable' : parseManifest(text);
  if (typeof manifest === 'string') return failed({ code: manifest });
  return { ok: true, manifest, digest: createHash('sha256').update(bytes).digest('hex') };
}

function textOf(bytes: Buffer): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

function failed(problem: CheckProblem): ChannelAnswer {
  return { ok: false, problem };
}
