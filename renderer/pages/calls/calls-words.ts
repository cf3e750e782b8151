/** The heading of the page, and what screen readers announce. */
import type { EchoState, Result } from '../../../shared/echo/state.ts';
import { failureSentence, qualityText, verdictSentence } from '../../../shared/wording/echo.ts';
import type { Words } from '../../app/words.ts';
import { lastOwn } from './fresh-results.ts';

export function titleOf(
  { t, times }: Words,
  { run, results }: EchoState,
  shown: readonly Result[],
  now: number,
): string {
  const [only, second] = shown;
  if (run) {
    const { name } = run.instance;
    return run.part
      ? t('calls.title.comparing', { ...run.part, name })
      : t('calls.title.running', { name });
  }
  if (second) return t('calls.title.comparison', { count: shown.length });
  const params = (one: Result) => ({
    name: one.instance.name,
    quality: qualityText(t, one.verdict.quality),
  });
  if (only) return t('calls.title.result', params(only));
  const last = lastOwn(results);
  if (!last) return t('calls.title.none');
  return t('calls.title.last', { ...params(last), time: times.clock(last.atUtcMs, now) });
}

export function outcomeOf({ t }: Words, { failure, verdict, measurement }: Result): string {
  return failure ? failureSentence(t, failure) : verdictSentence(t, verdict, measurement);
}
