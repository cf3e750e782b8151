/**
 * A process that uses the keyring of its environment: one JSON question per line, one answer per line. They come by
 * stdin, since secrets do not belong in arguments. keytar stays with the first bus, so each bus needs a process.
 */
import { createInterface } from 'node:readline';
import { systemClock } from '../../../main/platform/clock.ts';
import { createSecrets } from '../../../main/platform/secrets/index.ts';

export type Question = readonly ['get' | 'set' | 'delete' | 'status', string, string];

const secrets = createSecrets({ clock: systemClock, limitMs: Number(process.argv[2]) });

for await (const line of createInterface({ input: process.stdin })) {
  const [verb, account, secret] = JSON.parse(line) as Question;
  const startMs = performance.now();
  const answer = await Promise.resolve(secrets[verb](account, secret)).then(
    (value) => value ?? 'nothing',
    (error: unknown) => String(error),
  );
  process.stdout.write(`${JSON.stringify({ answer, tookMs: performance.now() - startMs })}\n`);
}
process.exit(0);
