import { spawnSync } from 'node:child_process';
import { SetupError } from './setup/say.mjs';

/** What a program that broke ends with, and nobody sends. */
const crashes: readonly unknown[] = ['SIGSEGV', 'SIGBUS', 'SIGABRT', 'SIGILL', 'SIGTRAP'];

/**
 * Builds the app in a process of its own, which tells its faults as this one does. On a busy machine the bundler's native
 * part crashes once in a while; its next run goes well. Throws SetupError.
 */
export function buildApp(
  words: readonly string[] = [...process.execArgv, 'build/app.ts'],
  say: (words: string) => void = console.log,
): void {
  const once = () => spawnSync(process.execPath, words, { stdio: 'inherit' });
  let ended = once();
  if (crashes.includes(ended.signal)) {
    say(`The builder crashed (${ended.signal}): once more …`);
    ended = once();
  }
  if (ended.status === 0) return;
  const how = ended.signal ? `its builder was ended by ${ended.signal}` : 'see above';
  throw new SetupError(`The app could not be built: ${how}.`);
}
