/**
 * An acknowledgement as a message in a Matrix room: readable in any client, with a field of its own for other members'
 * apps (docs/acknowledgements.md). Pure.
 */
import type { Translate } from '../i18n/translator.ts';
import type { ServiceView } from '../status/view.ts';
import type { Acknowledgement } from '../triage/mutes.ts';

/** Versioned by `v`: a reader ignores higher versions. */
export const ackField = 'coop.tray.ack';

export type AckMessage = Readonly<{
  /** For recognising repetitions. */
  id: string;
  view: Pick<ServiceView, 'id' | 'name' | 'verdict' | 'sinceUtcMs'>;
  /** Absent for a withdrawal. */
  acknowledgement?: Acknowledgement | undefined;
}>;

/** The first line, and the title in the member's list of sent items. */
export function ackTitle(t: Translate, { view, acknowledgement }: AckMessage): string {
  const { name } = view;
  return acknowledgement
    ? t('ack.seen', { name, note: acknowledgement.reason })
    : t('ack.withdrawn', { name });
}

/** The content of the event, byte for byte as sent. `nowUtcMs` is the time of a withdrawal. */
export function ackContent(t: Translate, message: AckMessage, nowUtcMs: number): string {
  const { id, view, acknowledgement } = message;
  const field = { v: 1, id, service: view.id };
  if (!acknowledgement) {
    const atUtc = instant(nowUtcMs);
    const body = ackTitle(t, message);
    return content(body, { ...field, state: 'withdrawn', atUtc });
  }
  const { reason, sinceUtcMs, untilUtcMs } = acknowledgement;
  const since = instant(view.sinceUtcMs);
  const verdict = t(`verdict.${view.verdict}`);
  const minute = since.slice(0, 16).replace('T', ' ');
  const body = `${ackTitle(t, message)}\n${t('ack.since', { verdict, time: minute })}`;
  return content(body, {
    ...field,
    state: 'seen',
    sinceUtc: since,
    atUtc: instant(sinceUtcMs),
    ...(untilUtcMs === undefined ? {} : { untilUtc: instant(untilUtcMs) }),
    note: reason,
  });
}

function content(body: string, field: object): string {
  return JSON.stringify({ msgtype: 'm.text', body, [ackField]: field });
}

function instant(utcMs: number): string {
  return new Date(utcMs).toISOString();
}
