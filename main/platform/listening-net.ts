/** A Net that reports what each answer says about this machine's own connection and clock. */
import type { Heard } from '../../shared/net/answers.ts';
import {
  askedPlace,
  heardInAnswer,
  heardInConnection,
  heardInFault,
} from '../../shared/net/answers.ts';
import { NetError } from './net/error.ts';
import type { Net } from './net/index.ts';

/** `hear` is called before the caller gets the answer. */
export function listenTo(net: Net, hear: (heard: Heard) => void): Net {
  return {
    within: net.within,
    request: async (request) => {
      const asked = { ...request, url: new URL(request.url).href };
      try {
        const answer = await net.request(request);
        hear(heardInAnswer(asked, answer));
        return answer;
      } catch (error) {
        if (error instanceof NetError) {
          hear(heardInFault(askedPlace(asked), request.trust, error.reason));
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
        if (error instanceof NetError)
          hear(heardInFault({ host, port, speaks }, trust, error.reason));
        throw error;
      }
    },
  };
}
