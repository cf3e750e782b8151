/** Hosts that may prove the line when no witness answers: those that have answered, the newest first, and others. */
import type { Answered, Place } from '../../shared/net/answers.ts';
import { placeKey } from '../../shared/net/answers.ts';
import { isNear } from '../../shared/net/own-network.ts';

export type ProvenHosts = Readonly<{
  /** It has answered just now. */
  note: (place: Place) => void;
  setOthers: (places: readonly Place[]) => void;
  /** A few that may be asked; at each call other ones of those that have never answered. */
  toAsk: () => readonly Place[];
  /** Whether an answer of it says anything, where nobody outside this network has answered since. */
  isTelling: (place: Place) => boolean;
  /** Whether of those asked one outside this network has answered before, and none does now. */
  isDistanceSilent: (asked: readonly Place[], answers: readonly Answered[]) => boolean;
}>;

/** More requests at once would be a burden to the servers, and make the check slower. */
const answeredLimit = 4;
const othersLimit = 2;

export function createProvenHosts(): ProvenHosts {
  const answered = new Map<string, Place>();
  let others: readonly Place[] = [];
  let next = 0;

  /** Those of one's own network must not drive the others out. */
  const limit = (near: boolean) => {
    const same = [...answered].filter(([, place]) => isNear(place.host) === near);
    for (const [key] of same.slice(0, -answeredLimit)) answered.delete(key);
  };

  return {
    note: (place) => {
      const key = placeKey(place);
      answered.delete(key);
      answered.set(key, place);
      limit(isNear(place.host));
    },
    setOthers: (places) => {
      // Those that have answered stay: the document itself has just come from one.
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
