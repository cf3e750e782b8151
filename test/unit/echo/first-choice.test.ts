/** The server that is selected at first: the usual one, unless it is known to be no good. */
import { describe, expect, test } from 'vitest';
import { downServers, firstChoice } from '../../../shared/echo/first-choice.ts';
import type { Result } from '../../../shared/echo/state.ts';
import { serviceView } from '../../fixtures/views.ts';
import { result } from '../../fixtures/echo-results.ts';

const server = (id: string, serviceId?: string) => ({
  id,
  name: id,
  host: `${id}.example`,
  hasRoom: true,
  own: false,
  ...(serviceId === undefined ? {} : { serviceId }),
});
const near = server('near', 'calls');
const far = server('far');
const of = (id: string, verdict: Result['verdict'], more: Partial<Result> = {}) =>
  result(`${id}-1`, { instance: { id, name: id }, verdict, ...more });
const good = { quality: 'good', blame: 'nobody' } as const;
const poor = { quality: 'poor', blame: 'server' } as const;
const failed = { quality: 'failed', blame: 'cannot-tell' } as const;
const mine = { quality: 'poor', blame: 'you' } as const;

describe('with two servers', () => {
  test.each<[string, Result[], string[], string]>([
    ['never tested', [], [], 'near'],
    ['the one tested last', [of('far', good), of('near', good)], [], 'far'],
    ['not the one that was poor', [of('far', poor), of('near', good)], [], 'near'],
    ['nor the one that failed', [of('near', failed)], [], 'far'],
    ['a newer result counts', [of('far', good), of('far', poor), of('near', good)], [], 'far'],
    ['poor because of my own line', [of('far', mine), of('near', good)], [], 'far'],
    ['both poor', [of('far', poor), of('near', poor)], [], 'far'],
    ['not the one that is down', [of('near', good)], ['near'], 'far'],
    ['both down', [of('far', good)], ['near', 'far'], 'far'],
    ['the only one that is up was poor', [of('far', poor)], ['near'], 'far'],
    ['another member’s result', [of('far', poor, { taken: true })], [], 'near'],
    ['one that is no longer listed', [of('gone', good)], [], 'near'],
  ])('%s', (_, results, down, wanted) => {
    expect(firstChoice({ instances: [near, far], results }, down)).toBe(wanted);
  });
});

test('without a server, none is', () => {
  expect(firstChoice({ instances: [], results: [of('far', good)] }, [])).toBeUndefined();
});

test('a server is down with its service; one without a service is not known to be', () => {
  const services = [serviceView('calls', { verdict: 'down' }), serviceView('pads')];
  expect(downServers([near, far, server('other', 'pads')], services)).toEqual(['near']);
});
