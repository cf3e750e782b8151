/** Finds which source file imports which. */
import { globSync, readFileSync } from 'node:fs';
import { posix } from 'node:path';
import { parseAst } from 'vite';

/** `type` imports vanish at run time; `dynamic` ones load when executed. */
export type ImportKind = 'static' | 'type' | 'dynamic';

/** Paths relative to the root of the repository. */
export type Import = Readonly<{ from: string; to: string; kind: ImportKind }>;

/** Imports of the project's own files, in all sources below these folders. */
export function importsBelow(...folders: readonly string[]): readonly Import[] {
  return filesBelow(...folders).flatMap((file) => importsIn(file, readFileSync(file, 'utf8')));
}

export function filesBelow(...folders: readonly string[]): readonly string[] {
  return globSync(folders.map((folder) => `${folder}/**/*.{ts,tsx}`))
    .map((path) => path.replaceAll('\\', '/'))
    .toSorted();
}

export function importsIn(from: string, text: string): readonly Import[] {
  const program: unknown = parseAst(text, { lang: from.endsWith('x') ? 'tsx' : 'ts' });
  return [...nodesIn(program)].flatMap((node) => {
    const kind = kindOf(node);
    const to = kind && sourceOf(node);
    if (!kind || !to?.startsWith('.')) return [];
    return { from, to: posix.join(posix.dirname(from), to), kind };
  });
}

type Node = Readonly<Record<string, unknown>>;

function* nodesIn(value: unknown): Generator<Node> {
  if (Array.isArray(value)) {
    for (const one of value) yield* nodesIn(one);
  } else if (isNode(value)) {
    yield value;
    for (const one of Object.values(value)) yield* nodesIn(one);
  }
}

function isNode(value: unknown): value is Node {
  return typeof value === 'object' && value !== null;
}

function kindOf(node: Node): ImportKind | undefined {
  switch (node['type']) {
    case 'ImportDeclaration':
      return isTypeOnly(node, 'importKind') ? 'type' : 'static';
    case 'ExportNamedDeclaration':
    case 'ExportAllDeclaration':
      return isTypeOnly(node, 'exportKind') ? 'type' : 'static';
    case 'ImportExpression':
      return 'dynamic';
    case 'TSImportType':
      return 'type';
    default:
      return undefined;
  }
}

/** `import type { A }`, or `import { type A }`. */
function isTypeOnly(node: Node, key: 'importKind' | 'exportKind'): boolean {
  const names = node['specifiers'];
  if (node[key] === 'type') return true;
  return Array.isArray(names) && names.length > 0 && names.every((one) => one[key] === 'type');
}

function sourceOf({ source }: Node): string | undefined {
  const value = isNode(source) ? source['value'] : undefined;
  return typeof value === 'string' ? value : undefined;
}
