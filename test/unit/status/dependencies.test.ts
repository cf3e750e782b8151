import { describe, expect, test } from 'vitest';
import { parseCoopDocument } from '../../../shared/coop/parse.ts';
import {
  causeOf,
  causesOnly,
  dependentsOf,
  explainViews,
} from '../../../shared/status/dependencies.ts';
import type { Verdict } from '../../../shared/observation/observation.ts';
import type { ServiceView } from '../../../shared/status/view.ts';
import { serviceView } from '../../fixtures/views.ts';

/** centre ← host ← chat, pads */
const parents = new Map([
  ['host', 'centre'],
  ['chat', 'host'],
  ['pads', 'host'],
]);

describe('the cause of a service’s trouble', () => {
  test.each<[string, Partial<Record<string, Verdict>>, string | undefined]>([
    ['nothing, while all below is up', { host: 'up', centre: 'up' }, undefined],
    ['its host', { host: 'down', centre: 'up' }, 'host'],
    ['what its host stands on', { host: 'down', centre: 'down' }, 'centre'],
    ['what lies below a host nobody checks', { host: 'unknown', centre: 'down' }, 'centre'],
    ['nothing below a host that is up', { host: 'up', centre: 'down' }, undefined],
    ['its host that is worked on', { host: 'maintenance', centre: 'up' }, 'host'],
    ['nothing, while its host is only slow', { host: 'degraded', centre: 'up' }, undefined],
  ])('is %s', (_what, verdicts, cause) => {
    expect(causeOf('chat', parents, (id) => verdicts[id])).toBe(cause);
  });
});

function views(verdicts: Readonly<Record<string, Verdict>>): ServiceView[] {
  return Object.entries(verdicts).map(([id, verdict]) =>
    serviceView(id, { name: id.toUpperCase(), verdict }),
  );
}

describe('views', () => {
  const seen = explainViews(
    views({ chat: 'down', host: 'down', pads: 'up', other: 'down' }),
    parents,
  );

  test('name the cause of what is not up, and of nothing else', () => {
    expect(seen.map((one) => one.explainedBy)).toEqual([
      { id: 'host', name: 'HOST' },
      undefined,
      undefined,
      undefined,
    ]);
  });

  test('fold under their cause where it is shown', () => {
    expect(causesOnly(seen).map((one) => one.id)).toEqual(['host', 'pads', 'other']);
    expect(dependentsOf('host', seen).map((one) => one.id)).toEqual(['chat']);
    const found = seen.filter((one) => one.id === 'chat');
    expect(causesOnly(found)).toEqual(found);
  });
});

describe('a parent in the document', () => {
  const parse = (parentOf: Readonly<Record<string, string | undefined>>) => {
    const services = Object.entries(parentOf).map(([id, parent]) => ({ id, name: id, parent }));
    const parsed = parseCoopDocument(JSON.stringify({ version: 1, name: 'x', services }));
    if (!parsed.ok) throw new Error(parsed.error.code);
    return {
      parents: parsed.document.services.map(({ service }) => service.parent),
      paths: parsed.document.problems.map((one) => one.path),
    };
  };

  test.each<[string, Readonly<Record<string, string | undefined>>, unknown[], string[]]>([
    ['that exists is kept', { a: undefined, b: 'a' }, [undefined, 'a'], []],
    ['that is unknown', { a: undefined, b: 'z' }, [undefined, undefined], ['$.services[1].parent']],
    ['that is itself', { a: 'a' }, [undefined], ['$.services[0].parent']],
    [
      'in a circle',
      { a: 'b', b: 'c', c: 'a', d: 'a' },
      [undefined, undefined, undefined, 'a'],
      ['$.services[0].parent', '$.services[1].parent', '$.services[2].parent'],
    ],
  ])('%s', (_what, parentOf, kept, paths) => {
    expect(parse(parentOf)).toEqual({ parents: kept, paths });
  });

  test('costs no service when it is none', () => {
    const parsed = parse({ a: 'Not an id' });
    expect(parsed).toEqual({ parents: [undefined], paths: ['$.services[0].parent'] });
  });
});
