/** A room of Greenlight 2: forms, one for the access code and one for the name, filled in as a guest does. */
import * as v from 'valibot';
import { failure } from '../../../shared/echo/failure.ts';
import type { Asking } from './ask-page.ts';
import { evaluated } from './ask-page.ts';
import { EchoError } from './failed.ts';
import type { Guest } from './rooms.ts';
import { pause } from './timeout.ts';

const fields = { code: '[name$="[access_code]"]', name: '[name$="[join_name]"]' } as const;
type Field = keyof typeof fields;

const LookSchema = v.picklist(['sent', 'code', 'name', 'sign-in', 'other']);
/** Between two looks at the page, in ms. */
const pollMs = 100;

/** The mark is gone with the document that it was left in. */
const look = `(() => {
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
 * Fills in the forms until `hasCall` says that the page has gone on to a call. Resolves to `none` when there never was
 * a form: a Greenlight 3 answers to the addresses of its forerunner. Rejects with EchoError.
 */
export async function fillGreenlight2(
  asking: Asking,
  guest: Guest,
  hasCall: () => boolean,
): Promise<'joined' | 'none'> {
  const filled = new Set<Field>();
  const fill = (field: Field, value: string) => {
    filled.add(field);
    return evaluated(asking, fillIn(field, value), LookSchema);
  };
  const refuse = (code: Parameters<typeof failure>[0]) => new EchoError(failure(code, 'join'));

  while (!hasCall()) {
    asking.signal.throwIfAborted();
    // A page that is just being replaced has no answer; the next one has.
    const seen = await evaluated(asking, look, LookSchema).catch(() => 'sent' as const);
    if (hasCall()) break;
    if (seen === 'code') {
      if (!guest.accessCode) throw refuse('access-code-required');
      if (filled.has('code')) throw refuse('access-code-wrong');
      await fill('code', guest.accessCode);
    } else if (seen === 'name') {
      if (filled.has('name')) throw refuse('page-failed');
      await fill('name', guest.name);
    } else if (seen !== 'sent') {
      // The page after the name is one that waits for somebody to start the room.
      if (filled.has('name')) throw refuse('not-started');
      if (seen === 'sign-in') throw refuse('sign-in-required');
      return 'none';
    }
    await pause(asking.clock, pollMs, asking.signal);
  }
  return 'joined';
}
