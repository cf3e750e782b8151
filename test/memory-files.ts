/** The small files of a profile, in memory; reads and writes never fail. */
import type { CoreDeps } from '../main/core/world.ts';

/** `texts`: initial contents, by file name without `.json`. */
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
