/**
 * Takes out of a text what gives a person or an account away, before it is shown to the member and sent. Pure; takes
 * time in proportion to the text, for no pattern can be entered twice at one place.
 */
import type { Find, RedactionKind } from './redact-patterns.ts';
import { finds } from './redact-patterns.ts';

export type Redaction = Readonly<{
  kind: RedactionKind;
  /** Where it stood in the text that was given, and where what stands for it is now. In UTF-16 units, end excluded. */
  from: Readonly<{ start: number; end: number }>;
  to: Readonly<{ start: number; end: number }>;
}>;

export type Redacted = Readonly<{ text: string; redactions: readonly Redaction[] }>;

const standIns: Readonly<Record<RedactionKind, string>> = {
  email: '[e-mail]',
  address: '[IP]',
  token: '[token]',
  home: '[name]',
  query: '[query]',
  credentials: '[credentials]',
};

type Piece = Readonly<{ start: number; end: number; kind?: RedactionKind }>;

/** What one pattern takes away may be what kept another from matching; more rounds than this were never needed. */
const rounds = 4;

/** Redacting a second time changes nothing. */
export function redact(text: string): Redacted {
  let pieces: readonly Piece[] = [{ start: 0, end: text.length }];
  for (let round = 0; round < rounds; round += 1) {
    const before = pieces.length;
    for (const find of finds) pieces = pieces.flatMap((piece) => cut(text, piece, find));
    if (pieces.length === before) break;
  }
  return join(text, pieces);
}

/** The shortest of all that is looked for is `::1`: what is left between two redactions is often a mere space. */
const shortest = 3;

function cut(text: string, piece: Piece, find: Find): readonly Piece[] {
  if (piece.kind || piece.end - piece.start < shortest) return [piece];
  const cuts: Piece[] = [];
  let { start } = piece;
  for (const found of find(text.slice(piece.start, piece.end))) {
    const from = piece.start + found.start;
    if (from > start) cuts.push({ start, end: from });
    start = piece.start + found.end;
    cuts.push({ start: from, end: start, kind: found.kind });
  }
  if (start < piece.end) cuts.push({ start, end: piece.end });
  return cuts;
}

function join(text: string, pieces: readonly Piece[]): Redacted {
  const parts: string[] = [];
  const redactions: Redaction[] = [];
  let length = 0;
  for (const { start, end, kind } of pieces) {
    const part = kind ? standIns[kind] : text.slice(start, end);
    if (kind) {
      redactions.push({
        kind,
        from: { start, end },
        to: { start: length, end: length + part.length },
      });
    }
    parts.push(part);
    length += part.length;
  }
  return { text: parts.join(''), redactions };
}
