/** The small files of a profile, in memory and never in trouble. */
import type { CoreDeps } from '../main/core/world.ts';

/** `texts` holds what lies in each file at the start, by its name without `.json`. */
export function memoryFiles(texts: Readonly<Record<string, string>> = {}): CoreDeps['files'] {
  const files = new Map(Object.entries(texts));
  return {
    file: ({ name }) => ({
      load: async () => files.get(name),
      save: async (text) => void files.set(name, text),
    }),
    troubles: () => [],
    onChange: () => () => undefined,
  };
}
