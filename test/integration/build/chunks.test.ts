/** What the built app loads at start, and what only on first use, taken from the real build. */
import { readdirSync } from 'node:fs';
import { relative, sep } from 'node:path';
import { build } from 'vite';
import { beforeAll, expect, test } from 'vitest';
import main from '../../../build/vite/main.ts';

type Chunk = Readonly<{
  fileName: string;
  isEntry: boolean;
  facade: string;
  imports: readonly string[];
  modules: readonly string[];
  code: string;
}>;

const features = readdirSync('main/features', { withFileTypes: true })
  .filter((entry) => entry.isDirectory() && entry.name !== 'contracts')
  .map(({ name }) => name);

let chunks: ReadonlyMap<string, Chunk>;

/** Path relative to the repository. */
const pathOf = (id: string) => relative(process.cwd(), id).split(sep).join('/');

beforeAll(async () => {
  const options = { ...main.build, write: false, minify: false } as const;
  const built = await build({ ...main, configFile: false, logLevel: 'silent', build: options });
  const outputs = 'output' in built ? built.output : [];
  chunks = new Map(
    outputs.flatMap((one) => {
      if (one.type !== 'chunk') return [];
      const { fileName, isEntry, imports, code } = one;
      const facade = pathOf(one.facadeModuleId ?? '');
      return [
        [
          fileName,
          { fileName, isEntry, facade, imports, modules: one.moduleIds.map(pathOf), code },
        ],
      ];
    }),
  );
}, 60_000);

/** The chunks loaded at every start: the entry, the app's composition, and what both import statically. */
function loadedAtStart(): readonly Chunk[] {
  const found = new Set<Chunk>();
  const add = (chunk: Chunk | undefined) => {
    if (!chunk || found.has(chunk)) return;
    found.add(chunk);
    for (const name of chunk.imports) add(chunks.get(name));
  };
  for (const chunk of chunks.values())
    if (chunk.isEntry || chunk.facade === 'main/worlds.ts') add(chunk);
  return [...found];
}

test('a start loads of each feature its face, and nothing else', () => {
  const modules = loadedAtStart().flatMap((chunk) => chunk.modules);
  expect(modules).toContain('main/compose.ts');
  for (const feature of features) expect(modules).toContain(`main/features/${feature}/feature.ts`);
  const ofFeatures = modules.filter((path) => /^main\/features\/[^/]+\//.test(path));
  expect(ofFeatures.filter((path) => !/\/(feature|paths)\.ts$/.test(path))).toEqual([]);
});

test('a start loads no database, no keyring, no SDK of Matrix or GitHub, no Markdown parser, and no window of a room', () => {
  const heavy =
    /matrix-js-sdk|@octokit|commonmark|platform\/(sqlite|session-bus)\.ts|desktop\/(room-page|screen-capture|account-fetch)\.ts/;
  const loaded = loadedAtStart();
  expect(loaded.flatMap(({ modules }) => modules).filter((path) => heavy.test(path))).toEqual([]);
  const imports = loaded.flatMap((chunk) => chunk.imports);
  expect(imports).toContain('electron');
  expect(imports.filter((name) => ['libsql', 'keytar'].includes(name))).toEqual([]);
});

test('a start loads nothing of the demo, which has a chunk of its own', () => {
  const isOfDemo = (path: string) => path.startsWith('main/demo/');
  expect(loadedAtStart().flatMap(({ modules }) => modules.filter(isOfDemo))).toEqual([]);
  expect(chunks.get('demo.js')?.modules.filter(isOfDemo)).not.toEqual([]);
});

test('every feature has a chunk of its own, named after it', () => {
  const facades = Object.fromEntries([...chunks].map(([name, { facade }]) => [name, facade]));
  for (const feature of features)
    expect(facades[`features/${feature}.js`]).toBe(`main/features/${feature}/create.ts`);
  const unclear = /(^|\/)(create|feature|index)\d*\.js$/;
  expect([...chunks.keys()].filter((name) => unclear.test(name))).toEqual([]);
});

test('V8 can store every file at one byte per character', () => {
  const wide = [...chunks.values()].filter(({ code }) => /[^\0-\xff]/.test(code));
  expect(wide.map(({ fileName }) => fileName)).toEqual([]);
});
