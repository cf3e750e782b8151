/**
 * Accuracy of the echo test: the packaged app tests the stand-in under known conditions, through the calls of its own
 * page. COOP_TRAY_CONDITIONS=N takes only every Nth, COOP_TRAY_CONDITIONS=A-B those from the Ath to the Bth.
 */
import type { Page } from 'playwright';
import { baselineMs } from '../../../shared/echo/calibration.ts';
import { spreadOf } from '../../../shared/echo/distribution.ts';
import { startApp } from '../../e2e/app.ts';
import { startBbb } from '../../servers/bbb/index.ts';
import { startScale } from '../../servers/coop/index.ts';
import { median, round } from '../measure.ts';
import type { Bench } from '../stage.ts';
import type { Comparison } from './compare.ts';
import { compare } from './compare.ts';
import type { Condition } from './conditions.ts';
import { conditions } from './conditions.ts';
import { testRoom } from './test-room.ts';

const clean: Condition = { knobs: { network: { roundTripMs: 0 } }, blame: 'nobody', route: 'udp' };
const calibrations = 3;

export const echo: Bench = async (stage, log) => {
  const coop = await startScale(1);
  const app = await startApp(stage.desktop, {
    measured: true,
    executable: stage.coopTray,
    args: [`--coop=${coop.documentUrl}`, '--show'],
  });
  const page = await app.page();
  const wanted = chosen(process.env['COOP_TRAY_CONDITIONS'] ?? '1');
  const baselines: number[] = [];
  for (let run = 0; run < calibrations; run += 1) {
    const { measured } = await take(page, clean);
    baselines.push(baselineMs + (measured.serverMs ?? NaN));
  }
  log(`baseline ${baselines.map((ms) => round(ms, 1)).join(', ')} ms`);
  const found: Comparison[] = [];
  for (const condition of wanted) {
    const one = await take(page, condition);
    found.push(one);
    log(JSON.stringify(one));
  }
  await app.stop();
  await coop.stop();
  return { baseline_ms: round(median(baselines), 1), ...summary(found), runs: found };
};

function chosen(words: string): readonly Condition[] {
  const [first = 1, last] = words.split('-').map(Number);
  if (last === undefined) return conditions.filter((_, at) => at % first === 0);
  return conditions.slice(first - 1, last);
}

async function take(page: Page, condition: Condition): Promise<Comparison> {
  const { knobs } = condition;
  const bbb = await startBbb({ knobs, turn: knobs.turn !== undefined && knobs.turn !== 'none' });
  try {
    const { result, tookS } = await testRoom(page, bbb);
    if (bbb.ledger.violations.length > 0) throw new Error(bbb.ledger.violations.join('\n'));
    return compare(condition, result, bbb.passages(), tookS);
  } finally {
    await bbb.stop();
  }
}

function summary(found: readonly Comparison[]) {
  const errors = found.flatMap((one) => (one.errors ? [one.errors] : []));
  // Those whose verdict was certain before the end.
  const clear = found.filter((one) => one.endedEarly);
  const p95 = (values: readonly number[]) => spreadOf(values)?.p95;
  return {
    conditions: found.length,
    rtt_err_ms_p95: p95(errors.map((one) => one.roundTripMs)),
    loss_err_pp_p95: p95(errors.flatMap((one) => [one.lossUpPp, one.lossDownPp])),
    echo_err_ms_p95: p95(errors.flatMap((one) => one.echoMs ?? [])),
    attribution_correct: found.filter((one) => one.isRight).length,
    attribution_wrong: found.filter((one) => !one.isRight).map(({ knobs }) => knobs),
    verdict_s_max: Math.max(...found.map((one) => one.verdictS)),
    clear: clear.length,
    clear_correct: clear.filter((one) => one.isRight).length,
    verdict_s_median_clear: clear.length > 0 ? median(clear.map((one) => one.verdictS)) : undefined,
  };
}
