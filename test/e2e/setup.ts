import type { TestProject } from 'vitest/node';
import { packageForTests } from '../../build/package.ts';
import { stageApp } from './app.ts';

declare module 'vitest' {
  interface ProvidedContext {
    executable: string;
  }
}

/** Packages the app once for all e2e tests, and puts it where the person at the desktop can read it. */
export default async function setup(project: TestProject): Promise<() => void> {
  const staged = stageApp((await packageForTests()).dir);
  project.provide('executable', staged.executable);
  return staged.remove;
}
