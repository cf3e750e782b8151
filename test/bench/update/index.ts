/**
 * An update that is killed: a real process downloads a new version over loopback and puts it in the place of an
 * executable, and dies by SIGKILL at a random moment. Whatever is at that path afterwards is started: it must be the
 * whole old or the whole new version. COOP_TRAY_SEED repeats the moments, as far as the machine's speed allows.
 */
import { spawn, spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { createChance } from '../../servers/bbb/chance.ts';
import { startFeed } from '../../servers/updates/feed.ts';
import { always, fileOf, manifestOf } from '../../servers/updates/manifests.ts';
import { makeKey } from '../../servers/updates/signer.ts';
import { pause, round } from '../measure.ts';

const kills = 100;
/** Of the executable, in bytes. */
const sizeBytes = 8 * 1024 * 1024;
const phases = ['started', 'offered', 'downloaded', 'installed'] as const;
type Phase = (typeof phases)[number];
type Version = 'old' | 'new';

export async function update(log: (line: string) => void) {
  const seed = Number(process.env['COOP_TRAY_SEED'] ?? Date.now() % 2 ** 31);
  const chance = createChance(seed);
  const folder = mkdtempSync(join(tmpdir(), 'coop-tray-update-bench-'));
  const target = join(folder, 'app', 'Coop.AppImage');
  const programs = { old: programOf('old'), new: programOf('new') };
  const key = makeKey();
  const feed = await startFeed(key);
  const file = fileOf(programs.new);
  const manifest = manifestOf({ ...always, files: [file] });
  feed.publish(manifest, { [file.name]: programs.new });
  const run = (death?: Death) => live([feed.url, key.publicLine, target], folder, death);

  mkdirSync(join(folder, 'app'));
  // Once to the end, for how long each phase takes.
  writeFileSync(target, programs.old, { mode: 0o755 });
  const whole = await run();
  const counts = { old: 0, new: 0, broken: versionAt(target, programs) === 'new' ? 0 : 1 };
  const killedIn: Record<Phase, number> = { started: 0, offered: 0, downloaded: 0, installed: 0 };
  let strayDrafts = 0;
  let killed = 0;
  for (let at = 0; killed < kills; at += 1) {
    writeFileSync(target, programs.old, { mode: 0o755 });
    // Phases take turns: the last one is short, and the most dangerous.
    const phase = phases[at % (phases.length - 1)] ?? 'offered';
    const { reached, wasKilled } = await run({
      phase,
      afterMs: chance() * whole.lastsMs[phase] * 1.1,
    });
    // One draft at most, which the next start removes.
    if (readdirSync(join(folder, 'app')).length > 2) strayDrafts += 1;
    // It was quicker.
    if (!wasKilled) continue;
    killed += 1;
    killedIn[reached] += 1;
    counts[versionAt(target, programs)] += 1;
    if (killed % 20 === 0) log(`${killed} kills: ${JSON.stringify(counts)}`);
  }
  await run();
  const left = readdirSync(join(folder, 'app'));
  const figures = {
    seed,
    kills,
    ...counts,
    killed_in: killedIn,
    stray_drafts: strayDrafts + left.length - 1,
    ends_new: versionAt(target, programs) === 'new',
    phase_ms: Object.fromEntries(
      Object.entries(whole.lastsMs).map(([phase, ms]) => [phase, round(ms, 1)]),
    ),
  };
  await feed.listener.stop();
  rmSync(folder, { recursive: true, force: true });
  return figures;
}

export function isUnbroken(figures: Awaited<ReturnType<typeof update>>): boolean {
  const { broken, stray_drafts: stray, ends_new: endsNew } = figures;
  return broken === 0 && stray === 0 && endsNew && figures.old > 0 && figures.new > 0;
}

/** Says its version when it is started. */
function programOf(version: Version): Buffer {
  const head = Buffer.from(`#!/bin/sh\necho ${version}\nexit\n`);
  return Buffer.concat([head, randomBytes(sizeBytes - head.length)]);
}

/** What starts at the path, if it is that version to the last byte. */
function versionAt(path: string, programs: Readonly<Record<Version, Buffer>>): Version | 'broken' {
  const { status, stdout } = spawnSync(path, { encoding: 'utf8' });
  const said = stdout?.trim();
  if (status !== 0 || (said !== 'old' && said !== 'new')) return 'broken';
  return readFileSync(path).equals(programs[said]) ? said : 'broken';
}

type Death = Readonly<{ phase: Phase; afterMs: number }>;

async function live(args: readonly string[], folder: string, death?: Death) {
  const child = spawn(process.execPath, [join(import.meta.dirname, 'updater.ts'), ...args], {
    env: { ...process.env, NODE_COMPILE_CACHE: join(folder, 'compiled') },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const ended = once(child, 'exit');
  let reached: Phase = 'started';
  const atMs: Partial<Record<Phase, number>> = {};
  for await (const line of createInterface({ input: child.stdout })) {
    reached = line as Phase;
    atMs[reached] = performance.now();
    if (reached === death?.phase) {
      void pause(death.afterMs).then(() => child.kill('SIGKILL'));
    }
  }
  const [, signal] = (await ended) as [number | null, NodeJS.Signals | null];
  const lasts = (from: Phase, to: Phase) => (atMs[to] ?? 0) - (atMs[from] ?? 0);
  return {
    reached,
    wasKilled: signal === 'SIGKILL',
    lastsMs: {
      started: lasts('started', 'offered'),
      offered: lasts('offered', 'downloaded'),
      downloaded: lasts('downloaded', 'installed'),
      installed: 0,
    },
  };
}
