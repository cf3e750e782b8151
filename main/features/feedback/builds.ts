/** The newest build of each staging site, requested while a member writes feedback. */
import * as v from 'valibot';
import { parseJson } from '../../../shared/json.ts';
import type { Staging } from '../../../shared/coop/feedback.ts';
import type { Clock } from '../../platform/clock.ts';
import type { Emitter } from '../../platform/emitter.ts';
import { createEmitter } from '../../platform/emitter.ts';
import type { Net } from '../../platform/net/index.ts';

export type Builds = Readonly<{
  /** By the site's id. */
  newest: () => ReadonlyMap<string, string>;
  /** Requests each site again, unless that was done within the last minute. */
  refresh: (sites: readonly Staging[]) => void;
  onChange: Emitter<void>['on'];
}>;

export type BuildDeps = Readonly<{ clock: Clock; net: Pick<Net, 'request'> }>;

/** A build is not requested again within this time. */
const freshMs = 60_000;
const phaseMs = 10_000;
const totalTimeoutMs = 30_000;
/** Enough for a name in a small JSON document. */
const answerLimitBytes = 64 * 1024;

export function createBuilds({ clock, net }: BuildDeps): Builds {
  const newest = new Map<string, string>();
  const askedAtMs = new Map<string, number>();
  const changes = createEmitter<void>();

  const look = async (id: string, url: string) => {
    const build = buildIn(await ask(net, url).catch(() => ''));
    // After a failure, the build is unknown.
    if (newest.get(id) === build) return;
    if (build === undefined) newest.delete(id);
    else newest.set(id, build);
    changes.emit();
  };

  return {
    newest: () => newest,
    refresh: (sites) => {
      const nowMs = clock.monotonicMs();
      for (const { id, buildUrl } of sites) {
        if (buildUrl === undefined) continue;
        if (nowMs - (askedAtMs.get(buildUrl) ?? Number.NEGATIVE_INFINITY) < freshMs) continue;
        askedAtMs.set(buildUrl, nowMs);
        void look(id, buildUrl);
      }
    },
    onChange: changes.on,
  };
}

async function ask(net: Pick<Net, 'request'>, url: string): Promise<string> {
  const { status, body } = await net.request({
    url,
    signal: AbortSignal.timeout(totalTimeoutMs),
    phaseMs,
    bodyBytes: answerLimitBytes,
    redirects: 3,
    trust: 'system',
  });
  return status === 200 ? body : '';
}

const Name = v.pipe(
  v.union([v.string(), v.pipe(v.number(), v.transform(String))]),
  v.trim(),
  v.minLength(1),
  v.maxLength(80),
  v.regex(/^[^\r\n\p{Cc}\p{Cs}<>]*$/u),
);
const Answer = v.object({
  build: v.optional(Name),
  version: v.optional(Name),
  commit: v.optional(Name),
});

/** JSON with `build`, `version` or `commit`, or the build's name itself. Undefined for anything else. */
export function buildIn(text: string): string | undefined {
  const name = v.safeParse(Name, text);
  const json = v.safeParse(Answer, parseJson(text));
  if (json.success) return json.output.build ?? json.output.version ?? json.output.commit;
  return name.success && !/^[[{"]/u.test(name.output) ? name.output : undefined;
}
