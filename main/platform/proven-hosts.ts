/** Hosts that can prove the connection when no witness answers: those that answered, newest first, and others. */
import type { Answered, Place } from '../../shared/net/answers.ts';
import { placeKey } from '../../shared/net/answers.ts';
import { isNear } from '../../shared/net/own-network.ts';

export type ProvenHosts = Readonly<{
  /** Records an answer. */
  note: (place: Place) => void;
  setOthers: (places: readonly Place[]) => void;
  /** A few hosts to ask; rotates through those that have never answered. */
  toAsk: () => readonly Place[];
  /**
   * Whether an answer from this host proves anything: one on the local network does only if no host outside has
   * answered.
   */
  isTelling: (place: Place) => boolean;
  /** Whether a host outside the local network that answered before was asked, and no such host answers now. */
  isDistanceSilent: (asked: readonly Place[], answers: readonly Answered[]) => boolean;
}>;

/** More parallel requests would burden the servers and slow down the check. */
const answeredLimit = 4;
const othersLimit = 2;

export function createProvenHosts(): ProvenHosts {
  const answered = new Map<string, Place>();
  let others: readonly Place[] = [];
  let next = 0;

  /** Local hosts must not displace the others. */
  const evict = (near: boolean) => {
    const same = [...answered].filter(([, place]) => isNear(place.host) === near);
    for (const [key] of same.slice(0, -answeredLimit)) answered.delete(key);
  };

  return {
    note: (place) => {
      const key = placeKey(place);
      answered.delete(key);
      answered.set(key, place);
      evict(isNear(place.host));
    },
    setOthers: (places) => {
      // Hosts that have answered stay: the document itself has just come from one.
      others = places;
      next = 0;
    },
    toAsk: () => {
      const asked = new Map(answered);
      for (let count = 0; count < Math.min(othersLimit, others.length); count += 1) {
        const place = others[next % others.length];
        next += 1;
        if (place && !asked.has(placeKey(place))) asked.set(placeKey(place), place);
      }
      return [...asked.values()];
    },
    isTelling: (place) =>
      !isNear(place.host) || [...answered.values()].every((one) => isNear(one.host)),
    isDistanceSilent: (asked, answers) =>
      asked.some((place) => !isNear(place.host) && answered.has(placeKey(place))) &&
      answers.every(({ place }) => isNear(place.host)),
  };
}
