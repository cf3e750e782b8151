/** Names of targets: an id is of one target only, however long what it is made of; a name is for people. Pure. */
import type { TargetReading } from '../reading.ts';

/** Of ids and of names, in characters. */
const longest = 120;

/** Text from outside, cut to what is shown of it. */
export function cut(text: string, max = longest): string {
  return text.length <= max ? text : `${text.slice(0, max - 1)}…`;
}

/** An id of at most 120 characters. What is longer is not only cut: its end is in the checksum, so that none stands for two. */
export function idOf(text: string): string {
  return text.length <= longest ? text : `${text.slice(0, longest - 18)}…~${checksum(text)}`;
}

/** As people see it. What is too long loses its middle: paths differ at their end. */
export function nameOf(text: string): string {
  const half = longest / 2;
  return text.length <= longest ? text : `${text.slice(0, half - 1)}…${text.slice(-half)}`;
}

/** FNV-1a of 64 bits over UTF-16, as 16 hexadecimal digits. */
function checksum(text: string): string {
  let hash = 0xcbf29ce484222325n;
  for (let at = 0; at < text.length; at += 1) {
    hash = BigInt.asUintN(64, (hash ^ BigInt(text.charCodeAt(at))) * 0x100000001b3n);
  }
  return hash.toString(16).padStart(16, '0');
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
