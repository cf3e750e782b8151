/** The `echo` section: each entry is parsed on its own, so that an invalid one does not affect others. */
import * as v from 'valibot';
import type { EchoInstance } from './echo-instance.ts';
import { EchoInstanceSchema, echoLimit } from './echo-instance.ts';
import type { Problem } from './problem.ts';
import { remedy } from './remedy.ts';
import { parseEntry, problemAt } from './problem.ts';
import type { TextReader } from './texts.ts';

const List = v.optional(v.pipe(v.array(v.unknown()), v.maxLength(echoLimit)), []);

/** `serviceIds`: ids of the document's services. */
export function readEcho(
  raw: unknown,
  serviceIds: ReadonlySet<string>,
  texts: TextReader,
): Readonly<{ instances: readonly EchoInstance[]; problems: readonly Problem[] }> {
  const list = parseEntry(List, raw);
  if (!list.success) return { instances: [], problems: [problemAt('$.echo', list.issues[0])] };
  const instances = new Map<string, EchoInstance>();
  const problems: Problem[] = [];
  for (const [index, one] of list.output.entries()) {
    const path = `$.echo[${index}]`;
    const parsed = texts.read(EchoInstanceSchema, one);
    if (!parsed.success) problems.push(problemAt(path, parsed.issues[0]));
    else if (instances.has(parsed.output.id)) {
      problems.push({ path: `${path}.id`, ...remedy('id-taken', { id: parsed.output.id }) });
    } else {
      const { sound, problem } = withSoundService(parsed.output, path, serviceIds);
      if (problem) problems.push(problem);
      instances.set(sound.id, sound);
    }
  }
  return { instances: [...instances.values()], problems };
}

/** Drops a reference to an unknown service; the server can still be tested. */
function withSoundService(
  instance: EchoInstance,
  path: string,
  serviceIds: ReadonlySet<string>,
): Readonly<{ sound: EchoInstance; problem?: Problem }> {
  const { service, ...rest } = instance;
  if (service === undefined || serviceIds.has(service)) return { sound: instance };
  return {
    sound: rest,
    problem: { path: `${path}.service`, ...remedy('known-service', { got: service }) },
  };
}
