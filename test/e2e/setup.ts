import type { TestProject } from 'vitest/node';
import { stageForTests } from '../../build/package.ts';

declare module 'vitest' {
  interface ProvidedContext {
    executable: string;
  }
}

/** Packages the app once for all e2e tests, and copies it where the desktop's user can read it. */
export default async function setup(project: TestProject): Promise<() => void> {
  const staged = await stageForTests();
  project.provide('executable', staged.executable);
  return staged.remove;
}
