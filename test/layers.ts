/** Checks imports against a table of layers: which files each covers, and what these may import. */
import type { Import } from './import-graph.ts';

/**
 * Patterns are folders or files. `*` matches one name, and files with different names there may not import each other;
 * `{own}` is the name that the importing file has there.
 */
export type Layer = Readonly<{
  of: string;
  may?: readonly string[];
  /** Only as types. */
  types?: readonly string[];
  /** Only as types, or by dynamic `import()`. */
  lazy?: readonly string[];
}>;

/** Each as `from -> to (why)`. The first matching layer applies. */
export function offences(imports: readonly Import[], layers: readonly Layer[]): readonly string[] {
  return imports.flatMap((one) => {
    const why = offence(one, layers);
    return why === undefined ? [] : [`${one.from} -> ${one.to} (${why})`];
  });
}

function offence({ from, to, kind }: Import, layers: readonly Layer[]): string | undefined {
  const home = homeOf(from, layers);
  if (!home) return 'no layer is about this file';
  if (homeOf(to, layers)?.place === home.place) return undefined;
  const { of, may = [], types = [], lazy = [] } = home.layer;
  const fits = (patterns: readonly string[]) =>
    patterns.some((one) => matcher(one.replace('{own}', home.own)).test(to));
  if (fits(may)) return undefined;
  if (fits(lazy)) return kind === 'static' ? `${of} may only load it lazily` : undefined;
  if (fits(types)) return kind === 'type' ? undefined : `${of} may only have its types`;
  return `not for ${of}`;
}

type Home = Readonly<{ layer: Layer; place: string; own: string }>;

function homeOf(file: string, layers: readonly Layer[]): Home | undefined {
  for (const layer of layers) {
    const found = matcher(layer.of).exec(file);
    if (found) return { layer, place: found[0], own: found[1] ?? '' };
  }
  return undefined;
}

function matcher(pattern: string): RegExp {
  const isFile = /\.\w+$/.test(pattern);
  const inside = pattern.replaceAll('.', '\\.').replaceAll('*', '([^/]+)');
  return new RegExp(`^${inside}${isFile ? '$' : '/'}`);
}

/** Import cycles, each listed once. */
export function circles(imports: readonly Import[]): readonly string[] {
  const next = new Map<string, string[]>();
  for (const { from, to } of imports) next.set(from, [...(next.get(from) ?? []), to]);
  const found: string[] = [];
  const done = new Set<string>();
  const walk = (file: string, path: readonly string[]): void => {
    const start = path.indexOf(file);
    if (start !== -1) found.push([...path.slice(start), file].join(' -> '));
    if (start !== -1 || done.has(file)) return;
    for (const to of next.get(file) ?? []) walk(to, [...path, file]);
    done.add(file);
  };
  for (const file of next.keys()) walk(file, []);
  return found;
}
