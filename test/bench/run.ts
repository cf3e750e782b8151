/** `npm run bench -- NAME [--json]`, and `idle --signed-in`: the last line is one JSON object. The figures are as measured, whatever they are. */
import { packageForTests } from '../../build/package.ts';
import { buildEmptyApp } from './empty-app.ts';
import { detect } from './detect.ts';
import { exporting } from './export/index.ts';
import { echo } from './echo/index.ts';
import { visits } from './echo/visits.ts';
import { history } from './history/index.ts';
import { idle } from './idle.ts';
import { isSure, outbox } from './outbox/index.ts';
import { scale } from './scale.ts';
import { signedIn } from './signed-in.ts';
import { setStage } from './stage.ts';
import { soak } from './soak/index.ts';
import { startup } from './startup.ts';
import { storm } from './storm.ts';
import { openWindow } from './window.ts';

const benches = {
  idle,
  startup,
  detect,
  scale,
  window: openWindow,
  storm,
  history,
  visits,
  echo,
  export: exporting,
  soak,
};

const log = process.argv.includes('--json') ? () => undefined : console.log;

const name = process.argv[2] ?? '';
if (name === 'outbox') {
  // It needs neither the app nor a desktop, and may fail.
  const figures = await outbox(log);
  console.log(JSON.stringify({ bench: name, ...figures }));
  process.exit(isSure(figures) ? 0 : 1);
}
const asked = Object.entries(benches).find(([one]) => one === name)?.[1];
const bench = asked === idle && process.argv.includes('--signed-in') ? signedIn : asked;
if (!bench) {
  console.error(
    `There is no bench “${name}”. There are: ${[...Object.keys(benches), 'outbox'].join(', ')}.`,
  );
  process.exit(2);
}
const { dir } = await packageForTests();
await buildEmptyApp();
const stage = await setStage(dir);
try {
  console.log(
    JSON.stringify({ bench: name, electron: stage.electronVersion, ...(await bench(stage, log)) }),
  );
} finally {
  await stage.stop();
}
// A bench that has a limit of its own says by the exit code that it was not kept.
process.exit();
