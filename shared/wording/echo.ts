/** Echo test results in words. Pure. */
import { limits } from '../echo/limits.ts';
import type { Failure } from '../echo/failure.ts';
import type { Measurement } from '../echo/measurement.ts';
import type { Comparison } from '../echo/compare.ts';
import type { Decided, Decider, Verdict } from '../echo/verdict-view.ts';
import { blameKeys, serverErrorKeys } from '../i18n/echo-keys.ts';
import type { Translate } from '../i18n/translator.ts';

const shares: readonly Decider[] = [
  'echo-returned',
  'sound-missing',
  'loss-up',
  'loss-down',
  'gateway-loss',
  'processor',
];

/** In whole ms; what rounds to nothing has no sign. */
export function msText(t: Translate, ms: number | undefined): string {
  return ms === undefined ? t('echo.notMeasured') : t('echo.ms', { value: Math.round(ms) + 0 });
}

/** With one decimal, so that a loss of 0.4 % does not show as 0. */
export function shareText(t: Translate, share: number | undefined): string {
  if (share === undefined) return t('echo.notMeasured');
  return t('echo.percent', { value: Math.round(share * 1000) / 10 });
}

/** From one second on, in seconds with one decimal. */
export function pauseText(t: Translate, ms: number | undefined): string {
  if (ms === undefined || ms < 1000) return msText(t, ms);
  return t('echo.seconds', { value: Math.round(ms / 100) / 10 });
}

/** How long was measured, and whether that was cut short because the verdict was certain. */
export function measuredText(t: Translate, { measuredS, endedEarly }: Measurement): string {
  if (measuredS === undefined) return t('echo.notMeasured');
  const time = t('echo.seconds', { value: measuredS });
  return endedEarly ? t('echo.report.measured.early', { time }) : time;
}

/** In the unit of the figure: `340 ms`, `2.1 s` or `2.5 %`. */
function figureText(t: Translate, figure: Decider, value: number | undefined): string {
  if (figure === 'gap') return pauseText(t, value);
  return shares.includes(figure) ? shareText(t, value) : msText(t, value);
}

/** An opinion score with one decimal. */
export function scoreText(t: Translate, score: number | undefined): string {
  return score === undefined ? t('echo.notMeasured') : t('echo.score', { score });
}

export function qualityText(t: Translate, quality: Verdict['quality']): string {
  return t(`echo.quality.${quality ?? 'unknown'}`);
}

/** The side, in a few words. */
export function headlineText(t: Translate, { blame, quality, decidedBy }: Verdict): string {
  if (blame !== 'cannot-tell') return t(`echo.headline.${blame}`);
  if (quality === 'failed') return t('echo.headline.failed');
  return quality === undefined && decidedBy?.figure === 'failure'
    ? t('echo.headline.untested')
    : t('echo.headline.cannot-tell');
}

/** Where the trouble is, with the figure that decides. */
export function verdictSentence(t: Translate, verdict: Verdict, measurement: Measurement): string {
  const reason = reasonText(t, verdict, measurement);
  return t('echo.verdict', { headline: headlineText(t, verdict), reason });
}

/** The figure that decides, in a sentence to go with the headline. */
export function reasonText(t: Translate, verdict: Verdict, measurement: Measurement): string {
  const { blame, decidedBy } = verdict;
  if (blame === 'nobody') return t('echo.blame.nobody');
  if (blame === 'cannot-tell') return openSentence(t, verdict);
  if (!decidedBy || isEmpty(decidedBy)) return t('echo.blame.cannot-tell.none');
  const values = valuesOf(t, decidedBy);
  if (isBelowItsLimit(decidedBy) && blame !== 'you') return t(`echo.blame.${blame}.sum`, values);
  if (decidedBy.figure === 'echo-share' && measurement.roundTripMs) {
    const networkMs = measurement.roundTripMs.median;
    const also = networkMs >= limits.roundTripMs ? '-also' : '';
    const network = msText(t, networkMs);
    return t(`echo.blame.server.echo-share${also}`, { ...values, network });
  }
  // A verdict in someone else's report may have combinations that our rules never produce.
  const wanted = `echo.blame.${blame}.${decidedBy.figure}`;
  const key = blameKeys.find((one) => one === wanted);
  return key ? t(key, values) : t('echo.blame.cannot-tell.none');
}

function openSentence(t: Translate, { decidedBy, against }: Verdict): string {
  if (!decidedBy || decidedBy.figure === 'failure' || isEmpty(decidedBy))
    return t('echo.blame.cannot-tell.none');
  const first = t(`echo.figure.${decidedBy.figure}`);
  const { value } = valuesOf(t, decidedBy);
  if (!against) return t('echo.blame.cannot-tell.one', { first, value });
  const second = t(`echo.figure.${against.figure}`);
  const other = valuesOf(t, against).value;
  return t('echo.blame.cannot-tell.both', { first, value, second, other });
}

function valuesOf(t: Translate, { figure, value, limit }: Decided) {
  return {
    figure: t(`echo.figure.${figure}`),
    value: figureText(t, figure, value),
    limit: figureText(t, figure, limit),
  };
}

/** Only a failure can decide without a value. */
function isEmpty({ figure, value }: Decided): boolean {
  return figure !== 'failure' && value === undefined;
}

function isBelowItsLimit({ figure, value, limit }: Decided): boolean {
  if (value === undefined || limit === undefined || figure === 'echo-returned') return false;
  return value < limit;
}

/** What happened and what to do next. */
export function failureSentence(t: Translate, { code, params }: Failure): string {
  if (code === 'unreachable') return t(`echo.failure.unreachable.${unreachableBy(params)}`);
  const number = params['code'];
  const meaning = typeof number === 'number' ? serverErrorText(t, number) : '';
  const key = params['key'];
  return t(`echo.failure.${code}`, { meaning, key: key === undefined ? 'none' : String(key) });
}

/** BigBlueButton's error number with its meaning. */
export function serverErrorText(t: Translate, code: number): string {
  const key = serverErrorKeys.find((one) => one === `echo.bbb.${code}`);
  return t('echo.bbb', { code: String(code), meaning: t(key ?? 'echo.bbb.unknown') });
}

function unreachableBy(params: Failure['params']) {
  const reason = String(params['reason'] ?? '');
  if (reason.startsWith('dns-')) return 'dns';
  if (reason.startsWith('certificate-') || reason.startsWith('tls-')) return 'certificate';
  if (reason === 'address-forbidden') return 'address';
  return reason === 'refused' ? 'refused' : 'other';
}

/** Which server is better, if one is. */
export function comparisonSentence(t: Translate, { rows, outcome }: Comparison): string {
  if (outcome.kind !== 'better') return t(`echo.compare.${outcome.kind}`);
  const [best, next] = [outcome.key, outcome.nextKey].map((key) =>
    rows.find((row) => row.key === key),
  );
  const score = (row: typeof best) => scoreText(t, row?.mos?.median);
  return t('echo.compare.better', {
    name: best?.name ?? '',
    value: score(best),
    other: score(next),
  });
}
