/** The way out, with somebody who hears what each answer says of this machine itself. */
import type { Heard } from '../../shared/answers.ts';
import {
  heardInAnswer,
  heardInConnection,
  heardInFault,
  placeOf,
} from '../../shared/answers.ts';
import { NetError } from './net/error.ts';
import type { Net } from './net/index.ts';

/** `hear` is told before the one who asked. */
export function listenTo(net: Net, hear: (heard: Heard) => void): Net {
  return {
    within: net.within,
    request: async (request) => {
      try {
        const answer = await net.request(request);
        // Where a record leads, the name of the URL cannot be asked again.
        if (!request.at) hear(heardInAnswer({ ...request, url: new URL(request.url).href }, answer));
        return answer;
      } catch (error) {
        if (error instanceof NetError && !request.at) {
          hear(heardInFault(placeOf(new URL(request.url).href), request.trust, error.reason));
        }
        throw error;
      }
    },
    connect: async (target) => {
      const { host, port, trust } = target;
      try {
        const line = await net.connect(target);
        hear(heardInConnection(target, line.certificate));
        return line;
      } catch (error) {
        const speaks = trust ? ('tls' as const) : ('tcp' as const);
        if (error instanceof NetError) hear(heardInFault({ host, port, speaks }, trust, error.reason));
        throw error;
      }
    },
  };
}
