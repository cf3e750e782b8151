/**
 * The stand-in co-op on the command line. Prints its services and its document's URL, then takes commands. Exits at the
 * end of its input, so that it never outlives its parent process.
 *
 *   node test/servers/serve.ts [--port 28470] [--interval 5] [--confirm 1] [--scale 250]
 */
import { createInterface } from 'node:readline';
import { parseArgs } from 'node:util';
import type { Condition, StandInCoop } from './coop/index.ts';
import { conditions, startCoop, startScale } from './coop/index.ts';
import { demoBasePort, demoPace } from './coop/ports.ts';

/** Runs one line; an exception is printed and changes nothing. */
type RunCommand = (verb: string, id: string) => Promise<void> | void;

const { values } = parseArgs({
  options: {
    /** First of a range of ports, 0 for free ones. */
    port: { type: 'string', default: String(demoBasePort) },
    /** In seconds, as in the document. */
    interval: { type: 'string', default: String(demoPace.intervalS) },
    confirm: { type: 'string', default: String(demoPace.damping.confirmS) },
    /** Number of small services to start instead of the co-op. */
    scale: { type: 'string' },
  },
});
const port = Number(values.port);
const pace = {
  intervalS: Number(values.interval),
  damping: { confirmS: Number(values.confirm) },
};
await (values.scale === undefined ? serveCoop() : serveScale(Number(values.scale)));

async function serveCoop(): Promise<void> {
  const coop = await startCoop({ ...pace, basePort: port });
  list(coop);
  print(help());
  await converse((verb, id) => {
    if (verb === 'list') return list(coop);
    if (verb === 'offline') return coop.goOffline();
    if (verb === 'online') return coop.goOnline();
    if (verb === 'portal') return coop.captivePortal();
    if (isCondition(verb)) return coop.service(id).take(verb);
    throw new Error(help());
  });
  await coop.stop();
}

async function serveScale(count: number): Promise<void> {
  const scale = await startScale(count, { ...pace, port });
  print(`document: ${scale.documentUrl}`);
  await converse((verb, id) => {
    if (verb === 'up' || verb === 'down') return scale.take(id, verb);
    if (verb === 'questions') return print(String(scale.questions()));
    throw new Error('commands: up|down service-N, questions, quit');
  });
  await scale.stop();
}

async function converse(runCommand: RunCommand): Promise<void> {
  const lines = createInterface({ input: process.stdin });
  process.once('SIGINT', () => lines.close());
  process.once('SIGTERM', () => lines.close());
  for await (const line of lines) {
    const [verb = '', id = ''] = line.trim().split(/\s+/);
    if (verb === 'quit') break;
    try {
      await runCommand(verb, id);
      print(`done: ${line.trim()}`);
    } catch (error) {
      print(error instanceof Error ? error.message : String(error));
    }
  }
}

function list(coop: StandInCoop): void {
  const wide = Math.max(...coop.services.map(({ id }) => id.length));
  for (const { id, name, url, condition } of coop.services) {
    print(`  ${id.padEnd(wide)}  ${condition().padEnd(11)}  ${url.padEnd(24)}  ${name}`);
  }
  print(`\ndocument: ${coop.documentUrl}\n`);
}

function help(): string {
  return `commands:
  ${conditions.join('|')} SERVICE
  offline, portal, online    the network of the member
  list, help, quit`;
}

function isCondition(verb: string): verb is Condition {
  return (conditions as readonly string[]).includes(verb);
}

function print(text: string): void {
  process.stdout.write(`${text}\n`);
}
