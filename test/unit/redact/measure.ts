/** How well a set of texts is redacted. */
import { redact } from '../../../shared/redact/redact.ts';

export type Measure = Readonly<{
  /** Texts in which a part of something marked remains. */
  leaks: readonly string[];
  /** Harmless texts that lost something. */
  losses: readonly string[];
  /**
   * Recall: the share of the marked texts that is removed. Precision: of all texts that lose something, the share that
   * should.
   */
  recall: number;
  precision: number;
}>;

/** In `mustGo`, the parts to remove are between ⟦ and ⟧; each text has one or more. */
export function measure(mustGo: readonly string[], mustStay: readonly string[]): Measure {
  const leaks = mustGo.filter(leaves);
  const losses = mustStay.filter((text) => redact(text).redactions.length > 0);
  const gone = mustGo.length - leaks.length;
  return { leaks, losses, recall: gone / mustGo.length, precision: gone / (gone + losses.length) };
}

/** Whether any character of a marked part remains; quotes and white space do not count. */
function leaves(marked: string): boolean {
  const text = marked.replaceAll(/[⟦⟧]/gu, '');
  const left = [...redact(text).redactions].reduceRight(
    (rest, { from: { start, end } }) =>
      rest.slice(0, start) + ' '.repeat(end - start) + rest.slice(end),
    text,
  );
  let removed = 0;
  return [...marked.matchAll(/⟦([^⟧]*)⟧/gu)].some((match) => {
    const start = match.index - removed;
    removed += 2;
    return /[^\s"'.,;]/u.test(left.slice(start, start + (match[1]?.length ?? 0)));
  });
}

export function inWords(
  name: string,
  of: Omit<Measure, 'leaks'>,
  go: number,
  stay: number,
): string {
  const percent = (share: number) => `${(share * 100).toFixed(1)} %`;
  return `redaction, ${name}: recall ${percent(of.recall)} of ${go}, precision ${percent(of.precision)} (${of.losses.length} of ${stay} harmless lost something)`;
}
