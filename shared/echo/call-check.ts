/** “Check before a call”: microphone, speaker and echo in one answer, with the next thing to do. Pure. */
import type { soundStates } from './local-checks.ts';
import type { Verdict } from './verdict-view.ts';

export type Microphone = Exclude<(typeof soundStates)[number], 'not-heard'>;
export type Speaker = 'ok' | 'not-heard';

/** What was found in the window; absent if skipped. */
export type SoundFound = Readonly<{
  microphone?: Microphone | undefined;
  speaker?: Speaker | undefined;
}>;

export type CallCheck = SoundFound &
  Readonly<{
    echo: Pick<Verdict, 'quality' | 'blame'>;
  }>;

/** What to do next: the first thing that keeps the member from a call, or that it can begin. */
export type CallAdvice =
  | 'ready'
  | 'ready-unchecked'
  | 'ready-quiet'
  | 'microphone-refused'
  | 'microphone-none'
  | 'microphone-silent'
  | 'speaker'
  | 'microphone-clipping'
  | 'echo'
  | 'unknown';

/** In the order of their weight: who is not heard at all need not look at jitter. */
export function callAdviceOf({ microphone, speaker, echo }: CallCheck): CallAdvice {
  if (microphone === 'refused') return 'microphone-refused';
  if (microphone === 'none') return 'microphone-none';
  if (microphone === 'silent') return 'microphone-silent';
  if (speaker === 'not-heard') return 'speaker';
  if (echo.quality === undefined) return 'unknown';
  const isGood = echo.quality === 'excellent' || echo.quality === 'good';
  if (!isGood || echo.blame !== 'nobody') return 'echo';
  if (microphone === 'clipping') return 'microphone-clipping';
  if (microphone === 'low') return 'ready-quiet';
  return microphone === undefined || speaker === undefined ? 'ready-unchecked' : 'ready';
}
