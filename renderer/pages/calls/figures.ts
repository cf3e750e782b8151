/** Which figures the table of a result has, in its order. */
import type { Result } from '../../../shared/echo/state.ts';
import type { Spread } from '../../../shared/echo/spread.ts';
import type { Translate } from '../../../shared/i18n/translate.ts';
import { lossWords, msWords, shareWords } from './figure-words.ts';

export type Figures = Readonly<{
  spreads: readonly (readonly [string, Spread | undefined])[];
  /** With one value each; undefined where it was not measured. */
  single: readonly (readonly [string, string | undefined])[];
}>;

export function figuresOf(t: Translate, { measurement, mySide }: Result): Figures {
  const { http, signalling, connection, echo, lossUp, lossDown, joinMs } = measurement;
  const ms = (value: number | undefined) => (value === undefined ? undefined : msWords(t, value));
  return {
    spreads: [
      ['echo', echo?.ms],
      ['round-trip', measurement.roundTripMs],
      ['http-round-trip', http?.roundTripMs],
      ['signalling-round-trip', signalling?.roundTripMs],
      ['jitter-up', measurement.jitterUpMs],
      ['jitter-down', measurement.jitterDownMs],
      ['gateway', mySide?.gatewayMs],
    ],
    single: [
      ['loss-up', lossUp && lossWords(t, lossUp)],
      ['loss-down', lossDown && lossWords(t, lossDown)],
      ['echo-returned', echo && `${echo.returned} / ${echo.sent}`],
      ['buffer', ms(echo?.bufferMs)],
      ['route', connection?.route],
      ['dns', ms(http?.dnsMs)],
      ['connect', ms(http?.connectMs)],
      ['tls', ms(http?.tlsMs)],
      ['join', ms(joinMs)],
      ['media-connect', ms(connection?.connectMs)],
      ['processor', mySide?.processor === undefined ? undefined : shareWords(t, mySide.processor)],
      ['stall', ms(mySide?.stallMs)],
    ],
  };
}
