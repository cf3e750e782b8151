/** Runs fifty echo tests in a row and checks that they leave nothing behind. */
import { readFileSync, readdirSync, readlinkSync } from 'node:fs';
import type { RunningApp } from '../../e2e/app.ts';
import { startApp } from '../../e2e/app.ts';
import type { Bbb } from '../../servers/bbb/index.ts';
import { startBbb } from '../../servers/bbb/index.ts';
import { startScale } from '../../servers/coop/index.ts';
import { pause, pssMiB, round, treeOf } from '../measure.ts';
import type { Bench } from '../stage.ts';
import { testRoom } from './test-room.ts';

const runs = 50;
/** The first runs load the feature and fill Chromium's caches; later ones are compared with them. */
const warmUps = 3;
const settleMs = 5000;

type Traces = Readonly<{ processes: number; sockets: number; pss: number }>;

export const visits: Bench = async ({ desktop, coopTray }, log) => {
  const bbb = await startBbb();
  const coop = await startScale(1, { intervalS: 60 });
  const args = [`--coop=${coop.documentUrl}`, '--show'];
  const app = await startApp(desktop, { measured: true, executable: coopTray, args });
  const page = await app.page();
  await page.getByRole('heading', { level: 1 }).waitFor();
  let failed = 0;
  const visit = async () => {
    const { result } = await testRoom(page, bbb);
    if (result.failure || result.verdict.quality === undefined) failed += 1;
  };

  for (let run = 0; run < warmUps; run += 1) await visit();
  const before = await tracesOf(app, bbb);
  for (let run = 1; run <= runs; run += 1) {
    await visit();
    log(`run ${run}: ${treeOf(pidOf(app)).length} processes, ${round(pssMiB(pidOf(app)), 1)} MiB`);
  }
  const after = await tracesOf(app, bbb);
  const guests = bbb.ledger.guests().length;
  const { sockets, peers } = bbb.ledger.open();
  const { violations } = bbb.ledger;
  await app.stop();
  await coop.stop();
  await bbb.stop();
  return {
    runs,
    failed,
    processes_before: before.processes,
    processes_after: after.processes,
    pss_mib_before: round(before.pss, 1),
    pss_mib_after: round(after.pss, 1),
    pss_ratio: round(after.pss / before.pss),
    open_sockets: after.sockets,
    guests_left: guests,
    peers_left: sockets + peers,
    violations: violations.length,
  };
};

async function tracesOf(app: RunningApp, bbb: Bbb): Promise<Traces> {
  await pause(settleMs);
  const root = pidOf(app);
  const tree = treeOf(root);
  const ours = new Set(tree.flatMap(socketsOf));
  return {
    processes: tree.length,
    pss: pssMiB(root),
    sockets: connectionsTo(bbb.port).filter((inode) => ours.has(inode)).length,
  };
}

function pidOf(app: RunningApp): number {
  const { pid } = app.electron.process();
  if (pid === undefined) throw new Error('The app has ended.');
  return pid;
}

/** Inodes of the sockets that a process has open. */
function socketsOf(pid: number): string[] {
  try {
    return readdirSync(`/proc/${pid}/fd`).flatMap((fd) => {
      const inode = /^socket:\[(\d+)\]$/.exec(readlinkSync(`/proc/${pid}/fd/${fd}`))?.[1];
      return inode === undefined ? [] : [inode];
    });
  } catch {
    // The process has exited meanwhile.
    return [];
  }
}

/** Inodes of the TCP sockets connected to a local port, in any state. */
function connectionsTo(port: number): string[] {
  const remote = `:${port.toString(16).toUpperCase().padStart(4, '0')}`;
  return readFileSync('/proc/net/tcp', 'utf8')
    .split('\n')
    .map((line) => line.trim().split(/\s+/))
    .filter((fields) => fields[2]?.endsWith(remote))
    .map((fields) => fields[9] ?? '');
}
