/** Notifications about a service whose entry in the document is wrong. Each test is one situation. */
import { expect, test } from 'vitest';
import { reasonSentence } from '../../../shared/wording/sentences.ts';
import { createTimes } from '../../../shared/i18n/times.ts';
import { createTranslate } from '../../translate.ts';
import type { ServiceView } from '../../../shared/status/view.ts';
import { down, hour, minute, refused, setStage } from './stage.ts';

const whyOf = (view: ServiceView | undefined, locale: 'en' | 'fr' = 'en') =>
  view?.reason && reasonSentence(createTranslate(locale), createTimes(locale), view.reason);
const withProbe = (probe: object) => ({ services: { pads: { probe } } });

test.each([
  [
    'the name of a name server',
    { type: 'dns', name: 'pads.example', server: 'ns1.example' },
    '.server',
  ],
  ['a port in a name', { type: 'tcp', host: 'pads.example:587', port: 587 }, '.host'],
  ['an address in a name', { type: 'tls', host: 'https://pads.example' }, '.host'],
])('%s: not known, by the document, and no alarm', async (_what, probe, field) => {
  const { pass, told, view } = await setStage(withProbe(probe));
  await pass(hour);
  const pads = view('pads');
  expect([pads?.verdict, pads?.reason?.code, told()]).toEqual(['unknown', 'document', []]);
  expect(whyOf(pads)).toContain(`$.services[1].probe${field}. Write `);
  expect(whyOf(pads, 'fr')).toContain(`$.services[1].probe${field}. Écrivez `);
});

test('a mistake at one of them: the others are told of as ever', async () => {
  const stage = await setStage(withProbe({ type: 'tcp', host: 'pads.example:587', port: 587 }));
  stage.take(down, 'calls');
  await stage.pass(10 * minute);
  expect(stage.told()).toEqual([`Calls is down / ${refused}`]);
});

test('a misspelt key: the service is checked all the same', async () => {
  const probe = { type: 'http', url: 'http://pads', timeoutMS: 5000 };
  const { pass, take, told, view } = await setStage(withProbe(probe));
  await pass(minute);
  expect(view('pads')?.verdict).toBe('up');
  take(down, 'pads');
  await pass(10 * minute);
  expect(told()).toEqual([`Pads is down / ${refused}`]);
});
