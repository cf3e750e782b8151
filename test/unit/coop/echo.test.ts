import { expect, test } from 'vitest';
import { parseCoopDocument } from '../../../shared/coop/parse.ts';

const room = 'https://calls.example/rooms/abc-def-ghi-jkl/join';
const one = { id: 'ours', name: 'Ours', room };

function parse(echo: unknown) {
  const services = [{ id: 'calls', name: 'Calls' }];
  const parsed = parseCoopDocument(JSON.stringify({ version: 1, name: 'x', services, echo }));
  if (!parsed.ok) throw new Error(parsed.error.code);
  const { echo: instances, problems, services: known } = parsed.document;
  expect(known).toHaveLength(1);
  return { ids: instances.map(({ id }) => id), instances, paths: problems.map(({ path }) => path) };
}

test.each<[string, unknown, string[], string[]]>([
  ['no server', undefined, [], []],
  ['no list', { ours: one }, [], ['$.echo']],
  ['too many', Array.from({ length: 41 }, () => one), [], ['$.echo']],
  ['one', [one], ['ours'], []],
  ['one with an api alone', [{ id: 'a', name: 'A', api: 'https://a.example' }], ['a'], []],
  ['one with neither', [{ id: 'a', name: 'A' }, one], ['ours'], ['$.echo[0]']],
  ['one that could run code', [{ ...one, room: 'javascript:1' }], [], ['$.echo[0].room']],
  ['a wrong id beside a good one', [{ ...one, id: 'Ours!' }, one], ['ours'], ['$.echo[0].id']],
  ['twins', [one, { ...one, name: 'Other' }], ['ours'], ['$.echo[1].id']],
  ['a service that is there', [{ ...one, service: 'calls' }], ['ours'], []],
])('a document with %s', (_what, echo, ids, paths) => {
  const read = parse(echo);
  expect(read.ids).toEqual(ids);
  expect(read.paths).toEqual(paths);
});

test('a server that names a service which is not there can still be tested', () => {
  const { instances, paths } = parse([{ ...one, service: 'gone' }]);
  expect(instances).toEqual([one]);
  expect(paths).toEqual(['$.echo[0].service']);
});
