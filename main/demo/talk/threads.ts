/** What the member of a demo has sent before, and what came back. Pure. */
import type { About, Feedback } from '../../../shared/feedback/item.ts';
import { dayMs, hourMs } from '../../../shared/time/calendar.ts';
import type { Say } from '../coop/language.ts';

export type Person = 'member' | 'staff' | 'other';

export type Thread = Readonly<{
  id: string;
  agoMs: number;
  about: About;
  kind: Feedback['kind'];
  severity?: Feedback['severity'];
  text: string;
  /** Reactions of the staff. */
  marks: readonly Readonly<{ key: string; agoMs: number }>[];
  replies: readonly Reply[];
}>;

type Reply = Readonly<{ by: Person; agoMs: number; text: string; unread?: true }>;

export type Subjects = Readonly<{
  site: string;
  /** Builds of the site: the one with the fault, on it twelve days ago, and the one without, on it five days ago. */
  builds: Readonly<{ faulty: string; mended: string }>;
  pads: Readonly<{ id: string; name: string }>;
  calls: Readonly<{ id: string; name: string }>;
}>;

/** Oldest first. */
export function threadsOf(say: Say, subjects: Subjects): readonly Thread[] {
  return [mended(say, subjects), considered(say, subjects), asked(say, subjects)];
}

function mended(say: Say, { site, builds }: Subjects): Thread {
  return {
    id: 'demo-accents',
    agoMs: 12 * dayMs,
    about: { what: 'staging', name: site, build: builds.faulty },
    kind: 'broken',
    severity: 'middle',
    text: say(
      'The search finds nothing that has an accent: “Québec” gives no result, “Quebec” gives nine.',
      'La recherche ne trouve rien avec un accent : « Québec » ne donne aucun résultat, « Quebec » en donne neuf.',
    ),
    marks: [
      { key: '👀', agoMs: 12 * dayMs - 2 * hourMs },
      { key: '🛠️', agoMs: 7 * dayMs },
      { key: '✅', agoMs: 5 * dayMs - 2 * hourMs },
    ],
    replies: [
      {
        by: 'staff',
        agoMs: 5 * dayMs - 2 * hourMs,
        text: say(
          `Fixed in version ${builds.mended}. Thank you for the example, it led straight to the cause!`,
          `C’est corrigé dans la version ${builds.mended}. Merci pour l’exemple, il a mené droit à la cause !`,
        ),
      },
    ],
  };
}

function considered(say: Say, { pads }: Subjects): Thread {
  return {
    id: 'demo-agenda',
    agoMs: 8 * dayMs,
    about: { what: 'service', ...pads },
    kind: 'idea',
    text: say(
      'Could a new pad begin with the agenda of the last meeting?',
      'Est-ce qu’un nouveau bloc-notes pourrait commencer par l’ordre du jour de la dernière réunion ?',
    ),
    marks: [{ key: '👀', agoMs: 8 * dayMs - 5 * hourMs }],
    replies: [
      {
        by: 'other',
        agoMs: 7 * dayMs,
        text: say(
          'I like it. Should it take the open items along as well?',
          'Bonne idée. Est-ce qu’il devrait aussi reprendre les points ouverts ?',
        ),
      },
      {
        by: 'member',
        agoMs: 6.9 * dayMs,
        text: say('Yes, please!', 'Oui, s’il vous plaît !'),
      },
    ],
  };
}

function asked(say: Say, { calls }: Subjects): Thread {
  return {
    id: 'demo-echo',
    agoMs: 26 * hourMs,
    about: { what: 'service', ...calls },
    kind: 'broken',
    severity: 'low',
    text: say(
      'In the call just now I heard myself with a short delay.',
      'Pendant l’appel de tout à l’heure, je m’entendais avec un petit retard.',
    ),
    marks: [{ key: '🛠️', agoMs: 3 * hourMs }],
    replies: [
      {
        by: 'staff',
        agoMs: 2 * hourMs,
        text: say(
          'I am looking into it. Were you on our own server, or on that of the federation?',
          'Je regarde ça. Est-ce que c’était sur notre serveur, ou sur celui de la fédération ?',
        ),
        unread: true,
      },
    ],
  };
}
