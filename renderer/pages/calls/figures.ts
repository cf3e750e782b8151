/** The figures of a result, in the order of its table. */
import { shareMissing } from '../../../shared/echo/gaps.ts';
import type { Result } from '../../../shared/echo/state.ts';
import type { Spread } from '../../../shared/echo/distribution.ts';
import { msText, pauseText, shareText } from '../../../shared/wording/echo.ts';
import type { Translate } from '../../../shared/i18n/translator.ts';
import { lossWords } from './figure-words.ts';

type SpreadName =
  | 'echo'
  | 'round-trip'
  | 'http'
  | 'signalling'
  | 'jitter-up'
  | 'jitter-down'
  | 'gateway';
type SingleName =
  | 'loss-up'
  | 'loss-down'
  | 'echo-returned'
  | 'sound-missing'
  | 'gap'
  | 'echo-change'
  | 'round-trip-change'
  | 'buffer'
  | 'route'
  | 'dns'
  | 'tcp'
  | 'tls'
  | 'join'
  | 'open'
  | 'answer'
  | 'connect'
  | 'gateway-loss'
  | 'processor'
  | 'stall';

export type Figures = Readonly<{
  /** Undefined if not measured. */
  spreads: readonly (readonly [SpreadName, Spread | undefined])[];
  /** Figures of one value, as text. */
  single: readonly (readonly [SingleName, string])[];
}>;

export function figuresOf(t: Translate, { measurement, mySide }: Result): Figures {
  const { http, signalling, connection, echo } = measurement;
  const route = connection?.route;
  const none = t('echo.notMeasured');
  return {
    spreads: [
      ['echo', echo?.ms],
      ['round-trip', measurement.roundTripMs],
      ['http', http?.roundTripMs],
      ['signalling', signalling?.roundTripMs],
      ['jitter-up', measurement.jitterUpMs],
      ['jitter-down', measurement.jitterDownMs],
      ['gateway', mySide?.gatewayMs],
    ],
    single: [
      ['loss-up', lossWords(t, measurement.lossUp)],
      ['loss-down', lossWords(t, measurement.lossDown)],
      [
        'echo-returned',
        echo ? t('echo.report.returned', { returned: echo.returned, sent: echo.sent }) : none,
      ],
      ['sound-missing', shareText(t, echo?.sound && shareMissing(echo.sound))],
      ['gap', pauseText(t, echo?.sound?.longestGapMs)],
      ['echo-change', msText(t, echo?.restChangeMs)],
      ['round-trip-change', msText(t, measurement.roundTripChangeMs)],
      ['buffer', msText(t, echo?.bufferMs)],
      ['route', route ? t(`echo.route.${route}`) : none],
      ['dns', msText(t, http?.dnsMs)],
      ['tcp', msText(t, http?.connectMs)],
      ['tls', msText(t, http?.tlsMs)],
      ['join', msText(t, measurement.joinMs)],
      ['open', msText(t, signalling?.openMs)],
      ['answer', msText(t, signalling?.answerMs)],
      ['connect', msText(t, connection?.connectMs)],
      ['gateway-loss', shareText(t, mySide?.gatewayLost)],
      ['processor', shareText(t, mySide?.processor)],
      ['stall', msText(t, mySide?.stallMs)],
    ],
  };
}
