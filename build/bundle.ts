import { spawnSync } from 'node:child_process';
import { SetupError } from './setup/say.mjs';

/** Signals of a crashed program, as opposed to one that was stopped. */
const crashes: readonly unknown[] = ['SIGSEGV', 'SIGBUS', 'SIGABRT', 'SIGILL', 'SIGTRAP'];

/**
 * Builds the app in a child process, which prints its own errors. On a busy machine the bundler's native part
 * occasionally crashes; a second run succeeds. Throws SetupError.
 */
export function buildApp(
  args: readonly string[] = ['build/app.ts'],
  say: (message: string) => void = console.log,
): void {
  const once = () => spawnSync(process.execPath, args, { stdio: 'inherit' });
  let result = once();
  if (crashes.includes(result.signal)) {
    say(`The builder crashed (${result.signal}): once more …`);
    result = once();
  }
  if (result.status === 0) return;
  const cause = result.signal ? `its builder was ended by ${result.signal}` : 'see above';
  throw new SetupError(`The app could not be built: ${cause}.`);
}
