/** Results of echo tests as plain text for the server's administrators. Pure. */
import { shareMissing } from '../echo/gaps.ts';
import type { Measurement } from '../echo/measurement.ts';
import { isAddress, withoutAddresses } from '../echo/private-text.ts';
import { remarksOf } from '../echo/remarks.ts';
import type { Spread } from '../echo/distribution.ts';
import type { Result } from '../echo/state.ts';
import {
  failureSentence,
  measuredText,
  msText,
  pauseText,
  qualityText,
  scoreText,
  shareText,
  verdictSentence,
} from './echo.ts';
import type { MessageKey } from '../i18n/en.ts';
import type { Translate } from '../i18n/translator.ts';

/** One paragraph per result. Contains no addresses, links or tokens. */
export function resultsText(t: Translate, results: readonly Result[]): string {
  return results.map((result) => resultText(t, result)).join('\n\n');
}

type Line = readonly [label: MessageKey, value: string];

function resultText(t: Translate, result: Result): string {
  const lines = [...headLines(t, result), ...figureLines(t, result)];
  return [
    t('echo.report.title', { name: withoutAddresses(result.instance.name) }),
    ...lines.map(([label, value]) => t('notify.line', { name: t(label), verdict: value })),
    ...remarksOf(result.measurement).map((remark) => t(`echo.remark.${remark}`)),
  ].join('\n');
}

function headLines(t: Translate, result: Result): readonly Line[] {
  const { atUtcMs, timeZone, place, host, app, system, measurement, verdict, failure } = result;
  const named = place?.trim() ? withoutAddresses(place) : t('echo.report.placeUnknown');
  const sentence = verdictSentence(t, verdict, measurement);
  const step = failure && t('echo.report.failure', { step: t(`echo.step.${failure.step}`) });
  return [
    ['echo.report.when', `${new Date(atUtcMs).toISOString()} (${timeZone})`],
    ['echo.report.place', named],
    ['echo.report.host', host === undefined || isAddress(host) ? t('echo.notMeasured') : host],
    ['echo.report.app', app],
    ['echo.report.system', system],
    ['echo.report.verdict', `${qualityText(t, verdict.quality)}. ${sentence}`],
    ['echo.report.measured', measuredText(t, measurement)],
    ...(failure
      ? [
          [
            'echo.figure.failure',
            `${step} (${failure.code}). ${failureSentence(t, failure)}`,
          ] as const,
        ]
      : []),
  ];
}

function figureLines(t: Translate, { measurement, verdict }: Result): readonly Line[] {
  const { http, joinMs, signalling, connection, echo } = measurement;
  const ms = (value: number | undefined) => msText(t, value);
  const spread = (value: Spread | undefined) => spreadText(t, value);
  const { route } = connection ?? {};
  return [
    ['echo.figure.mos', scoreText(t, verdict.mos)],
    ['echo.figure.route', t(route ? `echo.route.${route}` : 'echo.notMeasured')],
    ['echo.figure.dns', ms(http?.dnsMs)],
    ['echo.figure.tcp', ms(http?.connectMs)],
    ['echo.figure.tls', ms(http?.tlsMs)],
    ['echo.figure.join', ms(joinMs)],
    ['echo.figure.open', ms(signalling?.openMs)],
    ['echo.figure.answer', ms(signalling?.answerMs)],
    ['echo.figure.connect', ms(connection?.connectMs)],
    ['echo.figure.http', `${spread(http?.roundTripMs)}${http ? ` (${http.via})` : ''}`],
    ['echo.figure.signalling', spread(signalling?.roundTripMs)],
    ...soundLines(t, measurement, spread),
    ['echo.figure.buffer', ms(echo?.bufferMs)],
    // A server cannot add less than nothing: values below 0 are measurement error.
    [
      'echo.figure.echo-share',
      ms(verdict.serverMs === undefined ? undefined : Math.max(0, verdict.serverMs)),
    ],
  ];
}

function soundLines(
  t: Translate,
  { roundTripMs, roundTripChangeMs, jitterUpMs, jitterDownMs, lossUp, lossDown, echo }: Measurement,
  spread: (value: Spread | undefined) => string,
): readonly Line[] {
  const lost = (loss: Measurement['lossUp']) =>
    loss
      ? t('echo.report.lost', { ...loss, share: shareText(t, loss.share) })
      : t('echo.notMeasured');
  const returned = echo && echo.sent > 0;
  return [
    ['echo.figure.round-trip', spread(roundTripMs)],
    ['echo.figure.jitter-up', spread(jitterUpMs)],
    ['echo.figure.jitter-down', spread(jitterDownMs)],
    ['echo.figure.loss-up', lost(lossUp)],
    ['echo.figure.loss-down', lost(lossDown)],
    [
      'echo.figure.echo-returned',
      returned
        ? t('echo.report.returned', { returned: echo.returned, sent: echo.sent })
        : t('echo.notMeasured'),
    ],
    ['echo.figure.sound-missing', shareText(t, echo?.sound && shareMissing(echo.sound))],
    ['echo.figure.gap', pauseText(t, echo?.sound?.longestGapMs)],
    ['echo.figure.echo', spread(echo?.ms)],
    ['echo.figure.echo-change', msText(t, echo?.restChangeMs)],
    ['echo.figure.round-trip-change', msText(t, roundTripChangeMs)],
  ];
}

function spreadText(t: Translate, spread: Spread | undefined): string {
  if (!spread) return t('echo.notMeasured');
  const [min, median, p95] = [spread.min, spread.median, spread.p95].map((ms) => msText(t, ms));
  return t('echo.report.spread', { min: min ?? '', median: median ?? '', p95: p95 ?? '' });
}
