/** Names of targets: an id is of one target only, however long what it is made of; a name is for people. Pure. */
import type { TargetReading } from '../reading.ts';

/** Of ids and of names, in characters. */
const longest = 120;

/** Text from outside, cut to what is shown of it. */
export function cut(text: string, max = longest): string {
  return text.length <= max ? text : `${text.slice(0, max - 1)}…`;
}

/** Of a text that is longer than any name, this much of its beginning and of its end goes into the checksum. */
const summed = 16_384;

/** An id of at most 120 characters. What is longer is not only cut: its end is in the checksum, so that none stands for two. */
export function idOf(text: string): string {
  if (text.length <= longest) return text;
  const told = text.length <= 2 * summed ? text : text.slice(0, summed) + text.slice(-summed);
  return `${text.slice(0, longest - 18)}…~${checksum(told)}`;
}

/** As people see it. What is too long loses its middle: paths differ at their end. */
export function nameOf(text: string): string {
  const half = longest / 2;
  return text.length <= longest ? text : `${text.slice(0, half - 1)}…${text.slice(-half)}`;
}

/** FNV-1a of 64 bits over UTF-16, as 16 hexadecimal digits. In two halves: large numbers take long for a long text. */
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

/** Ids are keys, and a source may give one twice. */
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
