/** Validates Matrix and GitHub identifiers. Pure. */
import * as v from 'valibot';
import { parseServerName } from '../matrix/server-name.ts';
import { quote } from '../text/quote.ts';
import { hostFault } from './host.ts';
import type { Remedy } from './remedy.ts';
import { remedy, shape, sound } from './remedy.ts';
import { privateFault } from './web.ts';

/** The fault of a Matrix server name, the part of Matrix ids after the colon. */
function matrixServerFault(text: string): Remedy | undefined {
  const got = quote(text);
  if (/^[a-z][a-z0-9+.-]*:\/\//i.test(text)) return hostFault(text);
  const name = parseServerName(text);
  return name && !hostFault(name.host) ? undefined : remedy('matrix-server', { got });
}

/** Accepts a server name or a URL. */
function homeserverFault(text: string): Remedy | undefined {
  return /^https?:\/\//i.test(text) ? privateFault(text) : matrixServerFault(text);
}

/** A matrix.to link to a room or user. */
const link = /^https?:\/\/matrix\.to\/#\/([^?]*)/i;

/** Ids of newer rooms (version 12) contain no server name; aliases always do. */
function roomFault(text: string): Remedy | undefined {
  const linked = link.exec(text)?.[1];
  if (linked !== undefined) {
    return remedy('matrix-link', {
      suggestion: quote(linked.replace(/^%23/, '#').replace(/^%21/, '!')),
    });
  }
  const [, sigil, name, server] = /^([#!])([^\s:]+)(?::(\S+))?$/.exec(text) ?? [];
  const isComplete = name !== undefined && (sigil === '!' || server !== undefined);
  const hasValidServer = server === undefined || matrixServerFault(server) === undefined;
  return isComplete && hasValidServer ? undefined : remedy('matrix-room', { got: quote(text) });
}

function userFault(text: string): Remedy | undefined {
  const server = /^@[^\s:]+:(\S+)$/.exec(text)?.[1];
  return server !== undefined && matrixServerFault(server) === undefined
    ? undefined
    : remedy('matrix-user', { got: quote(text) });
}

const owner = /^[a-z0-9](?:[a-z0-9_-]{0,98}[a-z0-9])?$/i;
const repository = /^(?!\.{1,2}$)[\w.-]{1,100}$/;

function repositoryFault(text: string): Remedy | undefined {
  const [first = '', second = '', ...more] = text.split('/');
  const isSound = owner.test(first) && repository.test(second) && !second.endsWith('.git');
  return isSound && more.length === 0 ? undefined : remedy('repository', { got: quote(text) });
}

/** A room alias or id: `#beta:example.org`, `!abc:example.org`. */
export const RoomName = v.pipe(
  v.string(),
  v.maxLength(255),
  sound(roomFault),
  shape(/^[#!]\S+$/, 'matrix-room'),
);
export const MatrixUserId = v.pipe(
  v.string(),
  v.maxLength(255),
  sound(userFault),
  shape(/^@\S+:\S+$/, 'matrix-user'),
);
export const MatrixServerName = v.pipe(v.string(), v.maxLength(260), sound(matrixServerFault));
/** Server name such as `example.org`, or URL. */
export const Homeserver = v.pipe(v.string(), v.trim(), v.maxLength(255), sound(homeserverFault));
export const RepositoryName = v.pipe(
  v.string(),
  sound(repositoryFault),
  shape(/^[\w.-]{1,100}\/[\w.-]{1,100}$/, 'repository'),
);
