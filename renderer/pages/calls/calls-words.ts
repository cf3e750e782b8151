/** The headings of the page, and what screen readers announce. */
import type { CallAdvice } from '../../../shared/echo/call-check.ts';
import { callAdviceOf } from '../../../shared/echo/call-check.ts';
import type { Result, RunView } from '../../../shared/echo/state.ts';
import {
  failureSentence,
  headlineText,
  reasonText,
  verdictSentence,
} from '../../../shared/wording/echo.ts';
import type { MessageKey } from '../../../shared/i18n/en.ts';
import type { Translate } from '../../../shared/i18n/translator.ts';
import type { Words } from '../../app/words.ts';

export function runningTitle({ t }: Words, { instance: { name }, part }: RunView): string {
  return part ? t('calls.title.comparing', { ...part, name }) : t('calls.title.running', { name });
}

/** What microphone, speaker and echo say together; undefined if only the server was tested. */
export function adviceOf({ mySide, verdict }: Result): CallAdvice | undefined {
  const { microphone, speaker } = mySide ?? {};
  if (microphone === undefined && speaker === undefined) return undefined;
  return callAdviceOf({
    ...(microphone === 'not-heard' ? {} : { microphone }),
    ...(speaker === 'ok' || speaker === 'not-heard' ? { speaker } : {}),
    echo: verdict,
  });
}

export type ResultWords = Readonly<{
  headline: string;
  /** The reason, and what to do. */
  sentences: readonly string[];
}>;

export function resultWords(t: Translate, result: Result): ResultWords {
  const { failure, verdict, measurement } = result;
  const ofEcho: ResultWords = {
    headline: headlineText(t, verdict),
    sentences: failure
      ? [
          failureSentence(t, failure),
          ...(verdict.blame === 'cannot-tell' ? [] : [reasonText(t, verdict, measurement)]),
        ]
      : [reasonText(t, verdict, measurement)],
  };
  const advice = adviceOf(result);
  if (advice === undefined || advice === 'echo' || advice === 'unknown') return ofEcho;
  const about = soundSentences[advice];
  const rest =
    verdict.blame === 'nobody'
      ? t('calls.check.restFine')
      : verdictSentence(t, verdict, measurement);
  return {
    headline: t(`calls.check.${advice}`),
    // What keeps the member from a call comes before what the echo says; their side is not fine then.
    sentences: about === undefined ? ofEcho.sentences : [t(about), rest],
  };
}

/** What is to be said of microphone and speaker before all else. */
const soundSentences: Readonly<
  Record<Exclude<CallAdvice, 'echo' | 'unknown'>, MessageKey | undefined>
> = {
  'microphone-refused': 'calls.sound.microphone.refused',
  'microphone-none': 'calls.sound.microphone.none',
  'microphone-silent': 'calls.sound.microphone.silent',
  'microphone-clipping': 'calls.sound.microphone.clipping',
  'ready-quiet': 'calls.sound.microphone.low',
  speaker: 'calls.sound.speaker.not-heard',
  ready: undefined,
  'ready-unchecked': undefined,
};

/** Announced when a test is over. */
export function outcomeOf({ t }: Words, shown: readonly Result[]): string {
  const [only, second] = shown;
  if (!only || second) return t('calls.title.comparison', { count: shown.length });
  const { headline, sentences } = resultWords(t, only);
  return [`${headline}.`, ...sentences].join(' ');
}
