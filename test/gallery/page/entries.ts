/** All entries, by name: `components/Banner/states`, `pages/status/trouble`. */
import type { ReactNode } from 'react';
import type { ComponentStates, PageStates } from './entry.ts';

const pages = import.meta.glob<Readonly<{ states: PageStates }>>('./pages/*.tsx', { eager: true });
const components = import.meta.glob<Readonly<{ states: ComponentStates }>>('./components/*.tsx', {
  eager: true,
});

type Entry = Readonly<{ state: PageStates[string] }> | Readonly<{ draw: () => ReactNode }>;

const entries = new Map<string, Entry>();
for (const [path, { states }] of Object.entries(components))
  for (const [name, draw] of Object.entries(states)) entries.set(nameOf(path, name), { draw });
for (const [path, { states }] of Object.entries(pages))
  for (const [name, state] of Object.entries(states)) entries.set(nameOf(path, name), { state });

function nameOf(path: string, state: string): string {
  return `${path.slice('./'.length, -'.tsx'.length)}/${state}`;
}

export const entryNames = [...entries.keys()];

export function stateOf(name: string): Entry | undefined {
  return entries.get(name);
}
