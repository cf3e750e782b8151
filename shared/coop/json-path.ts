/** JSONPath (RFC 9535) without its two functions that run a regular expression: one of those can take for ever. */
import { JSONPathEnvironment } from 'json-p3';

let environment: JSONPathEnvironment | undefined;

function safeEnvironment(): JSONPathEnvironment {
  if (!environment) {
    environment = new JSONPathEnvironment();
    environment.functionRegister.delete('match');
    environment.functionRegister.delete('search');
  }
  return environment;
}

export function isJsonPath(path: string): boolean {
  try {
    safeEnvironment().compile(path);
    return true;
  } catch {
    return false;
  }
}

/** The values at `path`; undefined when the path is none, or the data are too deep for it. */
export function selectValues(path: string, json: unknown): readonly unknown[] | undefined {
  try {
    return safeEnvironment()
      .query(path, json as never)
      .values();
  } catch {
    return undefined;
  }
}
