import { expect, test } from 'vitest';
import { likelyService } from '../../../shared/status/likely-service.ts';
import { serviceView } from '../../fixtures/views.ts';

const well = serviceView('pads');
const down = serviceView('calls', { verdict: 'down' });
const other = serviceView('chat', { verdict: 'down' });

test.each([
  ['the service looked at last', [well, down], 'pads', 'pads'],
  ['the only one in trouble', [well, down], undefined, 'calls'],
  ['the only one in trouble, if the last one is gone', [well, down], 'gone', 'calls'],
  ['nothing, if several are in trouble', [down, other], undefined, undefined],
  ['nothing, if all is well', [well], undefined, undefined],
])('a member has in mind %s', (_what, services, last, expected) => {
  expect(likelyService(services, last)).toBe(expected);
});
