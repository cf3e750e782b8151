/** Joins a room of Greenlight 2 as a guest, by filling in its forms for the access code and the name. */
import * as v from 'valibot';
import { failure } from '../../../shared/echo/failure.ts';
import type { Asking } from './ask-page.ts';
import { evaluated } from './ask-page.ts';
import { EchoError } from './failed.ts';
import type { Guest } from './rooms.ts';
import { pause } from './timeout.ts';

const fields = { code: '[name$="[access_code]"]', name: '[name$="[join_name]"]' } as const;
type Field = keyof typeof fields;

const ShownSchema = v.picklist(['sent', 'code', 'name', 'sign-in', 'other']);
const pollMs = 100;

/** What the page shows. The `coopTraySent` mark lasts as long as the document of the form. */
const inspect = `(() => {
  if (globalThis.coopTraySent) return 'sent';
  if (document.querySelector('form ${fields.code}')) return 'code';
  if (document.querySelector('form ${fields.name}')) return 'name';
  return document.querySelector('a[href*="signin"], a[href*="/auth/"]') ? 'sign-in' : 'other';
})()`;

function fillIn(field: Field, value: string): string {
  return `(() => {
    const input = document.querySelector('form ${fields[field]}');
    input.value = ${JSON.stringify(value)};
    globalThis.coopTraySent = true;
    HTMLFormElement.prototype.submit.call(input.form);
    return 'sent';
  })()`;
}

/**
 * Fills in the forms until `hasCall`. Resolves to `none` if there never was a form, since Greenlight 3 also serves the
 * paths of Greenlight 2. Rejects with EchoError.
 */
export async function fillGreenlight2(
  asking: Asking,
  guest: Guest,
  hasCall: () => boolean,
): Promise<'joined' | 'none'> {
  const filled = new Set<Field>();
  const fill = (field: Field, value: string) => {
    filled.add(field);
    return evaluated(asking, fillIn(field, value), ShownSchema);
  };
  const refuse = (code: Parameters<typeof failure>[0]) => new EchoError(failure(code, 'join'));

  while (!hasCall()) {
    asking.signal.throwIfAborted();
    // A page that is being replaced does not answer; the next one will.
    const seen = await evaluated(asking, inspect, ShownSchema).catch(() => 'sent' as const);
    if (hasCall()) break;
    if (seen === 'code') {
      if (!guest.accessCode) throw refuse('access-code-required');
      if (filled.has('code')) throw refuse('access-code-wrong');
      await fill('code', guest.accessCode);
    } else if (seen === 'name') {
      if (filled.has('name')) throw refuse('page-failed');
      await fill('name', guest.name);
    } else if (seen !== 'sent') {
      // After the name comes a page that waits until the meeting is started.
      if (filled.has('name')) throw refuse('not-started');
      if (seen === 'sign-in') throw refuse('sign-in-required');
      return 'none';
    }
    await pause(asking.clock, pollMs, asking.signal);
  }
  return 'joined';
}
