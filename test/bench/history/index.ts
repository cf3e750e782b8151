/** Cost of three months of fifty services: on disk, for the detail page, and at the start of the app. */
import { chownSync, globSync, statSync } from 'node:fs';
import { join } from 'node:path';
import * as v from 'valibot';
import { migrations } from '../../../main/core/history/schema.ts';
import { systemClock as clock } from '../../../main/platform/clock.ts';
import { createAppendFile } from '../../../main/platform/append-file.ts';
import { openDatabase } from '../../../main/platform/sqlite.ts';
import { ranges } from '../../../shared/history/view.ts';
import { createHistoryHere } from '../../history-here.ts';
import { startScale } from '../../servers/coop/index.ts';
import { inTurn, median, round } from '../measure.ts';
import type { Bench } from '../stage.ts';
import { timed } from '../startup.ts';
import { seedHistory } from './seed.ts';

const services = 50;
const days = 90;
const rounds = 10;
const starts = 15;

export const history: Bench = async (stage, log) => {
  const coop = await startScale(services, { intervalS: 60 });
  const profiles = {
    empty: stage.desktop.makeFolder('profile'),
    ours: stage.desktop.makeFolder('profile'),
  };
  // Each profile's first start loads the co-op and fills the profile, and is not counted.
  for (const profile of Object.values(profiles)) {
    await timed(stage, stage.coopTray, [`--coop=${coop.documentUrl}`], profile);
  }
  const { name } = v.parse(v.object({ name: v.string() }), JSON.parse(coop.documentText()));
  const path = join(profiles.ours, 'history.db');
  await seedHistory({ path, coop: name, serviceIds: coop.ids, days, nowUtcMs: Date.now() });
  const file = { rows: await countRows(path), file_mb: round(statSync(path).size / 1e6, 1) };
  log(JSON.stringify(file));
  const queries = await askAll(path, name, coop.ids);
  log(JSON.stringify(queries));
  giveBack(profiles.ours);
  const took = await inTurn(
    starts,
    {
      empty: () => timed(stage, stage.coopTray, [], profiles.empty),
      ours: () => timed(stage, stage.coopTray, [], profiles.ours),
    },
    log,
  );
  await coop.stop();
  return {
    services,
    days,
    ...file,
    ...queries,
    starts,
    start_ms_median: round(median(took.ours), 1),
    start_without_ms_median: round(median(took.empty), 1),
    start_ratio: round(median(took.ours) / median(took.empty)),
  };
};

/** Queries as the detail page does: every service, every range. The first one opens the database and is not counted. */
async function askAll(path: string, coop: string, ids: readonly string[]) {
  const asked = createHistoryHere({
    clock,
    openDatabase: (how) => openDatabase({ path, ...how }),
    journalFile: createAppendFile(path.replace('.db', '.journal')),
    isClockProven: () => true,
  });
  asked.setCoop(coop, coop);
  await asked.detail('', 'day');
  const took: number[] = [];
  for (let round = 0; round < rounds; round += 1) {
    for (const id of ids) {
      for (const range of ranges) {
        const startMs = performance.now();
        const view = await asked.detail(id, range);
        took.push(performance.now() - startMs);
        if (!view || view.points.length === 0) throw new Error(`${id} has no history`);
      }
    }
  }
  asked.dispose();
  const sorted = took.toSorted((a, b) => a - b);
  return {
    queries: took.length,
    query_median_ms: round(median(took)),
    query_p95_ms: round(sorted[Math.floor(sorted.length * 0.95)] ?? NaN),
  };
}

async function countRows(path: string): Promise<number> {
  const { database } = await openDatabase({ path, migrations, today: '', suspicious: false });
  const tables = ['beats', 'hours', 'days', 'incidents'];
  const counts = tables.map((table) => database.all(`SELECT count(*) AS count FROM ${table}`)[0]);
  database.close();
  return counts.reduce((sum, row) => sum + Number(row?.['count']), 0);
}

/** The app runs as the desktop's user, who must be able to write these files. */
function giveBack(profile: string): void {
  const { uid, gid } = statSync(profile);
  for (const file of globSync(join(profile, 'history.db*'))) chownSync(file, uid, gid);
}
