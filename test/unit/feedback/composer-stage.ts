/** Feedback with an outbox and destinations that a test can change. */
import { namedBinding } from '../../../main/features/feedback/bound.ts';
import { createBuilds } from '../../../main/features/feedback/builds.ts';
import type { Outgoing } from '../../../main/features/feedback/deliver.ts';
import type { Feedback } from '../../../main/features/feedback/index.ts';
import { createFeedback } from '../../../main/features/feedback/index.ts';
import { createOutbox } from '../../../main/features/feedback/outbox.ts';
import type { Binding } from '../../../shared/binding.ts';
import type { DestinationPlan, FeedbackPlan } from '../../../shared/coop/feedback.ts';
import type { Item } from '../../../shared/feedback/outbox.ts';
import type { Draft } from '../../../shared/feedback/state.ts';
import { DeliveryError, trouble } from '../../../shared/feedback/trouble.ts';
import { createTranslate } from '../../translate.ts';
import { fakeClock } from '../clock.ts';
import { png } from './png.ts';

const t = createTranslate('en');
export const plan: FeedbackPlan = {
  destinations: [
    { id: 'room', via: 'matrix', name: 'Beta room', room: '#beta:a.example', readers: 'members' },
    {
      id: 'repo',
      via: 'github',
      name: 'Issues',
      repository: 'coop/site',
      public: true,
      readers: 'our friends',
      labels: ['feedback'],
    },
  ],
  staging: [{ id: 'site', name: 'Site', buildUrl: 'https://beta.a.example/build' }],
  appVersion: '0.2.0',
};
export const draft: Draft = {
  about: { what: 'service', id: 'pads', name: 'Pads' },
  kind: 'broken',
  severity: 'high',
  text: 'I am ana@a.example and /home/ana/x is gone.',
  withDiagnostics: true,
};

export function stage() {
  const clock = fakeClock();
  const disk = new Map<string, Item>();
  const files = new Map<string, Uint8Array>();
  const got: (Outgoing & { to: string })[] = [];
  const opened: string[] = [];
  const world = {
    isFull: false,
    up: true,
    diagnostics: 'up since then, says bob@a.example',
    log: '2026-11-24T10:00:00.000Z warn source fails host=a.example fault=timeout\n',
    identity: { member: '@ada:coop' } as Binding,
    facts: {} as Binding,
  };
  const named = (one: DestinationPlan) => namedBinding(one, () => world.identity);
  let ids = 0;
  const newId = () => `id-${(ids += 1)}`;
  const full = () => {
    if (world.isFull) throw new Error('ENOSPC');
  };
  const outbox = createOutbox({
    isClockProven: () => true,
    clock,
    newId,
    random: () => 0.5,
    store: {
      load: async () => ({ items: [...disk.values()], unreadable: 0 }),
      save: async (item) => {
        full();
        disk.set(item.id, item);
      },
      remove: async (id) => void disk.delete(id),
      saveAttachment: async (bytes) => {
        full();
        const id = newId();
        files.set(id, bytes);
        return id;
      },
      readAttachment: async (id) => {
        const bytes = files.get(id);
        if (!bytes) throw new Error('ENOENT');
        return bytes;
      },
      removeAttachment: async (id) => void files.delete(id),
    },
    destinations: (to) => ({
      send: async (part) => {
        if (!world.up) throw new DeliveryError(trouble('encrypted'), false);
        got.push({ ...part, to });
        return { id: `$${got.length}`, permalink: `https://a.example/${got.length}` };
      },
    }),
  });
  const feedback = createFeedback({
    t,
    outbox,
    answersTo: () => undefined,
    newId,
    readAttachment: async (id) => files.get(id) ?? new Uint8Array(),
    places: {
      ready: () => 'ready',
      named,
      bound: async (one) => ({ ...named(one), ...world.facts }),
      template: async () => undefined,
      similar: async () => [],
      plusOne: async () => undefined,
      repositoryUrl: (repository) => `https://github.com/${repository}`,
    },
    builds: createBuilds({
      clock,
      net: {
        request: async () => {
          throw new Error('offline');
        },
      },
    }),
    system: 'Coop Tray 0.1.0, Debian 12',
    diagnostics: () => world.diagnostics,
    logTail: async () => world.log,
    openAddress: (url) => opened.push(url),
  });
  feedback.setPlan(plan, undefined);
  /** Lets every part be sent. */
  const sent = async () => {
    for (let turn = 0; turn < 5; turn += 1) await clock.pass(0);
  };
  return { sent, got, opened, world, feedback, disk };
}

export async function look(feedback: Feedback, id: string, it: Draft) {
  await feedback.saveDraft(id, it);
  const answer = await feedback.preview(id, it);
  if (!('preview' in answer)) throw new Error(`missing: ${answer.missing}`);
  return answer.preview;
}

export async function attached(feedback: Feedback) {
  const kept = await feedback.attach(png());
  if (!('attachment' in kept)) throw new Error(kept.refused);
  return kept.attachment;
}
