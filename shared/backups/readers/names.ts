/** Ids and names of targets: ids are unique, however long their source text; names are for display. Pure. */
import { shortened, shortenedWithin } from '../../text/shortened.ts';
import type { TargetReading } from '../reading.ts';

/** Maximum length of ids and names, in characters. */
const longest = 120;

/** Truncates external text for display. */
export function cut(text: string, max = longest): string {
  return shortened(text, max);
}

/** Maximum characters at each end of a very long text that go into the checksum. */
const sampleLength = 16_384;

/** An id of at most 120 characters. Longer texts are truncated and get a checksum, so that ids stay unique. */
export function idOf(text: string): string {
  if (text.length <= longest) return text;
  const sampled =
    text.length <= 2 * sampleLength
      ? text
      : text.slice(0, sampleLength) + text.slice(-sampleLength);
  return `${text.slice(0, longest - 18)}…~${checksum(sampled)}`;
}

/** A display name. Long names are shortened in the middle, because paths differ at their end. */
export function nameOf(text: string): string {
  return shortenedWithin(text, longest, longest / 2);
}

/**
 * 64-bit FNV-1a over UTF-16, as 16 hexadecimal digits. Computed in two halves, because BigInt is slow for long texts.
 */
function checksum(text: string): string {
  let [high, low] = [0xcbf29ce4, 0x84222325];
  for (let at = 0; at < text.length; at += 1) {
    low = (low ^ text.charCodeAt(at)) >>> 0;
    // Times 2^40 + 0x1b3.
    const product = low * 0x1b3;
    high = (high * 0x1b3 + Math.floor(product / 2 ** 32) + low * 2 ** 8) % 2 ** 32;
    low = product % 2 ** 32;
  }
  return [high, low].map((half) => half.toString(16).padStart(8, '0')).join('');
}

/** Makes ids unique, because a source may contain duplicates. */
export function withOwnIds(targets: readonly TargetReading[]): readonly TargetReading[] {
  const given = new Set(targets.map(({ id }) => id));
  const taken = new Set<string>();
  return targets.map((one) => {
    let { id } = one;
    for (let count = 2; taken.has(id); count += 1) {
      const next = `${one.id.slice(0, 110)}~${count}`;
      if (!given.has(next)) id = next;
    }
    taken.add(id);
    return id === one.id ? one : { ...one, id };
  });
}
