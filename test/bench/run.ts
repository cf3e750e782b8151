/**
 * `npm run bench -- NAME [--json]`, and `idle` with `--signed-in` or `--all-sections`: the last line is one JSON object
 * with the figures as measured.
 */
import { packageForTests } from '../../build/package.ts';
import { inTurn } from '../../build/setup/turn.mjs';
import { allSections } from './all-sections.ts';
import { calendarFigures, isQuick } from './calendar.ts';
import { buildEmptyApp } from './empty-app.ts';
import { detect } from './detect.ts';
import { quickOpen } from './quick-open.ts';
import { exporting } from './export/index.ts';
import { echo } from './echo/index.ts';
import { visits } from './echo/visits.ts';
import { history } from './history/index.ts';
import { hung } from './hung/index.ts';
import { idle } from './idle.ts';
import { isSure, outbox } from './outbox/index.ts';
import { scale } from './scale.ts';
import { signedIn } from './signed-in.ts';
import type { Bench } from './stage.ts';
import { setStage } from './stage.ts';
import { soak } from './soak/index.ts';
import { startup } from './startup.ts';
import { storm } from './storm.ts';
import { isInTime, outage } from './outage/index.ts';
import { isUnbroken, update } from './update/index.ts';
import { openWindow } from './window.ts';

const benches = {
  idle,
  startup,
  detect,
  scale,
  window: openWindow,
  storm,
  history,
  hung,
  visits,
  echo,
  export: exporting,
  'quick-open': quickOpen,
  soak,
};

const log = process.argv.includes('--json') ? () => undefined : console.log;

const name = process.argv[2] ?? '';
// These need neither the app nor a desktop, and can fail.
const tell = (figures: object, isKept: boolean) => {
  console.log(JSON.stringify({ bench: name, ...figures }));
  process.exit(isKept ? 0 : 1);
};
if (name === 'outbox') {
  const figures = await outbox(log);
  tell(figures, isSure(figures));
}
if (name === 'outage') {
  const figures = await outage(log);
  tell(figures, isInTime(figures));
}
if (name === 'calendar') {
  const figures = calendarFigures(log);
  tell(figures, isQuick(figures));
}
if (name === 'update') {
  const figures = await update(log);
  tell(figures, isUnbroken(figures));
}
const asked = Object.entries(benches).find(([one]) => one === name)?.[1];
const bench = asked === idle ? whichIdle() : asked;
if (!bench) {
  console.error(
    `There is no bench “${name}”. There are: ${[...Object.keys(benches), 'outbox', 'outage', 'calendar', 'update'].join(', ')}.`,
  );
  process.exit(2);
}
function whichIdle(): Bench {
  if (process.argv.includes('--signed-in')) return signedIn;
  return process.argv.includes('--all-sections') ? allSections : idle;
}

const stage = await inTurn(process.cwd(), async () => {
  const packaged = await packageForTests();
  await buildEmptyApp();
  return setStage(packaged);
});
try {
  console.log(
    JSON.stringify({ bench: name, electron: stage.electronVersion, ...(await bench(stage, log)) }),
  );
} finally {
  await stage.stop();
}
// A bench with its own limit reports a violation by its exit code.
process.exit();
